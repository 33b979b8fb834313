import type { Dictionary } from '../dictionary/dictionary.ts'
import type { Evidence } from './evidence.ts'
import type { NameLink } from './findNames.ts'
import { glossesOf } from './glosses.ts'
import type { EnWord, ZhWord } from './words.ts'

/** The words of a bead on both sides. */
export interface BeadWords {
  readonly zh: readonly ZhWord[]
  readonly en: readonly EnWord[]
  readonly names: readonly NameLink[]
}

/** A word of one side and one of the other that translate each other. */
export interface Link {
  readonly zh: number
  readonly en: number
  /** What speaks for it, 0 … 1.3; 1 and more is a whole gloss or a name. */
  readonly strength: number
}

/** Dice coefficient of a Chinese word and an English lemma over the beads of the document, 0 … 1. */
export type Association = (zh: string, lemma: string) => number

/** A link below this total is not made. */
const LEAST = 0.62
/** Words of an expression: evidence of its own, and neighbours in it. */
const MOST_OF_ONE = 3
const PASSES = 3
const NEIGHBOURS: readonly (readonly [number, number, number])[] = [
  [1, 1, 0.2], [-1, -1, 0.2], [1, 2, 0.12], [-1, -2, 0.12], [2, 1, 0.12], [-2, -1, 0.12], [2, 2, 0.12], [-2, -2, 0.12],
] // prettier-ignore

interface Option {
  readonly zh: number
  readonly en: number
  readonly evidence: number
  readonly base: number
  total: number
}

/**
 * Links between the words of a bead, by competitive linking (Melamed 2000): the strongest pair first, every word once.
 *
 *   total = evidence + ¼·association + ⅕·(1 − |i/I − j/J|) + a bonus when neighbours are linked to neighbours
 *
 * Names and whole glosses of several words (一个巴掌拍不响 = it takes two to tango) are linked before the competition. A word may
 * take a second partner beside its first (拨款 = allocate funds). Three passes, so that the bonus can speak.
 */
export function pairTerms(
  words: BeadWords,
  evidence: Evidence,
  association: Association,
  dictionary: Dictionary,
): readonly Link[] {
  const options = score(words, evidence, association)
  let links = compete(words, options, dictionary)
  for (let pass = 1; pass < PASSES; pass++) {
    const linked = new Set(links.map(({ zh, en }) => zh * 4096 + en))
    for (const option of options) {
      let bonus = 0
      for (const [di, dj, value] of NEIGHBOURS) {
        if (value > bonus && linked.has((option.zh + di) * 4096 + option.en + dj)) bonus = value
      }
      option.total = option.base + bonus
    }
    links = compete(words, options, dictionary)
  }
  return links
}

function score({ zh, en }: BeadWords, evidence: Evidence, association: Association): Option[] {
  const options: Option[] = []
  for (let i = 0; i < zh.length; i++) {
    const word = zh[i]!
    if (!word.content || word.name) continue
    for (let j = 0; j < en.length; j++) {
      const other = en[j]!
      if (!other.content) continue
      const said = same(word.text, other.text) ? 1 : evidence(word.text, other)
      // States in United States is no statement: a capital inside a sentence asks for the word itself.
      if (said < 0.75 && other.capital && !other.initial && said >= 0.4) continue
      const together = association(word.text, other.lemma)
      if (said === 0 && together < 0.5) continue
      const place = 1 - Math.abs((i + 0.5) / zh.length - (j + 0.5) / en.length)
      const base = (said > 0 ? said + 0.25 * together : 0.35 * together) + 0.2 * place
      options.push({ zh: i, en: j, evidence: said, base, total: base })
    }
  }
  return options
}

const same = (a: string, b: string) => a.toLowerCase() === b.toLowerCase()

function compete(words: BeadWords, options: Option[], dictionary: Dictionary): readonly Link[] {
  const { zh, en } = words
  const ofZh: number[][] = zh.map(() => [])
  const ofEn: number[][] = en.map(() => [])
  const whole = new Set<number>()
  const links: Link[] = []
  const link = (i: number, j: number, strength: number) => {
    ofZh[i]!.push(j)
    ofEn[j]!.push(i)
    links.push({ zh: i, en: j, strength })
  }
  for (const { at, from, to, strength } of [
    ...nameWords(words),
    ...wholeGlosses(words, dictionary),
  ]) {
    if (ofZh[at]!.length > 0 || ofEn.slice(from, to).some((taken) => taken.length > 0)) continue
    whole.add(at)
    for (let j = from; j < to; j++) link(at, j, strength)
  }
  options.sort((a, b) => b.total - a.total || a.zh - b.zh || a.en - b.en)
  for (const { zh: i, en: j, total, evidence } of options) {
    if (total < LEAST) break
    if (whole.has(i)) continue
    const mine = ofZh[i]!
    const theirs = ofEn[j]!
    if (mine.length === 0 && theirs.length === 0) link(i, j, total)
    else if (evidence < 0.6) continue
    else if (
      theirs.length === 0 &&
      mine.length < MOST_OF_ONE &&
      mine.some((k) => besides(en, k, j))
    )
      link(i, j, total)
    else if (
      mine.length === 0 &&
      theirs.length < MOST_OF_ONE &&
      theirs.some((k) => Math.abs(k - i) === 1)
    )
      link(i, j, total)
  }
  makeRoom(options, ofZh, ofEn, links)
  completeNames(words, ofZh, ofEn, link, dictionary)
  completeGlosses(words, ofZh, ofEn, link, dictionary)
  completePersons(words, ofZh, ofEn, link, dictionary)
  fillGaps(words, ofZh, ofEn, link, dictionary)
  return links
}

/**
 * Greed repaired: when a word without a partner wants one that is taken, and the taker has another free choice, the two
 * are linked both if that is better in sum (空袭 gets strikes when 袭击 may have attacks).
 */
function makeRoom(
  options: readonly Option[],
  ofZh: number[][],
  ofEn: number[][],
  links: Link[],
): void {
  for (const wish of options) {
    if (wish.total < LEAST || ofZh[wish.zh]!.length > 0) continue
    const [taker, ...more] = ofEn[wish.en]!
    if (taker === undefined || more.length > 0 || ofZh[taker]!.length !== 1) continue
    const held = options.find((option) => option.zh === taker && option.en === wish.en)
    const other = options.find(
      (option) => option.zh === taker && option.total >= LEAST && ofEn[option.en]!.length === 0,
    )
    if (!held || !other || wish.total + other.total <= held.total + LEAST / 2) continue
    ofZh[taker] = [other.en]
    ofEn[other.en] = [taker]
    ofZh[wish.zh] = [wish.en]
    ofEn[wish.en] = [wish.zh]
    const at = links.findIndex((link) => link.zh === taker && link.en === wish.en)
    links.splice(
      at,
      1,
      { zh: taker, en: other.en, strength: other.total },
      { zh: wish.zh, en: wish.en, strength: wish.total },
    )
  }
}

/** Who does it: 谈判代表 are negotiators. */
const PERSON = /^(?:代表|人员|人士|专家|官员|工作者|分子)$/

function completePersons(
  { zh, en }: BeadWords,
  ofZh: readonly number[][],
  _ofEn: readonly number[][],
  link: (i: number, j: number, strength: number) => void,
  dictionary: Dictionary,
): void {
  for (let i = 0; i + 1 < zh.length; i++) {
    const [j, ...others] = ofZh[i]!
    const next = zh[i + 1]!
    if (j === undefined || others.length > 0 || ofZh[i + 1]!.length > 0) continue
    if (!next.joined || !PERSON.test(next.text) || glossesOf(zh[i]!.text, dictionary).verbal === 0)
      continue
    if (/(?:er|or|ist)s?$/.test(en[j]!.text)) link(i + 1, j, 0.9)
  }
}

/**
 * Between two linked neighbours, or a neighbour and the end of a clause, there is one headword left on the Chinese side and one
 * word on the English: they translate each other, though no gloss says so. An idiom takes all the words that are left.
 */
function fillGaps(
  { zh, en }: BeadWords,
  ofZh: readonly number[][],
  ofEn: readonly number[][],
  link: (i: number, j: number, strength: number) => void,
  dictionary: Dictionary,
): void {
  for (let i = 0; i < zh.length; i++) {
    const word = zh[i]!
    if (!word.content || ofZh[i]!.length > 0 || word.text.length < 2 || !dictionary.has(word.text))
      continue
    if ((dictionary.logFrequency(word.text) ?? -8) > FREQUENT) continue
    const left = neighbour(i, -1)
    const right = neighbour(i, 1)
    if (left === undefined || right === undefined || (left === null && right === null)) continue
    const span = openEnglish(left, right)
    if (span.length === 0 || span.some((j) => ofEn[j]!.length > 0)) continue
    const content = span.filter((j) => en[j]!.content)
    const [only] = content
    if (word.text.length >= 4) {
      const bare = span.slice(span.findIndex((j) => !FILLER.test(en[j]!.lemma)))
      if (
        content.length > 0 &&
        content.length <= 3 &&
        bare.length <= 5 &&
        !content.some((j) => isProper(en[j]!))
      ) {
        for (const j of bare) link(i, j, GAP)
      }
    } else if (content.length === 1 && only !== undefined && !isProper(en[only]!))
      link(i, only, GAP)
  }

  /** The linked word next in this direction; null at the end of the clause, undefined when another open word comes first. */
  function neighbour(i: number, step: 1 | -1): number | null | undefined {
    for (let k = i; ; k += step) {
      const edge = step < 0 ? zh[k]! : zh[k + 1]
      if (edge === undefined || !edge.joined) return null
      const next = zh[k + step]!
      if (ofZh[k + step]!.length > 0) return k + step
      if (next.content) return undefined
    }
  }

  /** The English words between the partners of two neighbours, or from a partner to the end of its clause. */
  function openEnglish(left: number | null, right: number | null): readonly number[] {
    let from = left === null ? -1 : Math.max(...ofZh[left]!)
    let to = right === null ? -1 : Math.min(...ofZh[right]!)
    if (left === null) for (from = to; from > 0 && en[from]!.joined && to - from < 7;) from--
    if (right === null) for (to = from + 1; en[to]?.joined && to - from < 7;) to++
    const first = left === null ? from : from + 1
    if (first >= to || to - first > 6) return []
    const span = range(first, to)
    return span.every((j) => j === first || en[j]!.joined) ? span : []
  }
}

/** What an idiom's counterpart does not begin with. */
const FILLER = /^(?:be|not|it|that|this|have|will|the|a|an|and|but|to|of|he|she|they|we)$/

/** log10 frequency above which a word's senses are in the dictionary: what no gloss explains is a free translation. */
const FREQUENT = -4.3

/** Strength of a link that only its neighbours speak for. */
const GAP = 0.75

function range(from: number, to: number): readonly number[] {
  return Array.from({ length: Math.max(0, to - from) }, (_, k) => from + k)
}

/**
 * The rest of a capitalised name goes with the one word of it that is linked: 皮尔斯县 sounds like Pierce and is all of Pierce County.
 */
function completeNames(
  { zh, en }: BeadWords,
  ofZh: readonly number[][],
  ofEn: readonly number[][],
  link: (i: number, j: number, strength: number) => void,
  dictionary: Dictionary,
): void {
  zh.forEach((word, i) => {
    const mine = ofZh[i]!
    if (mine.length === 0 || !/[县州郡山湖河岛区队军党社局署院馆]$/.test(word.text)) return
    const free = (j: number) => en[j] !== undefined && isProper(en[j]!) && ofEn[j]!.length === 0
    let first = Math.min(...mine)
    let last = Math.max(...mine)
    const sure =
      isProper(en[first]!) ||
      (en[first]!.capital && en[first + 1]?.joined && isProper(en[first + 1]!))
    if (!sure) return
    while (en[first]!.joined && free(first - 1)) link(i, --first, 0.9)
    // County is 县; Sheriff after it is another word's.
    const kind = glossesOf(word.text.slice(-1), dictionary).lemmas
    const end = en.findIndex((other, j) => j > last && kind.has(other.lemma))
    while (last < end && en[last + 1]!.joined && free(last + 1)) link(i, ++last, 0.9)
  })
}

/** What 主 before a noun may be in English: 主教练, head coach. */
const MAIN = /^(?:head|chief|main|lead|leading|principal|primary|key)$/

/** Verbs that only carry the noun after them: take effect, make concessions. */
const LIGHT = /^(?:take|make|have|give|go|come|get|hold)$/

/** What a verb may take with it: call for, call on. */
const PARTICLE = /^(?:on|for|off|out|up|down|with|over|away|upon)$/

/**
 * Half of a gloss stands in the text, the other half in other words: 新闻发布会, "press conference", is "press briefing"
 * here, 生效, "go into effect", is "take effect". The free word beside the linked one is taken for the missing half.
 */
function completeGlosses(
  { zh, en }: BeadWords,
  ofZh: readonly number[][],
  ofEn: readonly number[][],
  link: (i: number, j: number, strength: number) => void,
  dictionary: Dictionary,
): void {
  zh.forEach((word, i) => {
    const [j, ...others] = ofZh[i]!
    if (j === undefined || others.length > 0 || word.name || word.text.length < 2) return
    const long = word.text.length > 2
    const before = en[j - 1]
    if (
      word.text.startsWith('主') &&
      before &&
      MAIN.test(before.lemma) &&
      en[j]!.joined &&
      ofEn[j - 1]!.length === 0
    ) {
      link(i, j - 1, 0.9)
    }
    const lemma = en[j]!.lemma
    const halves = glossesOf(word.text, dictionary).phrases.filter((phrase) =>
      phrase.includes(lemma),
    )
    const two = halves.filter((phrase) => phrase.length === 2)
    const sure = long || (two.length === 1 && !en[j + 1]?.text.endsWith('ing'))
    if (sure && two.some((phrase) => phrase[0] === lemma) && isFree(j + 1, j)) link(i, j + 1, 0.8)
    else if (long && two.some((phrase) => phrase[1] === lemma) && isFree(j - 1, j))
      link(i, j - 1, 0.8)
    else if (
      two.some((phrase) => phrase[0] === lemma && PARTICLE.test(phrase[1] ?? '')) &&
      isParticle(j + 1)
    )
      link(i, j + 1, 1)
    else if (
      halves.some((phrase) => phrase.at(-1) === lemma && LIGHT.test(phrase[0] ?? '')) &&
      isLight(j - 1)
    )
      link(i, j - 1, 1)
  })
  function isFree(k: number, beside: number): boolean {
    const later = en[Math.max(k, beside)]
    return later !== undefined && later.joined && k >= 0 && en[k]!.content && ofEn[k]!.length === 0
  }
  function isParticle(k: number): boolean {
    return k < en.length && PARTICLE.test(en[k]!.lemma) && en[k]!.joined && ofEn[k]!.length === 0
  }
  function isLight(k: number): boolean {
    return k >= 0 && LIGHT.test(en[k]!.lemma) && en[k + 1]!.joined
  }
}

/** Written with a capital that is not the sentence's. */
export function isProper(word: EnWord): boolean {
  return word.capital && !word.initial && word.content
}

/** Next to each other, or with one small word between. */
function besides(en: readonly EnWord[], a: number, b: number): boolean {
  const apart = Math.abs(a - b)
  return apart === 1 || (apart === 2 && !en[(a + b) / 2]!.content)
}

interface Whole {
  readonly at: number
  readonly from: number
  readonly to: number
  readonly strength: number
}

function nameWords({ zh, names }: BeadWords): readonly Whole[] {
  return names.flatMap(({ zh: { start, end }, from, to, certainty }) => {
    const at = zh.findIndex((word) => word.start === start && word.end === end)
    return at < 0 ? [] : [{ at, from, to, strength: 0.6 + 0.6 * certainty }]
  })
}

/** Words one of whose glosses of several words stands in the English text, lemma for lemma. Longest first. */
function wholeGlosses({ zh, en }: BeadWords, dictionary: Dictionary): readonly Whole[] {
  const found: (Whole & { readonly value: number })[] = []
  zh.forEach((word, at) => {
    if (word.text.length < 2 || word.name || !word.content) return
    const { lemmas, phrases } = glossesOf(word.text, dictionary)
    for (let from = 0; from + 1 < en.length; from++) {
      // One word in the gloss, two in the text: snowstorm, snow storm.
      const [first, second] = [en[from]!, en[from + 1]!]
      if (!first.content || !second.joined || (lemmas.get(first.lemma + second.lemma) ?? 0) < 0.8)
        continue
      const place = 1 - Math.abs((at + 0.5) / zh.length - (from + 1) / en.length)
      found.push({ at, from, to: from + 2, strength: 1.1, value: 2 + place })
    }
    for (const phrase of phrases) {
      for (let from = 0; from + phrase.length <= en.length; from++) {
        if (!standsAt(phrase, en, from)) continue
        const place = 1 - Math.abs((at + 0.5) / zh.length - (from + phrase.length / 2) / en.length)
        found.push({
          at,
          from,
          to: from + phrase.length,
          strength: 1.1,
          value: phrase.length + place,
        })
      }
    }
  })
  return found.sort((a, b) => b.value - a.value)
}

function standsAt(phrase: readonly string[], en: readonly EnWord[], from: number): boolean {
  return phrase.every((lemma, k) => {
    const word = en[from + k]!
    if (k > 0 && !word.joined && !word.clitic) return false
    return lemma === '*' ? !word.content : lemma === word.lemma || lemma === word.text.toLowerCase()
  })
}
