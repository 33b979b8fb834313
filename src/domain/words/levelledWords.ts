import { atOrBelow, cefrRank, hskOf, type KnownLevel } from '../dictionary/levels.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { CEFR, type Cefr, type Level, type Side } from '../model.ts'
import { wordsOf } from './words.ts'

/** A running word as a reader of some level meets it. */
export interface LevelledWord {
  readonly start: number
  readonly end: number
  /** What makes two running words the same word. */
  readonly key: string
  readonly form: string
  /** The lists' level; of a word in no list, that of the hardest of the listed words it is made of. Empty when there are none. */
  readonly level: Level
}

/** Words of a text that count: no names, no numbers, no marks. */
export function levelledWords(
  text: string,
  side: Side,
  dictionary: Dictionary,
): readonly LevelledWord[] {
  return side === 'zh' ? chinese(text, dictionary) : english(text, dictionary)
}

/** Whether somebody who has reached a level may be expected to know a word. */
export function isWithin({ level }: LevelledWord, side: Side, known: KnownLevel): boolean {
  return atOrBelow(level, side, known)
}

function chinese(text: string, dictionary: Dictionary): readonly LevelledWord[] {
  return wordsOf(text, 'zh', dictionary)
    .filter(({ kind }) => kind === 'word')
    .map(({ start, end, key, level }) => {
      const isCut =
        hskOf(level) === undefined || (key === '个人' && COUNTS.test(text[start - 1] ?? ''))
      const form = text.slice(start, end)
      return { start, end, key, form, level: isCut ? madeOfZh(key, dictionary) : level }
    })
}

/** What makes of a 个人 behind it so many people, and no individual. */
const COUNTS = /[一二两三四五六七八九十几每多半这那哪\d]/

/**
 * The level of a word that no list has, from the listed words it is made of, cut so that the hardest of them is as easy as may
 * be: 茶店 is 茶 and 店, 跑过去 is 跑 and 过去. Empty when a part of it is in no list.
 */
function madeOfZh(word: string, dictionary: Dictionary): Level {
  const easiest: (number | undefined)[] = [0]
  for (let end = 1; end <= word.length; end++) {
    for (let start = 0; start < end; start++) {
      const before = easiest[start]
      const part = start === 0 && end === word.length ? undefined : word.slice(start, end)
      const own = part === undefined ? undefined : partOf(part, dictionary)
      if (before === undefined || own === undefined) continue
      easiest[end] = Math.min(easiest[end] ?? Infinity, Math.max(before, own))
    }
  }
  const hsk2021 = easiest[word.length]
  return hsk2021 === undefined ? {} : { hsk2021 }
}

/** 儿 that only rounds the syllable before it is no word of its own. */
const partOf = (part: string, dictionary: Dictionary): number | undefined =>
  part === '儿' || part === '们' ? 1 : hskOf(dictionary.levelZh(part))

function english(text: string, dictionary: Dictionary): readonly LevelledWord[] {
  const words = wordsOf(text, 'en', dictionary)
  const named = new Set(
    words.filter(({ start }) => isInSentence(text, start)).map(({ key }) => key),
  )
  return words.flatMap(({ start, end, key, kind }, at) => {
    const form = text.slice(start, end)
    if (kind === 'number' || !/\p{L}/u.test(form) || ORDINAL.test(form)) return []
    const next = words[at + 2]
    const level = levelOfForm(form, key, dictionary, next && text.slice(next.start, next.end))
    const isName = /^\p{Lu}/u.test(form) && named.has(key) && level.cefr === undefined
    return isName ? [] : [{ start, end, key, form, level }]
  })
}

/** Whether a capital there can only be a name's, as no sentence and no quotation begins. */
function isInSentence(text: string, start: number): boolean {
  return (
    /^\p{Lu}/u.test(text.slice(start, start + 1)) &&
    /(?:[\p{L}\p{N},;–-]['’]?\s?|\b(?:Mrs?|Ms|Dr)\.\s)$/u.test(
      text.slice(Math.max(0, start - 8), start),
    )
  )
}

/** The lists have the numbers and the first ordinals; the others are numbers all the same. */
const ORDINAL =
  /^(?:\w+-)?(?:four|fif|six|seven|eigh|nin|ten|eleven|twelf|thir|hundred|thousand)(?:teen|tie)?th$/i

/** What the lists leave out as too plain, and what English glues on, as the tokenizer writes it. */
const PLAIN = new Set([
  "'s",
  "'d",
  'not',
  'am',
  'are',
  'be',
  'have',
  'will',
  'cannot',
  'oh',
  'yuan',
])

/** The easiest of what the lists say of a form, of its lemma, of what it is regularly made from, and of it with the next word. */
function levelOfForm(form: string, key: string, dictionary: Dictionary, next = ''): Level {
  const plain = form.toLowerCase().replaceAll('’', "'")
  if (PLAIN.has(key) || PLAIN.has(plain)) return { cefr: 'A1' }
  const forms = [form, plain, key, `${plain} ${next}`, ...basesOf(plain)]
  const places = forms.flatMap((one) => {
    const { cefr } = dictionary.levelEn(one)
    return cefr === undefined ? [] : [cefrRank(cefr)]
  })
  const cefr = places.length > 0 ? CEFR[Math.min(...places)] : hardestPart(plain, dictionary)
  return cefr === undefined ? {} : { cefr }
}

/** Words that a regular ending is put on: taller and tallest are tall, slowly is slow. */
function basesOf(form: string): readonly string[] {
  const stem = /^(.{2,}?)(?:er|est|ly|ing|ed|es|s)$/.exec(form)?.[1]
  if (stem === undefined) return []
  const single = /(.)\1$/.test(stem) ? [stem.slice(0, -1)] : []
  const y = stem.endsWith('i') ? [`${stem.slice(0, -1)}y`] : []
  return [stem, `${stem}e`, ...single, ...y]
}

/** Of a hyphenated word that no list has; undefined when a part of it is in none. */
function hardestPart(form: string, dictionary: Dictionary): Cefr | undefined {
  const parts = form.split('-')
  if (parts.length < 2) return undefined
  const levels = parts.map((part) => levelOfForm(part, part, dictionary).cefr)
  const places = levels.map((level) => (level === undefined ? CEFR.length : cefrRank(level)))
  return CEFR[Math.max(...places)]
}
