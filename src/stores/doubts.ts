import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { doubtName, openDoubts } from '../domain/doubts/settled.ts'
import { readArticle, settleDoubt } from '../storage/articles.ts'
import type { Undo } from '../storage/change.ts'
import { keepDoubtCount, readDoubtCounts } from '../storage/derived/doubtCounts.ts'
import type { Bitext, Doubt } from '../worker/language/protocol.ts'
import { useChanges } from './changes.ts'
import { useDisk } from './disk.ts'
import { useLanguage } from './language.ts'

/** A doubt that is still open, and the name by which it is settled. */
export interface OpenDoubt extends Doubt {
  readonly name: string
}

/** What is looked at: an article of the library, or a draft without an id. */
interface Looked {
  readonly bitext: Bitext
  readonly article: string | null
}

/** Whether two states of a text have the same pairs: then their doubts are the same. */
function isSame(a: Bitext, b: Bitext): boolean {
  const spans = ({ beads }: Bitext) => JSON.stringify(beads.map(({ zh, en }) => [zh, en]))
  return a.texts.zh === b.texts.zh && a.texts.en === b.texts.en && spans(a) === spans(b)
}

/** Doubts about the translation that is on screen. They are derived: found when somebody looks, never stored. */
export const useDoubts = defineStore('doubts', () => {
  const disk = useDisk()
  const language = useLanguage()

  useChanges().onChange(async ({ articles, everything }) => {
    const at = looked.value?.article ?? null
    if (at !== null && (everything || articles.has(at))) await readSettled(at)
    if (counts.value.size > 0 && (everything || articles.size > 0)) await loadCounts()
  })

  const looked = shallowRef<Looked | null>(null)
  const found = shallowRef<readonly Doubt[]>([])
  const settled = shallowRef<readonly string[]>([])
  /** How far the search is, 0 … 1; null when none is under way. */
  const progress = ref<number | null>(null)
  /** Open doubts of each article as of the last look, for the list of what wants care. */
  const counts = shallowRef<ReadonlyMap<string, number>>(new Map())
  let abort: AbortController | null = null

  const open = computed<readonly OpenDoubt[]>(() => {
    const bitext = looked.value?.bitext
    if (bitext === undefined) return []
    return openDoubts(found.value, bitext, settled.value).map((doubt) => ({
      ...doubt,
      name: doubtName(doubt, bitext),
    }))
  })

  /** Looks for doubts; a search that is still under way is given up. The last ones stay until the new ones are there. */
  async function look(
    bitext: Bitext,
    article: string | null = null,
    fine: readonly string[] = [],
  ): Promise<void> {
    const before = looked.value
    if (before !== null && before.article === article && isSame(before.bitext, bitext)) return
    abort?.abort()
    const own = new AbortController()
    abort = own
    if (before?.article !== article) forget()
    progress.value = 0
    try {
      const client = await language.open()
      const onProgress = (done: number) => {
        if (abort === own) progress.value = done
      }
      const doubts = await client.doubts(bitext, onProgress, own.signal)
      if (abort !== own) return
      looked.value = { bitext, article }
      settled.value = fine
      found.value = doubts
      await keepCount()
    } catch (error) {
      // Somebody looks at something else by now.
      if (!own.signal.aborted) throw error
    } finally {
      if (abort === own) {
        abort = null
        progress.value = null
      }
    }
  }

  async function keepCount(): Promise<void> {
    const article = looked.value?.article ?? null
    if (article !== null) await keepDoubtCount(await disk.open(), article, open.value.length)
  }

  /** Reads again which doubts about an article are called fine, whoever said so. */
  async function readSettled(article: string): Promise<void> {
    const read = await readArticle(await disk.open(), article)
    if (read === null || looked.value?.article !== article) return
    settled.value = read.article.settledDoubts
    // Of another text the count waits for another look.
    const now = { ...read.article, texts: read.texts }
    if (isSame(looked.value.bitext, now)) await keepCount()
  }

  /** Calls a doubt fine for good; how to take that back, where it is an article's. */
  async function settle(name: string): Promise<Undo | undefined> {
    const article = looked.value?.article ?? null
    if (article !== null) return (await settleDoubt(await disk.open(), article, name, true)).undo
    settled.value = [...settled.value.filter((one) => one !== name), name]
    return undefined
  }

  /** Reads how many doubts are open, article by article; cheap, nothing is looked for. */
  async function loadCounts(): Promise<void> {
    counts.value = await readDoubtCounts(await disk.open())
  }

  function forget(): void {
    looked.value = null
    found.value = []
    settled.value = []
  }
  function leave(): void {
    abort?.abort()
    abort = null
    progress.value = null
    forget()
  }
  return { open, progress, counts, look, settle, loadCounts, leave }
})
