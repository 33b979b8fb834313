import { enPhones, spellPhones, zhPhones, type Phones } from './phones.ts'

/**
 * Names by their sound. A Chinese spelling of a foreign name and the English name become rows of phones; how alike they
 * sound is one minus their weighted edit distance D, over the mean of what it costs to delete each of them altogether:
 *
 *   s(z, e) = 1 − 2·D(z, e) / (Δ(z) + Δ(e)),   Δ(x) = Σ cost of deleting each phone of x
 *
 * Consonants carry the name; vowels and the sounds Chinese syllables cannot hold (r, final l, h) are cheap. (The idea is
 * the editex family of phonetic distances: Zobel & Dart 1996; the costs are ours.)
 */

const VOWEL_COST: Readonly<Record<string, number>> = { a: 0.3, e: 0.15, i: 0.25, o: 0.25, u: 0.2 }
const WEAK_COST: Readonly<Record<string, number>> = {
  h: 0.4,
  r: 0.45,
  R: 0.4,
  l: 0.7,
  n: 0.6,
  m: 0.8,
  w: 0.4,
  y: 0.15,
  t: 0.8,
  d: 0.8,
}

/** Phones are ASCII letters; tables by their codes. */
const CODES = 128

/** What it costs to drop a phone, by its code. */
const DROP_COST = Float64Array.from({ length: CODES }, (_, code) => {
  const phone = String.fromCharCode(code)
  return VOWEL_COST[phone] ?? WEAK_COST[phone] ?? 1
})

/** Sounds that Chinese spelling confuses, with the cost of taking one for the other. */
const CONFUSED: readonly (readonly [string, number])[] = [
  ['bp', 0.1], ['dt', 0.1], ['gk', 0.15], ['lr', 0.1], ['lR', 0.05], ['rR', 0.05], ['nm', 0.35], ['fv', 0.1], ['vw', 0.1], ['vb', 0.4],
  ['fw', 0.4], ['hf', 0.5], ['sz', 0.15], ['sS', 0.3], ['zS', 0.4], ['zj', 0.3], ['zc', 0.3], ['jc', 0.25], ['cS', 0.4], ['jS', 0.4],
  ['jg', 0.35], ['jk', 0.45], ['ck', 0.35], ['hk', 0.35], ['hg', 0.35], ['yj', 0.35], ['jh', 0.4], ['hS', 0.5], ['tc', 0.45], ['dj', 0.5],
  ['tz', 0.4], ['sc', 0.4], ['ai', 0.15], ['ae', 0.1], ['ao', 0.1], ['ei', 0.1], ['ou', 0.1], ['au', 0.15], ['eo', 0.1], ['eu', 0.15],
  ['io', 0.2], ['iu', 0.15], ['yi', 0.05], ['wu', 0.1], ['wo', 0.15], ['ye', 0.15], ['dz', 0.5], ['Tt', 0.1], ['Ts', 0.15], ['Td', 0.2], ['Tz', 0.3], ['TS', 0.3], ['gw', 0.5], ['hw', 0.45],
] // prettier-ignore

/** What it costs to take one phone for another, by both codes: at most dropping the one and adding the other. */
const SWAP_COST = Float64Array.from({ length: CODES * CODES }, (_, at) => {
  const [a, b] = [Math.floor(at / CODES), at % CODES]
  return a === b ? 0 : DROP_COST[a]! + DROP_COST[b]!
})
for (const [pair, cost] of CONFUSED) {
  const [a, b] = [pair.charCodeAt(0), pair.charCodeAt(1)]
  SWAP_COST[a * CODES + b] = cost
  SWAP_COST[b * CODES + a] = cost
}

function weight(phones: Phones): number {
  let sum = 0
  for (let i = 0; i < phones.length; i++) sum += DROP_COST[phones.charCodeAt(i)]!
  return sum
}

/** Weighted edit distance of two rows of phones. */
export function phoneDistance(a: Phones, b: Phones): number {
  let row = new Float64Array(b.length + 1)
  let next = new Float64Array(b.length + 1)
  for (let j = 1; j <= b.length; j++) row[j] = row[j - 1]! + DROP_COST[b.charCodeAt(j - 1)]!
  for (let i = 1; i <= a.length; i++) {
    const phone = a.charCodeAt(i - 1)
    const drop = DROP_COST[phone]!
    next[0] = row[0]! + drop
    for (let j = 1; j <= b.length; j++) {
      const other = b.charCodeAt(j - 1)
      next[j] = Math.min(
        row[j]! + drop,
        next[j - 1]! + DROP_COST[other]!,
        row[j - 1]! + SWAP_COST[phone * CODES + other]!,
      )
    }
    ;[row, next] = [next, row]
  }
  return row[b.length]!
}

function alike(a: Phones, b: Phones): number {
  if (a === '' || b === '') return 0
  return Math.max(0, 1 - (2 * phoneDistance(a, b)) / (weight(a) + weight(b)))
}

const similarities = new Map<string, number>()

/** How alike a Chinese spelling and an English name sound, 0 … 1; names that belong together are seldom below 0.6. */
export function nameSimilarity(zh: string, en: string): number {
  const key = `${zh}\t${en}`
  let value = similarities.get(key)
  if (value === undefined) {
    value = alike(zhPhones(zh), enPhones(en))
    if (similarities.size >= 50_000) similarities.clear()
    similarities.set(key, value)
  }
  return value
}

/** {@link nameSimilarity} with the syllables of hanzi that seldom spell names, as `syllableOf` knows them. */
export function soundSimilarity(
  zh: string,
  en: string,
  syllableOf: (hanzi: string) => string | null,
): number {
  return alike(spellPhones(zh, syllableOf), enPhones(en))
}

/** How alike two Chinese spellings sound, 0 … 1: 维特科夫 and 威特科夫 are one, 耶尔马克 and 耶马克 nearly. */
export function spellingSimilarity(a: string, b: string): number {
  return alike(zhPhones(a), zhPhones(b))
}
