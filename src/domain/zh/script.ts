import type { Dictionary } from '../dictionary/dictionary.ts'
import { tokenizeZh } from '../text/tokenizeZh.ts'
import { doubledWord } from '../text/doubled.ts'
import { foldZh } from '../text/fold.ts'
import { formInContext, isSurnameAt, SIMPLIFIED_FORMS, TRADITIONAL_FORMS } from './scriptForms.ts'
import { readZh } from './pinyin.ts'
import { isMinorEntry } from './wordReading.ts'

/**
 * Simplified ⇄ traditional, for show only: a text is stored as it was given.
 *
 * Word by word: a word takes the form of its dictionary entry; of several entries the one with the reading the word has
 * here (头发 tou2 fa5 → 頭髮, 干 gan4 → 幹). What is no word goes character by character, by the commonest form.
 */
export type Script = 'simplified' | 'traditional'

/** Which script a text is in, by the characters only one of them has; null when there are as many of either, or none. */
export function scriptOf(text: string, dictionary: Dictionary): Script | null {
  const counts = new Map<string, number>()
  for (const character of text) counts.set(character, (counts.get(character) ?? 0) + 1)
  let balance = 0
  for (const [character, count] of counts) {
    if (!dictionary.traditionalForms(character).includes(character)) balance -= count
    else if (isTraditionalOnly(character, dictionary)) balance += count
  }
  if (balance === 0) return null
  return balance < 0 ? 'simplified' : 'traditional'
}

/** Not so 著 and 乾, which simplified texts have too: 著名, 乾隆. */
function isTraditionalOnly(character: string, dictionary: Dictionary): boolean {
  return (
    !dictionary.simplifiedForms(character).includes(character) &&
    !dictionary.entries(character).some(({ simplified }) => simplified === character)
  )
}

/** A text converted without what hides its words, which then stands in its place again. */
function throughFold(text: string, convert: (text: string) => string): string {
  const folded = foldZh(text)
  if (folded === null) return convert(text)
  const shown = [...convert(folded.text)]
  if (shown.length !== [...folded.text].length) return text
  let [at, next] = [0, 0]
  return [...text]
    .map((character) => {
      const isLeftOut = folded.folded(at) === folded.folded(at + character.length)
      at += character.length
      return isLeftOut ? character : shown[next++]!
    })
    .join('')
}

/** A text in traditional characters, as in Taiwan's and Hong Kong's common standard; what is traditional stays. */
export function toTraditional(text: string, dictionary: Dictionary): string {
  if (scriptOf(text, dictionary) === 'traditional') return text
  return throughFold(text, (folded) => convertToTraditional(folded, dictionary))
}

function convertToTraditional(text: string, dictionary: Dictionary): string {
  const tokens = tokenizeZh(text, dictionary)
  const readings = readZh(text, dictionary, { tokens })
  const formAt = (at: number, character: string): string =>
    (isSurnameAt(text, at) ? surnameForm(character, dictionary) : null) ??
    traditionalWord(character, readings[at] ?? '', dictionary) ??
    dictionary.traditionalForms(character)[0]!
  const words = tokens.map(({ start, end, text: word, kind }) => {
    if (kind === 'space' || kind === 'punctuation') return word
    const characters = [...word]
    if (characters.length === 1) {
      const isSurname = isSurnameAt(text, start)
      return (isSurname ? null : formInContext(word, text, start)) ?? formAt(start, word)
    }
    const reading = readings.slice(start, end).filter((syllable) => syllable !== null)
    const whole = traditionalWord(word, reading.join(' '), dictionary)
    if (whole !== null) return whole
    const half = doubledWord(word)
    const single = half && traditionalWord(half, '', dictionary)
    if (single) return [...single].map((character) => character.repeat(2)).join('')
    const surname = kind === 'name' ? surnameForm(characters[0]!, dictionary) : null
    let at = start
    return characters
      .map((character, i) => {
        const place = at
        at += character.length
        return i === 0 && surname !== null ? surname : formAt(place, character)
      })
      .join('')
  })
  return words.join('')
}

/** The form a character has as a surname; null when it is none. */
function surnameForm(character: string, dictionary: Dictionary): string | null {
  const entry = dictionary
    .entries(character)
    .find((one) => one.simplified === character && one.glosses[0]?.startsWith('surname '))
  return entry?.traditional ?? null
}

/** The form of a headword with a reading; null when it is no headword in simplified characters. */
function traditionalWord(word: string, reading: string, dictionary: Dictionary): string | null {
  if (word.length > 1 && TRADITIONAL_FORMS.has(word)) return TRADITIONAL_FORMS.get(word)!
  const entries = dictionary.entries(word).filter((entry) => entry.simplified === word)
  const major = entries.filter((entry) => !isMinorEntry(entry))
  const candidates = major.length > 0 ? major : entries
  const spoken = candidates.filter((entry) => entry.reading.toLowerCase() === reading)
  const forms = new Set((spoken.length > 0 ? spoken : candidates).map((entry) => entry.traditional))
  const usual = TRADITIONAL_FORMS.get(word)
  if (usual !== undefined && forms.has(usual)) return usual
  const preferred = dictionary.traditionalForms(word).find((form) => forms.has(form))
  return preferred ?? [...forms][0] ?? null
}

/** A text in simplified characters; what is simplified stays. */
export function toSimplified(text: string, dictionary: Dictionary): string {
  if (scriptOf(text, dictionary) === 'simplified') return text
  return throughFold(text, (folded) => convertToSimplified(folded, dictionary))
}

function convertToSimplified(text: string, dictionary: Dictionary): string {
  const tokens = tokenizeZh(text, dictionary)
  const readings = readZh(text, dictionary, { tokens })
  const words = tokens.map(({ start, text: word, kind }) => {
    if (kind === 'space' || kind === 'punctuation') return word
    if ([...word].length > 1) {
      const entry = dictionary.entries(word).find(({ traditional }) => traditional === word)
      if (entry) return entry.simplified
    }
    let at = start
    return [...word]
      .map((character) => {
        const syllable = readings[at] ?? ''
        at += character.length
        return simplifiedCharacter(character, syllable, dictionary)
      })
      .join('')
  })
  return withWords(text, words.join(''))
}

/** What was converted, with the words whose simplified form the dictionary does not tell. */
function withWords(text: string, converted: string): string {
  if (text.length !== converted.length) return converted
  let shown = converted
  for (const [given, form] of SIMPLIFIED_FORMS) {
    for (let at = text.indexOf(given); at >= 0; at = text.indexOf(given, at + given.length))
      shown = shown.slice(0, at) + form + shown.slice(at + form.length)
  }
  return shown
}

/** Of the forms with a reading (著 zhe5 is 着, 著 zhu4 stays) the commonest that is not traditional itself. */
function simplifiedCharacter(character: string, reading: string, dictionary: Dictionary): string {
  const entries = dictionary
    .entries(character)
    .filter((entry) => entry.traditional === character && !isMinorEntry(entry))
  const spoken = entries.filter((entry) => entry.reading.toLowerCase() === reading)
  const forms = new Set((spoken.length > 0 ? spoken : entries).map((entry) => entry.simplified))
  const candidates = forms.size > 0 ? [...forms] : dictionary.simplifiedForms(character)
  const frequency = (form: string): number => dictionary.logFrequency(form) ?? -9
  const [best] = candidates
    .filter((form) => dictionary.traditionalForms(form).includes(character))
    .toSorted((a, b) => frequency(b) - frequency(a))
  return best ?? character
}
