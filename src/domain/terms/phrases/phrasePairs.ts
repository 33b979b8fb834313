import { withoutUnseen } from '../../text/fold.ts'
import type { Dictionary } from '../../dictionary/dictionary.ts'
import type { TextRange } from '../../model.ts'
import { glossesOf } from '../words/glosses.ts'
import { isNameFragment } from '../names/nameFragment.ts'
import type { BeadWords } from '../beadWords.ts'
import type { Link } from '../links/linkBoard.ts'
import { likeness } from './termLike.ts'
import type { EnWord, ZhWord } from '../words/words.ts'

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
  /** A piece of a clause rather than a term. */
  readonly clause: boolean
}

const LONGEST = 6
/** English words that one Chinese word may be: a mountain out of a molehill. */
const LONGEST_SAYING = 8
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
  texts: { readonly en: string },
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
      const like = inner.length > 1 ? likeness(inner, inEnglish, around, dictionary) : 'term'
      if (like === 'neither') continue
      if (isNameFragment(inner, words, pair.from, pair.to, ofEn, dictionary)) continue
      const zhRange = { start: zh[first]!.start, end: zh[last]!.end }
      const enRange = { start: en[pair.from]!.start, end: en[pair.to]!.end }
      pairs.push({
        zh: zhRange,
        en: enRange,
        zhText: inner.map(({ text }) => text).join(''),
        enText: withoutUnseen(texts.en.slice(enRange.start, enRange.end)),
        zhWords: inner.filter((word) => word.content),
        enWords: inEnglish,
        strength: pair.strength * wholeness(inner, inEnglish, dictionary),
        clause: like === 'clause',
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
  if (
    to < 0 ||
    to - from >= (first === last ? LONGEST_SAYING : LONGEST) ||
    linkedHanzi < 0.6 * hanzi
  )
    return null
  let content = 0
  let linked = 0
  for (let j = from; j <= to; j++) {
    // Only a saying goes on after a comma: once bitten, twice shy.
    if (j > from && !en[j]!.joined && !en[j]!.clitic && !(first === last && ofEn[j]!.length > 0))
      return null
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
