import type { Dictionary } from '../dictionary/dictionary.ts'
import type { Bead, Segment, Sides, Span, TextRange } from '../model.ts'
import { findNames, type NameLink } from './findNames.ts'
import { glossesOf } from './glosses.ts'
import type { BeadWords } from './pairTerms.ts'
import { enWordsOf, zhWordsOf, type EnWord, type ZhWord } from './words.ts'

/** Where a bead stands on one side; null when that side is empty. */
export function beadRange(segments: readonly Segment[], span: Span): TextRange | null {
  const first = segments[span.from]
  const last = segments[span.to - 1]
  return first === undefined || last === undefined || span.to <= span.from
    ? null
    : { start: first.start, end: last.end }
}

/** Words of a bead on both sides, the foreign names found first and kept whole. */
export function beadWordsOf(
  texts: Sides<string>,
  segments: Sides<readonly Segment[]>,
  bead: Bead,
  dictionary: Dictionary,
): BeadWords {
  const zh = beadRange(segments.zh, bead.zh)
  const en = beadRange(segments.en, bead.en)
  const enWords = en === null ? [] : enWordsOf(texts.en, en)
  const names =
    zh === null
      ? []
      : findNames(texts.zh, zh, enWords, dictionary).map((name) =>
          withSuffix(texts.zh, name, enWords, dictionary),
        )
  const zhWords = zh === null ? [] : wordsAround(texts.zh, zh, names, dictionary)
  return { zh: zhWords, en: enWords, names }
}

/** What kind of place a name is of: 秀山岛, Xiushan Island; 德克萨斯州, though English says Texas. */
function withSuffix(
  text: string,
  name: NameLink,
  en: readonly EnWord[],
  dictionary: Dictionary,
): NameLink {
  const suffix = text[name.zh.end] ?? ''
  if (!/[州市省郡县岛山河湖江湾区镇村宫寺桥]/.test(suffix)) return name
  const next = en[name.to]
  const said =
    next?.joined === true && next.capital && glossesOf(suffix, dictionary).lemmas.has(next.lemma)
  if (!said && !/[州市省郡县]/.test(suffix)) return name
  return {
    ...name,
    zh: { start: name.zh.start, end: name.zh.end + 1 },
    to: said ? name.to + 1 : name.to,
  }
}

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
