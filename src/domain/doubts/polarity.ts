import type { Sides, TextRange } from '../model.ts'
import type { LinkedBead } from '../terms/linkedBead.ts'
import {
  NEGATION,
  NEGATION_EN,
  NO_NEGATION,
  NO_NEGATION_EN,
  TURNED_EN,
  TURNED_ZH,
} from './polarityWords.ts'

/**
 * Whether one side says no where the other says yes. Only plain cases: what turns a sentence in another way on the other side
 * (refuse, hardly, unable) is taken for the same.
 */
export function turnsPolarity(zh: string, en: string): 'zh' | 'en' | null {
  const chinese = zh.replace(NO_NEGATION, '')
  const saysNo = {
    zh: NEGATION.test(chinese),
    en: NEGATION_EN.test(en.replace(NO_NEGATION_EN, ' ')),
  }
  if (saysNo.zh && !NEGATION_EN.test(en) && !TURNED_EN.test(en)) return 'zh'
  if (saysNo.en && !saysNo.zh && !TURNED_ZH.test(chinese) && !NEGATION.test(zh)) return 'en'
  return null
}

/** Where a clause of English ends, however small. */
const CLAUSE_EN = /[,;:.!?—()"“”]|\b(?:and|but|while|whereas)\b/gi
const CLAUSE_ZH = /[，。；：！？、（）“”—]/gu
/** What negates the word that follows. */
const BEFORE_ZH = /(?:不|没有?|未|别|勿|不[能得会要敢肯想许准怕]|没能|并未|切勿)$/u
const BEFORE_EN = /(?:\b(?:not|never|cannot)|n['’]t)(?:\s+[a-z]+)?\s+$/i

/** A clause is looked for so far on either side of a word, and what negates it so far before. */
const AROUND = 120
const BEFORE = 24

/** The clause around a place of a text. */
function clauseAt(text: string, range: TextRange, at: number, marks: RegExp): string {
  const start = Math.max(range.start, at - AROUND)
  const within = text.slice(start, Math.min(range.end, at + AROUND))
  let [from, to] = [0, within.length]
  for (const { index, 0: mark } of within.matchAll(marks)) {
    if (index + mark.length <= at - start) from = index + mark.length
    else {
      to = index
      break
    }
  }
  return within.slice(from, to)
}

/**
 * Whether a word that is linked is denied on one side, and on the other side stands in a clause that denies nothing; the sentence may
 * deny something else.
 */
export function turnedWord(
  bead: LinkedBead,
  texts: Sides<string>,
  ranges: Sides<TextRange>,
): 'zh' | 'en' | null {
  const plain = texts.zh
    .slice(ranges.zh.start, ranges.zh.end)
    .replace(NO_NEGATION, (found) => ' '.repeat(found.length))
  const before = (text: string, start: number, at: number): string =>
    text.slice(Math.max(start, at - BEFORE), at)
  const times = new Map<string, number>()
  for (const word of [...bead.zh.map(({ text }) => text), ...bead.en.map(({ stem }) => stem)])
    times.set(word, (times.get(word) ?? 0) + 1)
  for (const link of bead.links) {
    const [zh, en] = [bead.zh[link.zh], bead.en[link.en]]
    if (zh === undefined || en === undefined || !zh.content || !en.content) continue
    // Said twice, one cannot tell which one is denied: 不怕冷，怕的是潮.
    if (link.strength < SURE || times.get(zh.text) !== 1 || times.get(en.stem) !== 1) continue
    const chinese = clauseAt(texts.zh, ranges.zh, zh.start, CLAUSE_ZH)
    const english = clauseAt(texts.en, ranges.en, en.start, CLAUSE_EN)
    const denied = {
      zh: BEFORE_ZH.test(before(plain, 0, zh.start - ranges.zh.start)),
      en: BEFORE_EN.test(before(texts.en, ranges.en.start, en.start)),
    }
    if (denied.zh && !NEGATION_EN.test(english) && !TURNED_EN.test(english)) return 'zh'
    if (denied.en && !denied.zh && !NEGATION.test(chinese) && !TURNED_ZH.test(chinese)) return 'en'
  }
  return null
}

/** Links that are weaker may be by chance. */
const SURE = 0.5
