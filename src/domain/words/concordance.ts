import { otherSide, type Side, type Sides, type TextRange } from '../model.ts'
import { lemmaEn } from '../text/lemmaEn.ts'
import { tokenizeEn } from '../text/tokenizeEn.ts'
import { pairAt, rangeOfPair, type Lines } from './concordanceLines.ts'
import { wordAround } from './wordEdges.ts'

/** What is looked for: hanzi as they are written, in one or more ways; or English words in all their forms. */
export type Query =
  | { readonly side: 'zh'; readonly forms: readonly string[] }
  /** @param begins whether the last word may go on */
  | { readonly side: 'en'; readonly lemmas: readonly string[]; readonly begins: boolean }

/** A place where it stands. */
export interface Hit {
  readonly article: string
  readonly pair: number
  /** In the texts of the pair: what was found, and what stands for it there; empty where nobody knows. */
  readonly lit: Sides<readonly TextRange[]>
  /** What was found as it is counted, and its counterpart; '' where nobody knows. */
  readonly form: string
  readonly counterpart: string
  /** In the text of the pair, the longer Chinese word of which what was found is only a part; null where it is none. */
  readonly around: TextRange | null
}

/** The query for some English: its words in their dictionary form; null when there are none. */
export function englishQuery(typed: string, begins = false): Query | null {
  const lemmas = tokenizeEn(typed).map(({ kind, norm }) => (kind === 'word' ? lemmaEn(norm) : norm))
  return lemmas.length === 0 ? null : { side: 'en', lemmas, begins }
}

/** The query for some hanzi, in each of these ways of writing them. */
export const chineseQuery = (...forms: readonly string[]): Query => ({
  side: 'zh',
  forms: [...new Set(forms.map((form) => form.trim()).filter(Boolean))],
})

/** Where a query is met in an article, in text order; ranges are into its lines. */
export function placesIn(lines: Lines, query: Query): readonly TextRange[] {
  return query.side === 'zh' ? hanziIn(lines, query.forms) : wordsIn(lines, query)
}

function hanziIn(lines: Lines, forms: readonly string[]): readonly TextRange[] {
  const { zh } = lines.texts
  const isLatin = forms.some((form) => /\p{Lu}|\p{Ll}/u.test(form))
  const lower = isLatin ? zh.toLowerCase() : zh
  const text = lower.length === zh.length ? lower : zh
  const found: TextRange[] = []
  for (const form of forms) {
    const wanted = text === zh ? form : form.toLowerCase()
    for (let start = text.indexOf(wanted); start >= 0; start = text.indexOf(wanted, start)) {
      const end = start + wanted.length
      if (end <= lines.ends.zh[pairAt(lines, 'zh', start)]!) found.push({ start, end })
      start = end
    }
  }
  if (forms.length > 1) found.sort((a, b) => a.start - b.start || b.end - a.end)
  return found.filter(({ start }, at) => at === 0 || start >= found[at - 1]!.end)
}

function wordsIn(
  lines: Lines,
  { lemmas, begins }: Extract<Query, { side: 'en' }>,
): readonly TextRange[] {
  const names = namesOf(lines)
  const wanted = lemmas.map((lemma, nth) => {
    if (!begins || nth < lemmas.length - 1) return new Set([names.indexOf(lemma)])
    return new Set(names.flatMap((name, id) => (name.startsWith(lemma) ? [id] : [])))
  })
  const [first, ...rest] = wanted
  if (first === undefined || wanted.some((ids) => ids.size === 0 || ids.has(-1))) return []
  const { starts, wordEnds, lemmaOf } = lines
  const found: TextRange[] = []
  for (let at = 0; at < lemmaOf.length; at++) {
    const start = starts[at]!
    if (!first.has(lemmaOf[at]!)) continue
    let end = wordEnds[at]!
    let next = at
    const goesOn = rest.every((ids) => {
      do next += 1
      while (next < starts.length && starts[next]! < end)
      if (next === starts.length || !ids.has(lemmaOf[next]!)) return false
      end = wordEnds[next]!
      return true
    })
    if (goesOn && end <= lines.ends.en[pairAt(lines, 'en', start)]!) found.push({ start, end })
  }
  found.sort((a, b) => a.start - b.start)
  return found
}

/** Splitting them again for every query would cost more than looking. */
const split = new WeakMap<Lines, readonly string[]>()
function namesOf(lines: Lines): readonly string[] {
  const before = split.get(lines)
  if (before !== undefined) return before
  const names = lines.lemmas.split('\n')
  split.set(lines, names)
  return names
}

/** What stands for a place on the other side, as far as the article's terms tell: the shortest term around it, else those in it. */
export function counterpartsOf(
  { links, linkEnds }: Lines,
  pair: number,
  side: Side,
  { start, end }: TextRange,
): readonly TextRange[] {
  const [here, there] = side === 'zh' ? [0, 2] : [2, 0]
  let around: TextRange | null = null
  let shortest = Infinity
  const inside: TextRange[] = []
  for (let at = pair === 0 ? 0 : linkEnds[pair - 1]!; at < linkEnds[pair]!; at++) {
    const [from, to] = [links[4 * at + here]!, links[4 * at + here + 1]!]
    const other = { start: links[4 * at + there]!, end: links[4 * at + there + 1]! }
    if (from <= start && end <= to && to - from < shortest) {
      shortest = to - from
      around = other
    }
    if (start <= from && to <= end) inside.push(other)
  }
  return around === null ? apart(inside) : [around]
}

/** Ranges in order, those within others left out. */
function apart(ranges: readonly TextRange[]): readonly TextRange[] {
  const ordered = ranges.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const kept: TextRange[] = []
  for (const range of ordered) if (range.start >= (kept.at(-1)?.end ?? 0)) kept.push(range)
  return kept
}

/** Words for a place as they are counted: English in its dictionary form, so that `truces` and `truce` are one. */
export function countedAs(lines: Lines, side: Side, { start, end }: TextRange): string {
  if (side === 'zh') return lines.texts.zh.slice(start, end)
  const names = namesOf(lines)
  const words: string[] = []
  let done = start
  for (let at = firstFrom(lines.starts, start); at < lines.starts.length; at++) {
    if (lines.starts[at]! >= end) break
    if (lines.starts[at]! < done) continue
    words.push(names[lines.lemmaOf[at]!] ?? '')
    done = lines.wordEnds[at]!
  }
  return words.join(' ')
}

/** Index of the first of offsets (ascending but for hyphenated words) from a place on. */
function firstFrom(offsets: Uint32Array, place: number): number {
  let [low, high] = [0, offsets.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (offsets[middle]! < place) low = middle + 1
    else high = middle
  }
  return low
}

/**
 * Where a query is met in an article, each place with what the article's terms say stands for it.
 *
 * @param edges where the article's Chinese text is cut into words; null while nobody knows
 */
export function hitsIn(
  article: string,
  lines: Lines,
  query: Query,
  edges: Uint32Array | null = null,
): readonly Hit[] {
  const { side } = query
  return placesIn(lines, query).map((place) => {
    const pair = pairAt(lines, side, place.start)
    const hit = hitOf(article, lines, side, pair, place, counterpartsOf(lines, pair, side, place))
    const [found] = hit.lit.zh
    if (side !== 'zh' || edges === null || found === undefined) return hit
    const origin = lines.origins[pair]!
    const own = { start: origin + found.start, end: origin + found.end }
    const around = wordAround(edges, own)
    return around === null
      ? hit
      : { ...hit, around: { start: around.start - origin, end: around.end - origin } }
  })
}

function hitOf(
  article: string,
  lines: Lines,
  side: Side,
  pair: number,
  place: TextRange,
  counterparts: readonly TextRange[],
): Hit {
  const other = otherSide(side)
  const found = within(rangeOfPair(lines, pair, side), [place])
  const lit = within(rangeOfPair(lines, pair, other), counterparts)
  return {
    article,
    pair,
    lit: side === 'zh' ? { zh: found, en: lit } : { zh: lit, en: found },
    form: countedAs(lines, side, place),
    counterpart: counterparts.map((range) => countedAs(lines, other, range)).join(' '),
    around: null,
  }
}

const within = ({ start: from }: TextRange, ranges: readonly TextRange[]): readonly TextRange[] =>
  ranges.map(({ start, end }) => ({ start: start - from, end: end - from }))

/**
 * Hits of one article, those without a counterpart with the first of these words that stands in their pair.
 *
 * @param means words of the other language, likeliest first
 */
export function withMeanings(
  hits: readonly Hit[],
  lines: Lines,
  side: Side,
  means: readonly Query[],
): readonly Hit[] {
  let found = hits
  for (const query of means) {
    if (found.every(({ counterpart }) => counterpart !== '')) return found
    const free = placesByPair(lines, query)
    found = found.map((hit) => {
      const [own] = hit.lit[side]
      const place = hit.counterpart === '' ? free.get(hit.pair)?.shift() : undefined
      if (own === undefined || place === undefined) return hit
      const { start } = rangeOfPair(lines, hit.pair, side)
      const here = { start: start + own.start, end: start + own.end }
      return { ...hitOf(hit.article, lines, side, hit.pair, here, [place]), around: hit.around }
    })
  }
  return found
}

function placesByPair(lines: Lines, query: Query): ReadonlyMap<number, TextRange[]> {
  const places = new Map<number, TextRange[]>()
  for (const place of placesIn(lines, query)) {
    const pair = pairAt(lines, query.side, place.start)
    const there = places.get(pair)
    if (there) there.push(place)
    else places.set(pair, [place])
  }
  return places
}

/** How often each value is met, the commonest first; of equals the one that came first. */
export function countsOf<T>(values: Iterable<T>): readonly (readonly [value: T, count: number])[] {
  const counts = new Map<T, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].toSorted((a, b) => b[1] - a[1])
}
