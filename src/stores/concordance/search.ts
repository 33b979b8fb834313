import {
  chineseQuery,
  countsOf,
  englishQuery,
  hitsIn,
  withMeanings,
  type Hit,
  type Query,
} from '../../domain/words/concordance.ts'
import type { Lines } from '../../domain/words/concordanceLines.ts'
import { spellingOf, wordsSaid } from '../../domain/words/saidAs.ts'
import { edgesOf } from '../../domain/words/wordEdges.ts'
import { otherSide, type Side } from '../../domain/model.ts'
import type { ArticleWords } from '../../storage/records.ts'

/** What letters can be: English, or Chinese as it is said. */
export type ReadAs = 'english' | 'pinyin'

/** Every article that is searched, in the order in which hits are shown. */
export interface Corpus {
  readonly lines: ReadonlyMap<string, Lines>
  /** Of their Chinese, as far as they are known by now. */
  readonly words: ReadonlyMap<string, ArticleWords>
}

/** What is known of what was typed besides its letters. */
export interface Help {
  /** The same hanzi in other scripts. */
  readonly forms: readonly string[]
  /** Words of the other language that may stand for it. */
  readonly means: readonly string[]
}
export const NO_HELP: Help = { forms: [], means: [] }

export interface Found {
  /** The side on which it was found; the other one is what stands for it. */
  readonly side: Side
  /** Null where hanzi were typed. */
  readonly readAs: ReadAs | null
  /** Whether the letters are found in the other reading, too. */
  readonly isBoth: boolean
  readonly hits: readonly Hit[]
}

/** Letters of a word that is not typed to its end: fewer begin too many. */
const LEAST_BEGUN = 3

/** Counterparts that are looked for where an article names none: a word that is said in more ways is said in any. */
const MOST_MEANINGS = 12

const edges = new WeakMap<ArticleWords, Uint32Array>()
function edgesIn(words: ArticleWords | undefined): Uint32Array | null {
  if (words === undefined) return null
  const before = edges.get(words)
  if (before !== undefined) return before
  const made = edgesOf(words.lengths)
  edges.set(words, made)
  return made
}

/** Everything that is found for what was typed: hanzi, English in any form, or pinyin with or without tones. */
export function search(corpus: Corpus, typed: string, wanted: ReadAs | null, help: Help): Found {
  if (/\p{Script=Han}/u.test(typed)) {
    const hits = chinese(corpus, () => chineseQuery(typed, ...help.forms))
    return { side: 'zh', readAs: null, isBoth: false, hits: meant(corpus, 'zh', hits, help) }
  }
  for (const begins of [false, true]) {
    if (begins && typed.trim().length < LEAST_BEGUN) break
    const english = all(corpus, englishQuery(typed, begins))
    const spoken = said(corpus, typed, begins)
    if (english.length + spoken.length === 0) continue
    const readAs =
      (wanted === 'pinyin' || english.length === 0) && spoken.length > 0 ? 'pinyin' : 'english'
    const [side, hits] =
      readAs === 'pinyin' ? (['zh', spoken] as const) : (['en', english] as const)
    const isBoth = english.length > 0 && spoken.length > 0
    return { side, readAs, isBoth, hits: meant(corpus, side, hits, help) }
  }
  return { side: 'en', readAs: 'english', isBoth: false, hits: [] }
}

const all = ({ lines }: Corpus, query: Query | null): readonly Hit[] =>
  query === null ? [] : [...lines].flatMap(([id, own]) => hitsIn(id, own, query))

const chinese = ({ lines, words }: Corpus, queryFor: (id: string) => Query): readonly Hit[] =>
  [...lines].flatMap(([id, own]) => hitsIn(id, own, queryFor(id), edgesIn(words.get(id))))

/** Words that are said so, each where it stands as a word of its own. */
function said(corpus: Corpus, typed: string, begins: boolean): readonly Hit[] {
  const spelling = spellingOf(typed)
  if (spelling.letters === '') return []
  const queryFor = (id: string) =>
    chineseQuery(...wordsSaid(corpus.words.get(id)?.spoken ?? '', spelling, begins))
  return chinese(corpus, queryFor).filter(({ around }) => around === null)
}

/** The hits with their counterparts: those of other hits first, then what the dictionary says. */
function meant(corpus: Corpus, side: Side, hits: readonly Hit[], help: Help): readonly Hit[] {
  const counterparts = countsOf(hits.map(({ counterpart }) => counterpart).filter(Boolean))
  const words = [...counterparts.slice(0, MOST_MEANINGS).map(([word]) => word), ...help.means]
  const asked = (word: string): Query | null =>
    otherSide(side) === 'zh' ? chineseQuery(word) : englishQuery(word)
  const means = [...new Set(words)].map(asked).filter((query) => query !== null)
  const found: Hit[] = []
  for (let from = 0; from < hits.length;) {
    const { article } = hits[from]!
    let to = from
    while (hits[to]?.article === article) to += 1
    const lines = corpus.lines.get(article)
    const own = hits.slice(from, to)
    found.push(...(lines === undefined ? own : withMeanings(own, lines, side, means)))
    from = to
  }
  return found
}
