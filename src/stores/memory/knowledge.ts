import { shallowRef } from 'vue'
import { knowledgeOf } from '../../domain/words/coverage.ts'
import { atOrBelow } from '../../domain/dictionary/levels.ts'
import type { Level, Side } from '../../domain/model.ts'
import type { Undo } from '../../storage/change.ts'
import { knownKey, readKnown } from '../../storage/readSettings.ts'
import { useDisk } from '../disk.ts'
import { useSettings } from '../settings.ts'

/** How well a word is known. */
export type Known = 'new' | 'learning' | 'known'

/**
 * Which words the learner knows: those they said, those of the level they declared, and those their reviews show. A part of
 * the memory store.
 *
 * @param stable whether the reading card of a word is stable; null when it has none
 */
export function trackKnowledge(stable: (word: string) => boolean | null) {
  const disk = useDisk()
  const settings = useSettings()
  const said = shallowRef<ReadonlySet<string>>(new Set())

  async function load(): Promise<void> {
    said.value = await readKnown(await disk.open(), settings.learner.learning)
  }

  /** Whether a word of `side` is known, being learnt, or new to this learner. */
  function of(key: string, level: Level, side: Side): Known {
    return knowledgeOf(
      { key, level },
      {
        said: said.value,
        declared: (one) => atOrBelow(one, side, settings.learner),
        stable,
      },
    )
  }

  async function say(word: string, known: boolean): Promise<Undo | undefined> {
    const { markKnown } = await import('../../storage/settings.ts')
    const { undo } = await markKnown(await disk.open(), settings.learner.learning, [word], known)
    return undo
  }

  /** Reads them again when their setting has changed; the words that became known, or unknown. */
  async function hear(keys: ReadonlySet<string>): Promise<readonly string[]> {
    if (!keys.has(knownKey(settings.learner.learning))) return []
    const before = said.value
    await load()
    return [
      ...[...said.value].filter((word) => !before.has(word)),
      ...[...before].filter((word) => !said.value.has(word)),
    ]
  }
  return { load, of, say, hear }
}
