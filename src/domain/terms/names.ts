import { nameSyllable } from './transliteration.ts'

/**
 * Names by their sound. A Chinese spelling of a foreign name and the English name become rows of phones; how alike they
 * sound is one minus their weighted edit distance D, over the mean of what it costs to delete each of them altogether:
 *
 *   s(z, e) = 1 − 2·D(z, e) / (Δ(z) + Δ(e)),   Δ(x) = Σ cost of deleting each phone of x
 *
 * Consonants carry the name; vowels and the sounds Chinese syllables cannot hold (r, final l, h) are cheap. (The idea is
 * the editex family of phonetic distances: Zobel & Dart 1996; the costs are ours.)
 */

/** Phones: consonants by letter, `c` as in church, `S` as in she, `j` as in jam, `T` as in thin, `R` a liquid that closes a syllable. */
type Phones = string

const INITIALS: readonly (readonly [string, string])[] = [
  ['zh', 'j'],
  ['ch', 'c'],
  ['sh', 'S'],
  ['c', 'z'],
  ['j', 'j'],
  ['q', 'c'],
  ['x', 'S'],
]

const phonesOfSyllable = new Map<string, Phones>()

/** The phones of one toneless pinyin syllable: `luo` → `lo`, `er` → `R`, `wei` → `wi`. */
function syllablePhones(syllable: string): Phones {
  let phones = phonesOfSyllable.get(syllable)
  if (phones === undefined) phonesOfSyllable.set(syllable, (phones = spellSyllable(syllable)))
  return phones
}

function spellSyllable(syllable: string): Phones {
  if (syllable === 'er') return 'R'
  // In yi and wu the first letter is only written: 伊迪丝, Edith.
  const spelt = syllable.replace('u:', 'u').replace(/^y(?=i)|^w(?=u)/, '')
  // 艾 and 埃 open names in E and A alike.
  if (syllable === 'ai') return 'e'
  const special = INITIALS.find(([letters]) => spelt.startsWith(letters))
  const letters = special?.[0] ?? /^[bpmfdtnlgkhrzsyw]/.exec(spelt)?.[0] ?? ''
  const initial = special?.[1] ?? letters
  const final = spelt.slice(letters.length)
  const nasal = /ng?$/.test(final) ? 'n' : ''
  const vowel = final.replace(/ng?$/, '')
  // The vowel of 斯 and 什 is only written.
  if (vowel === 'i' && /^(?:z|zh|c|ch|s|sh|r)$/.test(letters)) return `${initial}${nasal}`
  return `${initial}${VOWELS[vowel] ?? vowel.slice(0, 1)}${nasal}`
}

const VOWELS: Readonly<Record<string, string>> = {
  ai: 'ai', ei: 'e', ao: 'o', ou: 'o', ia: 'ia', ie: 'ie', iao: 'io', iu: 'iu', ua: 'wa', uo: 'o', uai: 'wai', ui: 'wi', ue: 'ue',
} // prettier-ignore

const phonesOfZh = new Map<string, Phones>()

/** The phones of a name in hanzi; hanzi that do not spell names, and the joints between parts, are silent. */
export function zhPhones(name: string): Phones {
  let phones = phonesOfZh.get(name)
  if (phones === undefined) phonesOfZh.set(name, (phones = spellPhones(name, nameSyllable)))
  return phones
}

function spellPhones(name: string, syllableOf: (hanzi: string) => string | null): Phones {
  let phones = ''
  for (const hanzi of name) {
    const syllable = syllableOf(hanzi)
    if (syllable !== null) phones += syllablePhones(syllable)
  }
  // 安娜 is Anna: the n that closes a syllable and the one that opens the next are one.
  return phones.replaceAll('nn', 'n').replaceAll('nm', 'm')
}

/** English spelling to phones, first match wins; rough, because a name may be of any language. */
const SPELLING: readonly (readonly [RegExp, Phones])[] = [
  [/^(?:tch|tsch)/, 'c'], [/^sch/, 'S'], [/^shch/, 'S'], [/^sh/, 'S'], [/^zh/, 'j'], [/^kh/, 'h'], [/^ph/, 'f'], [/^th/, 'T'],
  [/^ch/, 'c'], [/^ck/, 'k'], [/^dg(?=e)/, 'j'], [/^gh/, 'g'], [/^wh/, 'w'], [/^wr/, 'r'], [/^kn/, 'n'], [/^ts/, 'z'], [/^tz/, 'z'],
  [/^qu/, 'kw'], [/^q/, 'k'], [/^x/, 'ks'], [/^c(?=[eiy])/, 's'], [/^c/, 'k'], [/^ee/, 'i'], [/^ea$/, 'ia'], [/^isl/, 'ail'], [/^ea/, 'i'], [/^oo/, 'u'],
  [/^ou/, 'u'], [/^au/, 'o'], [/^ow/, 'o'], [/^ew/, 'u'], [/^y(?=[aeiou])/, 'y'], [/^y/, 'i'],
] // prettier-ignore

const phonesOfEn = new Map<string, Phones>()

/** The phones of an English name; case, accents, hyphens and spaces are ignored, doubled letters count once. */
export function enPhones(name: string): Phones {
  let phones = phonesOfEn.get(name)
  if (phones === undefined) {
    let rest = name
      .normalize('NFD')
      .toLowerCase()
      .replace(/['’]s?$/, '')
      .replace(/[^a-z]/g, '')
    rest = rest.replace(/([bcdfgklmnprstvz])\1/g, '$1')
    const silentE = /.[^aeiouy]e$/.test(rest)
    phones = ''
    while (rest !== '') {
      const rule = SPELLING.find(([pattern]) => pattern.test(rest))
      const length = rule?.[0].exec(rest)?.[0].length ?? 1
      phones += rule?.[1] ?? rest[0]!
      rest = rest.slice(length)
    }
    if (silentE) phones = phones.slice(0, -1)
    phonesOfEn.set(name, phones)
  }
  return phones
}

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
