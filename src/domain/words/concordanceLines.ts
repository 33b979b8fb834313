import { rangeOf } from '../bitext/bitext.ts'
import { SIDES, type Article, type Side, type Sides, type TextRange } from '../model.ts'
import { lemmaEn } from '../text/lemmaEn.ts'
import { tokenizeEn } from '../text/tokenizeEn.ts'

/**
 * An article as it is searched: the texts of its pairs, its English words, and what stands for what. Few values, most of
 * them columns: hundreds of articles are read at once. All offsets are into `texts`.
 */
export interface Lines {
  /** What the pairs have on a side, one after the other with nothing between. */
  readonly texts: Sides<string>
  /** Where the text of each pair ends. */
  readonly ends: Sides<Uint32Array>
  /** Where the Chinese of each pair begins in the article's own text. */
  readonly origins: Uint32Array
  /** Each lemma once, joined by line feeds. */
  readonly lemmas: string
  /** Of each English word, in text order; a hyphenated word stands behind its parts, as one word written without hyphens. */
  readonly starts: Uint32Array
  readonly wordEnds: Uint32Array
  readonly lemmaOf: Uint32Array
  /** Four offsets for each place of a term that has a counterpart there: its range in Chinese, and that in English. */
  readonly links: Uint32Array
  /** How many links there are up to the end of each pair. */
  readonly linkEnds: Uint32Array
}

type Searched = Pick<Article, 'segments' | 'beads' | 'terms'>

/** The lines of an article, from its texts. */
export function linesOf(article: Searched, texts: Sides<string>): Lines {
  const { zh, en } = { zh: joined(article, texts, 'zh'), en: joined(article, texts, 'en') }
  return {
    texts: { zh: zh.text, en: en.text },
    ends: { zh: zh.ends, en: en.ends },
    origins: Uint32Array.from(zh.ends, (_, at) => (zh.ends[at - 1] ?? 0) - zh.moved[at]!),
    ...englishWords(en.text),
    ...linksOf(article, { zh, en }),
  }
}

interface Joined {
  readonly text: string
  readonly ends: Uint32Array
  /** Of each pair, what to add to an offset in the article's text. */
  readonly moved: readonly number[]
}

function joined({ segments, beads }: Searched, texts: Sides<string>, side: Side): Joined {
  const parts: string[] = []
  const moved: number[] = []
  const ends = new Uint32Array(beads.length)
  let end = 0
  beads.forEach((bead, at) => {
    const range = rangeOf(segments[side], bead[side]) ?? { start: 0, end: 0 }
    moved.push(end - range.start)
    parts.push(texts[side].slice(range.start, range.end))
    end += range.end - range.start
    ends[at] = end
  })
  return { text: parts.join(''), ends, moved }
}

function englishWords(text: string): Pick<Lines, 'lemmas' | 'starts' | 'wordEnds' | 'lemmaOf'> {
  const ids = new Map<string, number>()
  const [starts, wordEnds, lemmaOf]: number[][] = [[], [], []]
  const put = (start: number, end: number, lemma: string): void => {
    const id = ids.get(lemma) ?? ids.size
    ids.set(lemma, id)
    starts!.push(start)
    wordEnds!.push(end)
    lemmaOf!.push(id)
  }
  let row: { start: number; end: number; norm: string } | null = null
  for (const { start, end, kind, norm } of tokenizeEn(text)) {
    const goesOn: boolean = row !== null && start === row.end + 1 && text[row.end] === '-'
    put(start, end, kind === 'word' ? lemmaEn(norm) : norm)
    row = goesOn && row !== null ? { start: row.start, end, norm: row.norm + norm } : null
    if (row !== null) put(row.start, end, lemmaEn(row.norm))
    else row = { start, end, norm }
  }
  return {
    lemmas: [...ids.keys()].join('\n'),
    starts: Uint32Array.from(starts!),
    wordEnds: Uint32Array.from(wordEnds!),
    lemmaOf: Uint32Array.from(lemmaOf!),
  }
}

function linksOf(
  { segments, beads, terms }: Searched,
  moved: Sides<Joined>,
): Pick<Lines, 'links' | 'linkEnds'> {
  const firsts = beads.map(({ zh }) => segments.zh[zh.from]?.start ?? 0)
  const ofPair: number[][] = beads.map(() => [])
  for (const { occurrences } of terms) {
    for (const { zh, en } of occurrences) {
      if (zh === null || en === null) continue
      const pair = lastUpTo(firsts, zh.start)
      const [byZh, byEn] = [moved.zh.moved[pair], moved.en.moved[pair]]
      if (byZh === undefined || byEn === undefined) continue
      const link = [zh.start + byZh, zh.end + byZh, en.start + byEn, en.end + byEn] as const
      if (link[1] > moved.zh.ends[pair]! || link[3] > moved.en.ends[pair]!) continue
      ofPair[pair]!.push(...link)
    }
  }
  let count = 0
  const linkEnds = Uint32Array.from(ofPair, (links) => (count += links.length / 4))
  return { links: Uint32Array.from(ofPair.flat()), linkEnds }
}

/** Index of the last of ascending offsets that is not beyond a place; of equal ones the last. */
function lastUpTo(offsets: readonly number[], place: number): number {
  let [low, high] = [0, offsets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsets[middle]! <= place) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Where a pair stands on a side. */
export const rangeOfPair = ({ ends }: Lines, pair: number, side: Side): TextRange => ({
  start: pair === 0 ? 0 : ends[side][pair - 1]!,
  end: ends[side][pair]!,
})

/** What a pair says on both sides. */
export function textsOfPair(lines: Lines, pair: number): Sides<string> {
  const [zh, en] = SIDES.map((side) => {
    const { start, end } = rangeOfPair(lines, pair, side)
    return lines.texts[side].slice(start, end)
  })
  return { zh: zh ?? '', en: en ?? '' }
}

/** The pair in which an offset of a side stands. */
export function pairAt({ ends }: Lines, side: Side, offset: number): number {
  let [low, high] = [0, ends[side].length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ends[side][middle]! <= offset) low = middle + 1
    else high = middle
  }
  return low
}
