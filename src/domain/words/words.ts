import type { Dictionary } from '../dictionary/dictionary.ts'
import { remembered } from '../dictionary/remembered.ts'
import { lookUp } from './lookUp.ts'
import { recut, type OwnCuts } from './ownCuts.ts'
import { frequencyBand, isPolite, sensesOf, type FrequencyBand, type Sense } from './senses.ts'
import type { EnglishGuide, EnglishInfo, Explained } from './explainEnglish.ts'
import type { Pronunciations } from '../en/pronunciations.ts'
import type { Level, Side, Term, TextRange } from '../model.ts'
import { lemmaEn } from '../text/lemmaEn.ts'
import { tokenizeEn } from '../text/tokenizeEn.ts'
import { tokenizeZh } from '../text/tokenizeZh.ts'
import { readZh } from '../zh/pinyin.ts'

/** A word of a text as the reader screen draws it. */
export interface Word extends TextRange {
  readonly kind: 'word' | 'name' | 'number' | 'latin' | 'punctuation' | 'space'
  /** What knowledge is looked up by: the simplified headword, or the English lemma. */
  readonly key: string
  readonly level: Level
  /** One numbered syllable per hanzi, null for other characters; empty on the English side. */
  readonly syllables: readonly (string | null)[]
}

/** What a tapped word's popup shows. */
export interface WordInfo {
  readonly range: TextRange
  /** The dictionary's form: the simplified headword, or the English lemma. */
  readonly headword: string
  /** As it stands in the text. */
  readonly form: string
  /** Of the Chinese word here, numbered; '' on the English side. */
  readonly reading: string
  /** Of the English form and of its lemma, without slashes; '' when nobody knows, and on the Chinese side. */
  readonly ipa: { readonly form: string; readonly lemma: string }
  readonly senses: readonly Sense[]
  /** Of a Chinese word the dictionary has; null else. */
  readonly frequency: FrequencyBand | null
  readonly level: Level
  /** Of an English word, for who learns English; null else, and until that dictionary is here. */
  readonly english: EnglishInfo | null
}

/** What English words are looked up in besides. */
export interface EnglishSources {
  readonly pronunciations: Pronunciations | null
  readonly guide?: EnglishGuide | null
  /** Whether a word of a phrase is wanted without it. */
  readonly alone?: boolean
}

/** Entries a popup shows for an English word; beyond these the glosses only mention it. */
const ENGLISH_ENTRIES = 6

/** One for all words: a long text has a million. */
const NO_LEVEL: Level = {}
const SILENT: Word['syllables'] = []

/**
 * The words of one text with what a reader screen needs to draw them, in order; together they cover it.
 *
 * @param translation what the text means in English, where that is known: it decides between readings
 */
export function wordsOf(
  text: string,
  side: Side,
  dictionary: Dictionary,
  cuts?: OwnCuts,
  translation = '',
): readonly Word[] {
  return side === 'zh' ? chinese(text, dictionary, cuts, translation) : english(text, dictionary)
}

function chinese(
  text: string,
  known: Dictionary,
  cuts: OwnCuts | undefined,
  translation: string,
): readonly Word[] {
  const dictionary = remembered(known)
  const tokens = recut(tokenizeZh(text, dictionary), cuts)
  const syllables = readZh(text, dictionary, { tokens, english: translation })
  return tokens.map(({ start, end, kind, text: word }) => ({
    start,
    end,
    kind,
    key: dictionary.entries(word)[0]?.simplified ?? word,
    level: kind === 'word' ? dictionary.levelZh(word) : NO_LEVEL,
    syllables: syllables.slice(start, end),
  }))
}

function english(text: string, dictionary: Dictionary): readonly Word[] {
  const words: Word[] = []
  let at = 0
  const gap = (end: number) => {
    if (end > at) {
      words.push({
        start: at,
        end,
        kind: 'punctuation',
        key: '',
        level: NO_LEVEL,
        syllables: SILENT,
      })
    }
  }
  for (const token of tokenizeEn(text)) {
    gap(token.start)
    const key = token.kind === 'word' ? lemmaEn(token.norm) : token.norm
    const name =
      token.kind === 'word' && token.start > 0 && /^\p{Lu}/u.test(text.slice(token.start))
    words.push({
      start: token.start,
      end: token.end,
      kind: token.kind === 'number' ? 'number' : name ? 'name' : 'word',
      key,
      level: dictionary.levelEn(key),
      syllables: SILENT,
    })
    at = token.end
  }
  gap(text.length)
  return words
}

/**
 * What the popup of a tapped word shows; null when there is no word there.
 *
 * @param translation as in {@link wordsOf}
 */
export function lookUpWord(
  text: string,
  at: number,
  side: Side,
  dictionary: Dictionary,
  { pronunciations, guide = null, alone = false }: EnglishSources,
  cuts?: OwnCuts,
  translation = '',
): WordInfo | null {
  if (side === 'zh') {
    const found = lookUp(text, at, dictionary, cuts, translation)
    if (found === null) return null
    const { range, entries, reading, level, logFrequency } = found
    const senses = sensesOf(entries, dictionary)
    const frequency = logFrequency === null ? null : frequencyBand(logFrequency)
    const headword = entries[0]?.simplified ?? text.slice(range.start, range.end)
    const form = text.slice(range.start, range.end)
    const ipa = { form: '', lemma: '' }
    return { range, headword, form, reading, ipa, senses, frequency, level, english: null }
  }
  const found = guide?.at(text, at, alone) ?? null
  if (found !== null) return explained(found, text, dictionary)
  const word = english(text, dictionary).find(
    (one) => one.start <= at && at < one.end && one.kind !== 'punctuation',
  )
  if (word === undefined) return null
  const entries = dictionary.findEnglish(word.key, ENGLISH_ENTRIES)
  const range = { start: word.start, end: word.end }
  const form = text.slice(word.start, word.end)
  const ipaOf = (spelt: string): string => pronunciations?.ipa(spelt) ?? ''
  return {
    range,
    headword: word.key,
    form,
    reading: '',
    ipa: { form: ipaOf(form), lemma: ipaOf(word.key) },
    senses: sensesOf(entries, dictionary).filter(isPolite),
    frequency: null,
    level: word.level,
    english: null,
  }
}

function explained(
  { range, headword, sound, level, ...english }: Explained,
  text: string,
  dictionary: Dictionary,
): WordInfo {
  const own = Object.keys(level).length > 0 ? level : dictionary.levelEn(headword.toLowerCase())
  return {
    range,
    headword,
    form: text.slice(range.start, range.end),
    reading: '',
    ipa: sound,
    senses: [],
    frequency: null,
    level: own,
    english,
  }
}

/** The terms with the sound of their English side, as far as it is known. */
export function withIpa(
  terms: readonly Term[],
  pronunciations: Pronunciations | null,
): readonly Term[] {
  return terms.map((term) => {
    const ipa = pronunciations?.ipa(term.en) ?? ''
    return ipa === '' ? term : { ...term, ipa }
  })
}
