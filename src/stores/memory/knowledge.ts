import { shallowRef } from 'vue'
import { knowledgeOf } from '../../domain/words/coverage.ts'
import { atOrBelow } from '../../domain/dictionary/levels.ts'
import type { Level, Side } from '../../domain/model.ts'
import { markKnown, readKnown } from '../../storage/settings.ts'
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

  async function say(word: string, known: boolean): Promise<void> {
    const words = new Set(said.value)
    if (known) words.add(word)
    else words.delete(word)
    said.value = words
    await markKnown(await disk.open(), settings.learner.learning, [word], known)
  }
  return { load, of, say }
}
