import type { Dictionary } from '../dictionary/dictionary.ts'
import type { Sides, TextRange } from '../model.ts'
import { isHuge } from '../bitext/bitext.ts'
import { findNames, type NameLink } from './names/findNames.ts'
import { glossesOf } from './words/glosses.ts'
import { findTitles, withTitles } from './names/titles.ts'
import { enWordsOf, zhWordsOf, type EnWord, type ZhWord } from './words/words.ts'

/** The words of a bead on both sides. */
export interface BeadWords {
  readonly zh: readonly ZhWord[]
  readonly en: readonly EnWord[]
  readonly names: readonly NameLink[]
}

/** Words of a bead on both sides, by where it stands, foreign names and titles found first and kept whole. */
export function beadWordsOf(
  texts: Sides<string>,
  range: Sides<TextRange | null>,
  dictionary: Dictionary,
): BeadWords {
  const { zh, en } = range
  const enWords = en === null ? [] : enWordsOf(texts.en, en)
  const names =
    zh === null || enWords.length === 0 || isHuge(range)
      ? []
      : namesOf(texts, zh, enWords, dictionary)
  const zhWords = zh === null ? [] : wordsAround(texts.zh, zh, names, dictionary)
  return { zh: zhWords, en: enWords, names }
}

/** Foreign names with the kind of thing they are, and titles. */
function namesOf(
  texts: Sides<string>,
  zh: TextRange,
  en: readonly EnWord[],
  dictionary: Dictionary,
): readonly NameLink[] {
  const names = findNames(texts.zh, zh, en, dictionary).map((name) =>
    withKind(texts.zh, name, en, dictionary),
  )
  return withTitles(names, findTitles(texts, zh, en, dictionary))
}

/** Hanzi after a name that say what kind of place it is; English may leave them out. */
const KIND = /[州市省郡县岛山河湖江湾]/
/** Said in both languages, or by no hanzi of the name. */
const KIND_SAID = /[州市省郡县岛山河湖江湾区镇村海宫寺桥街路]/

/**
 * A name with what kind of thing it is: 秀山岛, Xiushan Island; 维多利亚湖, Lake Victoria; 德克萨斯州, though English says Texas;
 * 圣 with the St that stands before it.
 */
function withKind(
  text: string,
  name: NameLink,
  en: readonly EnWord[],
  dictionary: Dictionary,
): NameLink {
  const ahead = en[name.from]?.joined === true ? (en[name.from - 1]?.text ?? '') : ''
  const saint = text[name.zh.start - 1] === '圣' && SAINT.test(ahead)
  const { start, end } = name.zh
  const from = saint || MOUNT.test(ahead) ? name.from - 1 : name.from
  const whole = { ...name, from, zh: { start: saint ? start - 1 : start, end } }
  const kind = text[end] ?? ''
  if (!KIND_SAID.test(kind) || dictionary.has(text.slice(end, end + 2))) return whole
  const { lemmas } = glossesOf(kind, dictionary)
  const isKind = (word: EnWord | undefined) => word?.capital === true && lemmas.has(word.lemma)
  const after = en[name.to]?.joined === true && isKind(en[name.to])
  const before = !after && en[from]?.joined === true && isKind(en[from - 1])
  if (!after && !before && !KIND.test(kind)) return whole
  return {
    ...whole,
    zh: { start: whole.zh.start, end: end + 1 },
    from: before ? from - 1 : from,
    to: after ? name.to + 1 : name.to,
  }
}

const MOUNT = /^(?:Mt\.?|Mount)$/
const SAINT = /^(?:St\.?|Saint|San|Santa|Sankt)$/

function wordsAround(
  text: string,
  range: TextRange,
  names: readonly NameLink[],
  dictionary: Dictionary,
): readonly ZhWord[] {
  const words: ZhWord[] = []
  let at = range.start
  for (const { zh } of names) {
    words.push(...zhWordsOf(text, { start: at, end: zh.start }, dictionary))
    const before = words.at(-1)
    words.push({
      start: zh.start,
      end: zh.end,
      text: text.slice(zh.start, zh.end),
      content: true,
      joined: before !== undefined && before.end === zh.start,
      name: true,
    })
    at = zh.end
  }
  const rest = zhWordsOf(text, { start: at, end: range.end }, dictionary)
  const before = words.at(-1)
  rest.forEach((word, i) => {
    words.push(
      i === 0 && before !== undefined ? { ...word, joined: before.end === word.start } : word,
    )
  })
  return words
}
