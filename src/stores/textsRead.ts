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

  /** Looks again, a text after the other: where its words were not found yet, that takes its time. */
  async function look(): Promise<void> {
    const mine = (looks += 1)
    await Promise.all([library.load(), memory.load()])
    const { rememberReach } = await import('../storage/reach.ts')
    const device = await disk.open()
    const { day } = memory.today().queue
    const { learning } = settings.learner
    const found: TextRead[] = []
    const shown = library.articles.filter(({ archived }) => !archived).slice(0, MOST)
    for (const { id: article, title } of shown) {
      const readable = await unlessNoDictionary(coverage.of(article))
      if (mine !== looks) return
      if (readable === null) continue
      const { known } = readable
      const gained = await rememberReach(device, { article, learning }, { day, known })
      found.push({ article, title, readable, gained })
    }
    if (mine === looks) texts.value = found.toSorted((a, b) => b.readable.known - a.readable.known)
  }

  return { texts, look }
})
