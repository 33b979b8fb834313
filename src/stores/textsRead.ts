import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Sides } from '../domain/model.ts'
import type { Readable } from '../domain/words/coverage.ts'
import { useCoverage } from './coverage.ts'
import { useDisk } from './disk.ts'
import { useLibrary } from './library.ts'
import { useMemory } from './memory.ts'
import { useSettings } from './settings.ts'
import { unlessNoDictionary } from './unlessNoDictionary.ts'

/** What of a text can be read. */
export interface TextRead {
  readonly article: string
  readonly title: Sides<string>
  readonly readable: Readable
  /** How much more than a week ago, −1 … 1. */
  readonly gained: number
}

/** Texts that are looked at: those that were added last. */
const MOST = 12

/** How reading comes along, text by text, the one that can be read best first. */
export const useTextsRead = defineStore('textsRead', () => {
  const disk = useDisk()
  const library = useLibrary()
  const memory = useMemory()
  const coverage = useCoverage()
  const settings = useSettings()
  const texts = shallowRef<readonly TextRead[]>([])
  let looks = 0

  /** Looks again: at once where the words of a text were found before, then text by text. */
  async function look(): Promise<void> {
    const mine = (looks += 1)
    await Promise.all([library.load(), memory.load()])
    const shown = library.articles.filter(({ archived }) => !archived).slice(0, MOST)
    const known = new Map(await coverage.ofKnown())
    await show(mine, shown, known)
    const missing = shown.filter(({ id }) => !known.has(id))
    for (const { id } of missing) {
      const readable = await unlessNoDictionary(coverage.of(id))
      if (mine !== looks) return
      if (readable !== null) known.set(id, readable)
    }
    if (missing.length > 0) await show(mine, shown, known)
  }

  async function show(
    mine: number,
    shown: readonly { readonly id: string; readonly title: Sides<string> }[],
    known: ReadonlyMap<string, Readable>,
  ): Promise<void> {
    const { rememberReach } = await import('../storage/reach.ts')
    const here = shown.flatMap(({ id, title }) => {
      const readable = known.get(id)
      return readable === undefined ? [] : [{ article: id, title, readable }]
    })
    const shares = new Map(here.map(({ article, readable }) => [article, readable.known]))
    const { day } = memory.today().queue
    const { learning } = settings.learner
    const gained = await rememberReach(await disk.open(), learning, day, shares)
    if (mine !== looks) return
    texts.value = here
      .map((one) => ({ ...one, gained: gained.get(one.article) ?? 0 }))
      .toSorted((a, b) => b.readable.known - a.readable.known)
  }

  return { texts, look }
})
