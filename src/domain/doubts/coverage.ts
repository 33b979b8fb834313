import { quantitiesEn, quantitiesZh } from './quantities.ts'
import { rangeOf, type Bitext } from '../bitext/bitext.ts'
import type { Side, Sides, TextRange } from '../model.ts'
import type { LinkedBead } from '../terms/linkedBead.ts'

/** Pairs with fewer words of meaning, both sides together, say too little. */
const LEAST_WORDS = 4
/** Below this strength of its links for each word of meaning a pair does not belong together. */
const LEAST_COVERAGE = 0.3
/** A clause that has no counterpart has so many words of meaning. */
const LEAST_IN_CLAUSE = 2
/** And the rest of its pair is linked so far. */
const LEAST_OF_REST = 0.5

/** Which words of a side are linked, or part of a name that is. */
function linkedWords(bead: LinkedBead): Sides<ReadonlySet<number>> {
  const zh = new Set(bead.links.map((link) => link.zh))
  const en = new Set(bead.links.map((link) => link.en))
  for (const { zh: place, from, to } of bead.names) {
    bead.zh.forEach((word, i) => {
      if (word.start >= place.start && word.end <= place.end) zh.add(i)
    })
    for (let j = from; j < to; j++) en.add(j)
  }
  return { zh, en }
}

/**
 * Strength of what links a pair for each of its words of meaning, and numbers that both sides have (that others differ is a
 * doubt of its own); null when it has too few of them.
 */
export function coverageOf(bead: LinkedBead, zh: string, en: string): number | null {
  const count = (side: Side) => bead[side].filter(({ content }) => content).length
  const words = count('zh') + count('en')
  const [chinese, english] = [quantitiesZh(zh), quantitiesEn(en)]
  const same = chinese.filter((one) => english.some(({ value }) => value === one.value)).length
  const numbers = 2 * same
  if (words + numbers < LEAST_WORDS) return null
  const strength = bead.links.reduce((sum, link) => sum + link.strength, bead.names.length + same)
  return (2 * strength) / (words + numbers)
}

/** Pairs whose sides hardly share a word: each belongs to another sentence, or is no sentence of the text at all. */
export function isUnrelated(bead: LinkedBead, zh: string, en: string): boolean {
  const coverage = coverageOf(bead, zh, en)
  return coverage !== null && coverage < LEAST_COVERAGE
}

const CLAUSES = {
  zh: /[^，。；！？：,;!?…]+/gu,
  en: /(?:[^,;.!?:—]|[.,](?=\d)|\.(?=\w))+/gu,
}

/** Words of a stretch that are part of no clause: It said, he replied. */
const FREE =
  /^\s*(?:and|but|so|then|well|please|however|of course|to tell|in fact|he|she|it|they|I|we)?\s*$/i

/**
 * A clause whose words have no counterpart, while the rest of the pair has and the other side is shorter than this text goes.
 *
 * @param ratio of English to Chinese length, as this text goes
 */
export function clauseWithout(
  bead: LinkedBead,
  texts: Sides<string>,
  ranges: Sides<TextRange>,
  ratio: number,
): { readonly side: Side; readonly range: TextRange } | null {
  const linked = linkedWords(bead)
  const lengths = {
    zh: ranges.zh.end - ranges.zh.start,
    en: (ranges.en.end - ranges.en.start) / ratio,
  }
  for (const side of ['zh', 'en'] as const) {
    const { start, end } = ranges[side]
    const content = bead[side].flatMap((word, i) => (word.content ? [{ ...word, i }] : []))
    const all = content.filter(({ i }) => linked[side].has(i)).length
    for (const { index, 0: clause } of texts[side].slice(start, end).matchAll(CLAUSES[side])) {
      const range = { start: start + index, end: start + index + clause.length }
      const inside = content.filter((word) => word.start >= range.start && word.end <= range.end)
      const rest = content.length - inside.length
      if (inside.length < LEAST_IN_CLAUSE || FREE.test(clause)) continue
      if (inside.some(({ i }) => linked[side].has(i))) continue
      if (rest < LEAST_IN_CLAUSE || all < LEAST_OF_REST * rest) continue
      const share = clause.length / (end - start)
      const other = side === 'zh' ? 'en' : 'zh'
      if (lengths[other] <= lengths[side] * (1 - SHORTENED * share)) return { side, range }
    }
  }
  return null
}

/** So much of a clause's length must be missing on the other side. */
const SHORTENED = 0.65

/** How long the English of a text is for its Chinese: a median, as is usual when it is short. */
export function usualRatio({ segments, beads }: Bitext): number {
  const ratios = beads.flatMap((bead) => {
    const [zh, en] = [rangeOf(segments.zh, bead.zh), rangeOf(segments.en, bead.en)]
    if (zh === null || en === null || zh.end - zh.start < 5) return []
    return [(en.end - en.start) / (zh.end - zh.start)]
  })
  if (ratios.length < 5) return USUAL
  return ratios.toSorted((a, b) => a - b)[ratios.length >> 1]!
}

/** Letters, marks and spaces of English for each hanzi or mark of Chinese. */
const USUAL = 3.6
