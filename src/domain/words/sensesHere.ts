import type { Dictionary } from '../dictionary/dictionary.ts'
import { readGloss } from '../dictionary/gloss.ts'
import type { Side } from '../model.ts'
import { showText } from '../zh/showText.ts'
import { contentLemmas, glossParts } from './english.ts'
import { meaningsHere } from './explainEnglish.ts'
import { sensesOf, type Sense } from './senses.ts'
import type { WordInfo } from './words.ts'

/** What tells which sense of a word is meant where it stands. */
export interface Here {
  /** The language of the word. */
  readonly side: Side
  /** How it is read there, numbered; '' on the English side. */
  readonly reading: string
  /** What stands for it in the translation; null when nobody knows. */
  readonly counterpart: string | null
  /** All of what translates its sentence; '' for none. */
  readonly translation: string
}

/** What agreeing with the counterpart counts for, and with some word of the translation. */
const COUNTERPART = 2
const TRANSLATION = 0.5

/**
 * The senses of a word with the one that is meant here in front, and in each the gloss that is: those that share most
 * with the counterpart, then those whose words stand in the translation. What neither tells keeps the order of the
 * dictionary. A Chinese counterpart the senses lack is put before them.
 */
export function sensesHere(
  senses: readonly Sense[],
  here: Here,
  dictionary: Dictionary,
): readonly Sense[] {
  return here.side === 'zh'
    ? inOrder(senses.map((sense) => chineseSense(sense, here)))
    : englishSenses(senses, here, dictionary)
}

/** A word that was looked up, with what is meant here in front. */
export function meantHere(info: WordInfo, here: Here, dictionary: Dictionary): WordInfo {
  if (info.english === null) return { ...info, senses: sensesHere(info.senses, here, dictionary) }
  const translation = showText(here.translation, 'simplified', dictionary)
  const counterpart = here.counterpart && showText(here.counterpart, 'simplified', dictionary)
  const meanings = meaningsHere(info.english.meanings, counterpart, translation)
  return { ...info, english: { ...info.english, meanings } }
}

interface Scored<T> {
  readonly it: T
  readonly score: number
}
/** Best first; of equal ones the earlier. */
const inOrder = <T>(scored: readonly Scored<T>[]): readonly T[] =>
  scored.toSorted((a, b) => b.score - a.score).map(({ it }) => it)

function chineseSense(sense: Sense, here: Here): Scored<Sense> {
  const wanted = new Set(contentLemmas(here.counterpart ?? ''))
  const around = new Set(contentLemmas(here.translation))
  // Another reading is another word: it takes more than some word of the translation to prefer that.
  const isReadSo = here.reading === '' || sense.reading.toLowerCase() === here.reading
  const scored = sense.glosses.map((gloss) => {
    const parts = glossParts(readGloss(gloss))
    const score = Math.max(
      0,
      ...parts.map((part) => {
        const isAround = isReadSo && part.every((lemma) => around.has(lemma))
        return COUNTERPART * likeness(part, wanted) + (isAround ? TRANSLATION : 0)
      }),
    )
    return { it: gloss, score }
  })
  const score = Math.max(0, ...scored.map((one) => one.score))
  return { it: { ...sense, glosses: inOrder(scored) }, score }
}

/** Dice's coefficient of two sets of words, 0 … 1. */
function likeness(part: readonly string[], wanted: ReadonlySet<string>): number {
  const shared = part.filter((lemma) => wanted.has(lemma)).length
  return shared === 0 ? 0 : (2 * shared) / (part.length + wanted.size)
}

function englishSenses(
  senses: readonly Sense[],
  { counterpart, translation }: Here,
  dictionary: Dictionary,
): readonly Sense[] {
  const simplified = (text: string): string => showText(text, 'simplified', dictionary).trim()
  const wanted = simplified(counterpart ?? '')
  const around = simplified(translation)
  const scored = senses.map((sense) => {
    const word = sense.simplified
    const isPart = wanted !== '' && (wanted.includes(word) || word.includes(wanted))
    const least = word.length > 1 && around.includes(word) ? TRANSLATION : 0
    return { it: sense, score: word === wanted ? COUNTERPART : isPart ? 1 : least }
  })
  const isThere = scored.some(({ score }) => score === COUNTERPART)
  const own = isThere || wanted === '' ? [] : sensesOf(dictionary.entries(wanted), dictionary)
  return [...own.slice(0, 1), ...inOrder(scored)]
}
