import type { Dictionary } from '../../dictionary/dictionary.ts'
import type { TextRange } from '../../model.ts'
import { isFunctionZh } from '../words/closedClass.ts'
import { glossesOf } from '../words/glosses.ts'
import { nameSimilarity, soundSimilarity } from './soundAlike.ts'
import { cutsWord, nameRuns, subRuns, unexplained } from './nameRuns.ts'
import { enPhones } from './phones.ts'
import { pinyinPlaces, syllablesOf } from './pinyinNames.ts'
import { isNameDot, isNameJoint, isStrongNameHanzi, nameSyllable } from '../../text/nameHanzi.ts'
import type { EnWord } from '../words/words.ts'

/** A foreign name of one bead: where its spelling stands on the Chinese side, and which English words it spells. */
export interface NameLink {
  readonly zh: TextRange
  /** Indices into the bead's English words, end exclusive. */
  readonly from: number
  readonly to: number
  /** How alike they sound, 0 … 1; 1 when the text itself says so in brackets. */
  readonly certainty: number
}

/** Small words that stand inside a name: Mohammed bin Salman, Saif al-Islam. */
const PARTICLE = /^(?:bin|ibn|al|el|von|van|der|den|de|da|do|dos|del|di|du|la|le|of|y)$/
/** A bead of more English words is no sentence, and would take forever. */
const MOST_ENGLISH = 400
const MOST_WORDS = 6
/** More comparisons than this, and a bead is a list of names or no text at all. */
const MOST_COMPARED = 60_000
/** A name is worth its length: about so many hanzi spell a phone of English. */
const HANZI_PER_PHONE = 0.6
/** Hanzi left over at the ends of a run cost this much each. */
const LEFT_OVER = 0.12
/** Beside a dot there is a name, and all of it. */
const LEFT_OVER_DOTTED = 0.35
/** A boundary inside a frequent word (对于|达拉斯) costs this. */
const CUT_WORD = 0.6
/** Alikeness that pays for nothing: two names taken at random seldom reach it. */
const CHANCE = 0.45

/**
 * The foreign names of a bead: hanzi that spell names, next to each other, compared by sound with the capitalised words
 * of the English side. The best pairs win; every hanzi and every English word is used once. Names are whole: the parts on both
 * sides of a dot go together, and a longer name the dictionary has (克里姆林宫) is not cut.
 */
export function findNames(
  text: string,
  range: TextRange,
  words: readonly EnWord[],
  dictionary: Dictionary,
): readonly NameLink[] {
  if (words.length > MOST_ENGLISH) return []
  const runs = nameRuns(text, range, dictionary).flatMap((run) =>
    unexplained(text, run, words, dictionary),
  )
  const spans = nameSpans(words)
  const syllableOf = (hanzi: string) =>
    nameSyllable(hanzi) ?? syllablesOf(hanzi, dictionary)[0] ?? null
  const similarity = (spelling: string, english: string) =>
    Array.from(spelling).some((one) => nameSyllable(one) === null && !isNameJoint(one))
      ? soundSimilarity(spelling, english, syllableOf)
      : nameSimilarity(spelling, english)
  const found: (NameLink & { readonly value: number })[] = []
  for (const { from, to } of spans) {
    if (to - from > 3) continue
    for (const zh of pinyinPlaces(text, range, spell(words, from, to), dictionary)) {
      if (isNameDot(text[zh.start - 1] ?? '') || isNameDot(text[zh.end] ?? '')) continue
      if (cutsWord(text, zh.start, dictionary) + cutsWord(text, zh.end, dictionary) > 0) continue
      const places = middle(zh, range) - (from + to) / 2 / words.length
      found.push({ zh, from, to, certainty: 1, value: zh.end - zh.start - 0.02 * Math.abs(places) })
    }
  }
  if (spans.length === 0) return pickBest(found)
  const parted = runs.map((run) => ({ run, parts: subRuns(text, run, dictionary) }))
  const compared = spans.length * parted.reduce((sum, { parts }) => sum + parts.length, 0)
  if (compared > MOST_COMPARED) return pickBest(found)
  for (const { run, parts } of parted) {
    const bracketed = latinInBrackets(text, run.end)
    const dotted = Array.from(text.slice(run.start, run.end)).some(isNameDot)
    const spelled = spelledIn(text.slice(run.start, run.end))
    for (const part of parts) {
      const spelling = text.slice(part.start, part.end)
      const hanzi = [...spelling].filter((one) => !isNameJoint(one)).length
      const cut =
        CUT_WORD * (cutsWord(text, part.start, dictionary) + cutsWord(text, part.end, dictionary))
      const leftOver = spelled - spelledIn(spelling)
      for (const { from, to } of spans) {
        const english = spell(words, from, to)
        const said = part.end === run.end && sameLatin(english, bracketed)
        if (cutsHyphen(text, part, words, from, to) || hasDash(spelling, words, from, to)) continue
        const alike = Math.max(
          similarity(spelling, english),
          // 约克郡 is York and 郡, a shire.
          text[part.end] === '郡' ? similarity(spelling, english.replace(/shire$/, '')) : 0,
          // 万斯(JD Vance): the brackets say all of the name, the hanzi its last word.
          said ? nameSimilarity(spelling, words[to - 1]!.text) : 0,
        )
        const enough = said
          ? Math.min(CHANCE, leastAlike(spelling, hanzi, dictionary))
          : leastAlike(spelling, hanzi, dictionary)
        if (alike < enough) continue
        const places = middle(part, range) - (from + to) / 2 / words.length
        const value =
          (alike - CHANCE + (said ? 0.3 : 0)) * HANZI_PER_PHONE * enPhones(english).length -
          (dotted ? LEFT_OVER_DOTTED : LEFT_OVER) * leftOver -
          cut -
          0.02 * Math.abs(places)
        found.push({ zh: part, from, to, certainty: said ? 1 : alike, value })
      }
    }
  }
  return pickBest(found)
}

/** How many hanzi of a text spell names and are no grammar. */
function spelledIn(text: string): number {
  return Array.from(text).filter((one) => nameSyllable(one) !== null && !isFunctionZh(one)).length
}

/** Whether what looks like the hyphen of a name is a dash: the English has none there. */
function hasDash(spelling: string, words: readonly EnWord[], from: number, to: number): boolean {
  return /[-–]/.test(spelling) && !words.slice(from + 1, to).some((word) => word.hyphened)
}

/** Douglas-Davies is one name, and 道格拉斯-戴维斯 too, when both sides have the hyphen. */
function cutsHyphen(
  text: string,
  part: TextRange,
  words: readonly EnWord[],
  from: number,
  to: number,
): boolean {
  const before = isNameJoint(text[part.start - 1] ?? '') && words[from]?.hyphened === true
  const after = isNameJoint(text[part.end] ?? '') && words[to]?.hyphened === true
  return before || after
}

function spell(words: readonly EnWord[], from: number, to: number): string {
  return words
    .slice(from, to)
    .map((word) => word.text)
    .join(' ')
}

function middle(part: TextRange, range: TextRange): number {
  return ((part.start + part.end) / 2 - range.start) / (range.end - range.start)
}

/** The similarity asked for: more of short spellings, and of those that are ordinary words. */
function leastAlike(spelling: string, hanzi: number, dictionary: Dictionary): number {
  if (spelling.length > hanzi) return 0.55
  if (dictionary.has(spelling) && !glossesOf(spelling, dictionary).proper) return 0.85
  const strong = [...spelling].filter(isStrongNameHanzi).length
  if (hanzi === 2) return strong === 2 ? 0.66 : 0.74
  return 2 * strong >= hanzi ? 0.58 : 0.68
}

function pickBest(found: readonly (NameLink & { readonly value: number })[]): readonly NameLink[] {
  const sorted = [...found].filter(({ value }) => value > 0).sort((a, b) => b.value - a.value)
  const picked: NameLink[] = []
  for (const { zh, from, to, certainty } of sorted) {
    const free = picked.every(
      (other) =>
        (zh.end <= other.zh.start || other.zh.end <= zh.start) &&
        (to <= other.from || other.to <= from),
    )
    if (free) picked.push({ zh, from, to, certainty })
  }
  return picked.sort((a, b) => a.zh.start - b.zh.start)
}

/** Runs of capitalised English words, particles inside allowed, and all their parts up to {@link MOST_WORDS} words. */
function nameSpans(words: readonly EnWord[]): readonly { from: number; to: number }[] {
  const spans: { from: number; to: number }[] = []
  for (let from = 0; from < words.length; from++) {
    if (!named(words[from]!)) continue
    for (let to = from + 1; to <= words.length && to - from <= MOST_WORDS; to++) {
      const last = words[to - 1]!
      if (to > from + 1 && !last.joined) break
      if (named(last)) spans.push({ from, to })
      else if (!PARTICLE.test(last.lemma)) break
    }
  }
  return spans
}

function named(word: EnWord): boolean {
  return word.capital && word.content && word.text.length > 1
}

/** The Latin text in the brackets that open right after `at`: 达伦·莫斯 (Darren Moss); empty when there are none. */
function latinInBrackets(text: string, at: number): string {
  return (
    /^\s*[（(]\s*([A-Z][^()（）\u3400-\u9fff]{1,60}?)\s*[)）]/u.exec(
      text.slice(at, at + 80),
    )?.[1] ?? ''
  )
}

function sameLatin(a: string, b: string): boolean {
  return b !== '' && letters(a) === letters(b)
}

const letters = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z]/g, '')
