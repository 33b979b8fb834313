/** The concordance and the coverage of a large library, on this origin's own disk: the stores as the screens use them. */
import { createPinia, setActivePinia } from 'pinia'
import { watch } from 'vue'
import type { Occurrence, Sides, Term } from '../../../src/domain/model.ts'
import { makeLines } from '../../../src/storage/articleLines.ts'
import { readArticle } from '../../../src/storage/articles.ts'
import { openStorage, type Disk } from '../../../src/storage/database.ts'
import { articleWordsRecord, keepArticleWords } from '../../../src/storage/derived/articleWords.ts'
import { commitImport } from '../../../src/storage/importing.ts'
import { useConcordance } from '../../../src/stores/concordance.ts'
import { useCoverage } from '../../../src/stores/coverage.ts'
import { useLanguage } from '../../../src/stores/language.ts'
import { useMemory } from '../../../src/stores/memory.ts'
import { bitext, withFields, type Bitext } from '../../make.ts'

export interface ConcordanceTimes {
  readonly articles: number
  readonly pairs: number
  /** From asking to the first lines, nothing read before, ms. */
  readonly coldMs: number
  /** Of each query all lines with their counterparts, everything read before: the slowest of some rounds, ms. */
  readonly warm: readonly { readonly query: string; readonly hits: number; readonly ms: number }[]
  readonly coverageColdMs: number
  readonly coverageMs: number
}

const ARTICLES = 200
const PAIRS = 100
/** Articles that differ: the others are the same under another name. */
const TEXTS = 10
const ROUNDS = 5
const QUERIES = ['今天', 'today', 'jintian', '的', 'the', '人']
const PAIRED = [['今天', 'today'], ['人', 'people'], ['他', 'He'], ['我', 'I']] as const // prettier-ignore

/** A term wherever both its words stand in a pair. */
function termOf({ article, texts }: Bitext, [zh, en]: readonly [string, string]): Term {
  const occurrences = article.beads.flatMap((bead): readonly Occurrence[] => {
    const [own, other] = [article.segments.zh[bead.zh.from], article.segments.en[bead.en.from]]
    if (own === undefined || other === undefined) return []
    const [at, there] = [texts.zh.indexOf(zh, own.start), texts.en.indexOf(en, other.start)]
    if (at < 0 || at >= own.end || there < 0 || there >= other.end) return []
    const range = (start: number, of: string) => ({ start, end: start + of.length })
    return [{ zh: range(at, zh), en: range(there, en) }]
  })
  const kind = 'word'
  return { zh, en, reading: '', gloss: [], kind, level: {}, score: 1, occurrences }
}

async function seed(disk: Disk, beads: readonly Sides<string>[]): Promise<void> {
  const texts = Array.from({ length: TEXTS }, (_, at) => {
    const pairs = Array.from({ length: PAIRS }, (_pair, i) => {
      const { zh, en } = beads[(at * PAIRS + i) % beads.length]!
      return [zh, en] as const
    })
    const bare = bitext(pairs)
    return withFields(bare, { terms: PAIRED.map((words) => termOf(bare, words)) })
  })
  const { thread } = await useLanguage().open()
  const words = await thread.words(
    texts.map((one) => one.texts.zh),
    'zh',
    {},
  )
  for (let n = 0; n < ARTICLES; n++) {
    const [id, of] = [`t${n}`, texts[n % TEXTS]!]
    const { it } = withFields(of, { id, addedAt: n, contentHashes: [id] })
    await commitImport(disk, it, [])
    await makeLines(disk, id)
    const found = words[n % TEXTS]!
    const own = await articleWordsRecord.make(id, 'zh', found, {}, of.texts.zh)
    const source = await readArticle(disk, id)
    if (source !== null) await keepArticleWords(disk, own, source)
  }
}

async function timeOf(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

export async function concordanceTimes(beads: readonly Sides<string>[]): Promise<ConcordanceTimes> {
  setActivePinia(createPinia())
  const disk = await openStorage()
  await seed(disk, beads)
  await disk.close()

  setActivePinia(createPinia())
  const concordance = useConcordance()
  const first = new Promise<void>((resolve) => {
    watch(
      () => concordance.count,
      (count) => count > 0 && resolve(),
      { flush: 'sync' },
    )
  })
  const coldMs = await timeOf(async () => {
    void concordance.find(QUERIES[0]!)
    await first
  })
  const warm: { query: string; hits: number; ms: number }[] = []
  for (const query of QUERIES) {
    await concordance.find(query)
    const times: number[] = []
    for (let round = 0; round < ROUNDS; round++) {
      const startedAt = performance.now()
      void concordance.find(query)
      times.push(performance.now() - startedAt)
    }
    warm.push({ query, hits: concordance.count, ms: Math.max(...times) })
  }

  const [memory, coverage] = [useMemory(), useCoverage()]
  await memory.load()
  const coverageColdMs = await timeOf(() => coverage.ofKnown())
  await memory.sayKnown('今天')
  const coverageMs = await timeOf(() => coverage.ofKnown())
  return { articles: ARTICLES, pairs: ARTICLES * PAIRS, coldMs, warm, coverageColdMs, coverageMs }
}
