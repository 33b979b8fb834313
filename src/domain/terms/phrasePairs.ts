import type { Dictionary } from '../dictionary/dictionary.ts'
import type { TextRange } from '../model.ts'
import { glossesOf } from './glosses.ts'
import type { BeadWords, Link } from './pairTerms.ts'
import { isProper, type EnWord, type ZhWord } from './words.ts'

/** A stretch of words on each side whose links do not leave it. */
export interface PhrasePair {
  readonly zh: TextRange
  readonly en: TextRange
  readonly zhText: string
  readonly enText: string
  /** The content words of both stretches. */
  readonly zhWords: readonly ZhWord[]
  readonly enWords: readonly EnWord[]
  /** How sure the translation is, 0 … 1.3. */
  readonly strength: number
}

const LONGEST = 6
/** Joins two terms rather than making one. */
const ZH_BREAK =
  /^(?:了|着|过|是|和|与|在|并|说|而|把|被|将|对|向|也|都|及|或|从|就|以|为|于|由|让|使|地|得|等|以及|或者|因为)$/
const EN_BREAK =
  /^(?:and|or|but|that|which|who|whom|is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|must|to|not|become|seem|remain|he|she|they|it|we|you|i|if|when|while|because|than|as)$/

/**
 * The consistent phrase pairs of a bead (Och & Ney 2004): at most {@link LONGEST} words on each side, first and last Chinese word
 * linked, no link from inside to outside, at least 60 % of the Chinese hanzi and half of the English words linked.
 */
export function phrasePairs(
  words: BeadWords,
  links: readonly Link[],
  texts: { readonly zh: string; readonly en: string },
  dictionary: Dictionary,
): readonly PhrasePair[] {
  const { zh, en } = words
  const ofZh: Link[][] = zh.map(() => [])
  const ofEn: Link[][] = en.map(() => [])
  for (const link of links) {
    ofZh[link.zh]!.push(link)
    ofEn[link.en]!.push(link)
  }
  const pairs: PhrasePair[] = []
  for (let first = 0; first < zh.length; first++) {
    if (ofZh[first]!.length === 0) continue
    for (let last = first; last < Math.min(zh.length, first + LONGEST); last++) {
      if (last > first && (!zh[last]!.joined || ZH_BREAK.test(zh[last]!.text))) break
      if (ofZh[last]!.length === 0) continue
      const pair = consistent(zh, en, first, last, ofZh, ofEn)
      if (pair === null) continue
      const inner = zh.slice(first, last + 1)
      const inEnglish = en.slice(pair.from, pair.to + 1)
      const around = {
        before: en[pair.from - 1],
        after: en[pair.to + 1],
        inOrder: ofZh[first]!.some((link) => link.en === pair.from),
      }
      if (inner.length > 1 && !isTermLike(inner, inEnglish, around, dictionary)) continue
      if (isNameFragment(inner, words, pair.from, pair.to, ofEn, dictionary)) continue
      const zhRange = { start: zh[first]!.start, end: zh[last]!.end }
      const enRange = { start: en[pair.from]!.start, end: en[pair.to]!.end }
      pairs.push({
        zh: zhRange,
        en: enRange,
        zhText: texts.zh.slice(zhRange.start, zhRange.end),
        enText: texts.en.slice(enRange.start, enRange.end),
        zhWords: inner.filter((word) => word.content),
        enWords: en.slice(pair.from, pair.to + 1),
        strength: pair.strength * wholeness(inner, inEnglish, dictionary),
      })
    }
  }
  return pairs
}

/** A word of whose gloss only the lesser half is translated (放水, release water: water), or one word of a saying, is half a pair. */
const HALF = 0.6

function wholeness(zh: readonly ZhWord[], en: readonly EnWord[], dictionary: Dictionary): number {
  const [word, ...more] = zh
  const [only, ...others] = en.filter((one) => one.content)
  if (!word || !only || more.length > 0 || others.length > 0) return 1
  const { halves, idiom, lemmas } = glossesOf(word.text, dictionary)
  return halves.has(only.lemma) || (idiom && (lemmas.get(only.lemma) ?? 1) < 1) ? HALF : 1
}

function consistent(
  zh: readonly ZhWord[],
  en: readonly EnWord[],
  first: number,
  last: number,
  ofZh: readonly (readonly Link[])[],
  ofEn: readonly (readonly Link[])[],
): { from: number; to: number; strength: number } | null {
  let from = en.length
  let to = -1
  let hanzi = 0
  let linkedHanzi = 0
  let sum = 0
  let count = 0
  for (let i = first; i <= last; i++) {
    if (!zh[i]!.content && ofZh[i]!.length === 0) continue
    hanzi += zh[i]!.text.length
    if (ofZh[i]!.length > 0) linkedHanzi += zh[i]!.text.length
    for (const link of ofZh[i]!) {
      from = Math.min(from, link.en)
      to = Math.max(to, link.en)
      sum += Math.min(1.2, link.strength)
      count++
    }
  }
  if (to < 0 || to - from >= LONGEST || linkedHanzi < 0.6 * hanzi) return null
  let content = 0
  let linked = 0
  for (let j = from; j <= to; j++) {
    if (j > from && !en[j]!.joined && !en[j]!.clitic) return null
    if (ofEn[j]!.some((link) => link.zh < first || link.zh > last)) return null
    if (!en[j]!.content && ofEn[j]!.length === 0) {
      if (EN_BREAK.test(en[j]!.lemma)) return null
      continue
    }
    content++
    if (ofEn[j]!.length > 0) linked++
  }
  if (linked < 0.5 * content) return null
  const coverage = (0.5 + 0.5 * (linkedHanzi / hanzi)) * (0.6 + 0.4 * (linked / content))
  return { from, to, strength: (sum / count) * coverage }
}

/** What stands around the English, and whether it begins with the first Chinese word's partner. */
interface Around {
  readonly before: EnWord | undefined
  readonly after: EnWord | undefined
  readonly inOrder: boolean
}

/**
 * Whether several words make a term: a noun with what stands before it, on both sides. CC-CEDICT marks verbs ("to …"), so a
 * stretch that begins with a verb proper or ends in one is an action, not a thing; 的 and numbers make a sentence of it.
 */
function isTermLike(
  zh: readonly ZhWord[],
  en: readonly EnWord[],
  { before, after, inOrder }: Around,
  dictionary: Dictionary,
): boolean {
  // 国务卿马尔科·卢比奥 is a title and a name: two terms. 瓦格纳集团 is one.
  if (zh.some((word, i) => word.name && i > 0)) return false
  if (dictionary.has(zh.map((word) => word.text).join(''))) return true
  if (
    zh.some((word) => !word.content && !/^[东南西北中]$/.test(word.text)) ||
    zh.length > 4 ||
    en.length > 5
  )
    return false
  if (zh.some((word) => isProperZh(word, dictionary))) {
    // 特朗普总统, President Trump, is a name and a title; 剑桥公爵夫人, Duchess of Cambridge, a title.
    if (!inOrder && !en.some((word) => word.lemma === 'of')) return false
    // 美国代表团 is a delegation; 利比亚国民军 is a name. A title before a person's name is neither.
    return (
      !isProperZh(zh[zh.length - 1]!, dictionary) &&
      en.every(
        (word, i) => !word.content || isProper(word) || (i === 0 && word.capital && en.length > 1),
      ) &&
      !(after?.joined && isProper(after))
    )
  }
  const small = en.filter((word) => word.content && !isProper(word))
  const mixed = small.length > 0 && en.some(isProper)
  if (mixed && !(small.length === 1 && PLACE.test(en[en.length - 1]!.lemma))) return false
  if (zh.some((word) => word.text.length < 2 && !/^[副前]$/.test(word.text))) return false
  if (en[0]!.lemma.endsWith('ly') || zh.some((word) => glossesOf(word.text, dictionary).idiom))
    return false
  const [first, last] = [zh[0]!, zh[zh.length - 1]!]
  if (verbal(last, dictionary) > 0.75 && !isNounForm(en[en.length - 1]!, before)) return false
  if (
    verbal(first, dictionary) > 0.75 &&
    !(inOrder && /(?:ed|wn)$/.test(en[0]!.text)) &&
    !isNounForm(en[0]!, undefined)
  )
    return false
  if (
    verbal(first, dictionary) > 0 &&
    before?.joined &&
    BEFORE_VERB.test(before.text.toLowerCase())
  )
    return false
  // An -ing form or an article after the first word: announcing, announced a strike.
  if (
    verbal(first, dictionary) >= 0.5 &&
    (en[0]!.text.endsWith('ing') || /^(?:a|an|the)$/.test(en[1]?.lemma ?? ''))
  )
    return false
  // A past tense in the middle: workers announced a strike.
  if (en.slice(1, -1).some((word) => isVerbForm(word) && !word.text.endsWith('s'))) return false
  // Customers plan to …
  if (
    verbal(last, dictionary) > 0 &&
    en[0]!.text.endsWith('s') &&
    /^(?:to|on)$/.test(after?.lemma ?? '')
  )
    return false
  const [head] = en.slice(-1)
  if (verbal(last, dictionary) > 0 && head && !head.text.endsWith('s') && isVerbForm(head))
    return false
  return !en.some((word) =>
    /^(?:by|with|from|into|at|this|his|her|its|their|our|your|my)$/.test(word.lemma),
  )
}

function isProperZh(word: ZhWord, dictionary: Dictionary): boolean {
  return word.name || glossesOf(word.text, dictionary).proper
}

function verbal(word: ZhWord, dictionary: Dictionary): number {
  return word.name ? 0 : glossesOf(word.text, dictionary).verbal
}

/** What may stand after a place's name without a capital: Silver Basin area. */
const PLACE =
  /^(?:area|region|state|county|province|city|district|river|coast|border|island|peninsula)$/

/** After these comes a verb. */
const BEFORE_VERB =
  /^(?:to|will|would|can|could|may|might|must|should|shall|not|they|we|he|she|who|i|you)$/

/** A past form: met, led, agreed. */
function isVerbForm(word: EnWord): boolean {
  const lower = word.text.toLowerCase()
  return lower !== word.lemma && !lower.endsWith('ing')
}

/**
 * English endings that make nouns of verbs. At the end of a term -ing does so, too (intelligence sharing), and -s when what stands
 * before the term begins a noun (the security guarantees).
 */
function isNounForm(word: EnWord, beforeTerm: EnWord | undefined): boolean {
  if (/(?:tion|sion|ment|ance|ence|ity|al|ions|ments)$/.test(word.text)) return true
  if (beforeTerm === undefined) return false
  if (/(?:ing|ers?|ors?)$/.test(word.text)) return true
  return word.text.endsWith('s') && BEFORE_NOUN.test(beforeTerm.lemma)
}

const BEFORE_NOUN =
  /^(?:the|a|an|any|some|all|no|of|on|in|for|with|by|his|her|its|their|our|my|your|this|these|that|those|more|many)$/

/**
 * Whether the English is a piece of a longer capitalised name: Crystal of Crystal Mountain, Group of Wagner Group. What a name or
 * a proper headword alone is linked to is no piece, and parts a title off: Secretary of State stands before Rubio in
 * both languages, with or without a first name that no hanzi spell.
 */
function isNameFragment(
  zh: readonly ZhWord[],
  words: BeadWords,
  from: number,
  to: number,
  ofEn: readonly (readonly Link[])[],
  dictionary: Dictionary,
): boolean {
  const { en } = words
  const proper = zh.some((word) => isProperZh(word, dictionary))
  if (proper && zh.length === 1) {
    // Illinois of Illinois University; but Russian before Foreign Minister is a word of its own.
    const next = words.zh[words.zh.indexOf(zh[0]!) + 1]
    const partner = next?.joined ? ofEn[to + 1]?.some((link) => words.zh[link.zh] === next) : false
    return (
      partner === true && en[to + 1]!.joined && isProper(en[to + 1]!) && !NATION.test(en[to]!.text)
    )
  }
  if (!en.slice(from, to + 1).every((word) => isProper(word) || !word.content)) return false
  const ofPerson = (k: number) => {
    let end = k
    while (
      en[end] !== undefined &&
      isProper(en[end]!) &&
      ofEn[end]!.length === 0 &&
      en[end + 1]?.joined
    )
      end++
    return words.names.some((name) => name.from <= end && end < name.to)
  }
  const belongs = (k: number) =>
    en[k] !== undefined && isProper(en[k]) && !ofPerson(k) && !NATION.test(en[k].text)
  const leads = (k: number) =>
    words.names.some((name) => name.to === k + 1 && name.zh.end === zh[0]!.start) &&
    en[k] !== undefined &&
    isProper(en[k])
  const left = en[from]!.joined && (belongs(from - 1) || leads(from - 1))
  return left || (en[to + 1]?.joined === true && belongs(to + 1))
}

/** Adjectives of nations stand before titles without being part of them: Russian Foreign Minister. */
const NATION =
  /(?:[a-z]{2}(?:ian|ean|yan|can|ese|ish|aeli|qi|ani|ench|reek|wiss|utch|Thai)|U\.S\.|US|UK|EU|UN)$/
