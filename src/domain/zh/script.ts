import type { Dictionary } from '../dictionary/dictionary.ts'
import { tokenizeZh } from '../text/tokenizeZh.ts'
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

/** A text in traditional characters, as in Taiwan's and Hong Kong's common standard; what is traditional stays. */
export function toTraditional(text: string, dictionary: Dictionary): string {
  if (scriptOf(text, dictionary) === 'traditional') return text
  const tokens = tokenizeZh(text, dictionary)
  const readings = readZh(text, dictionary, { tokens })
  const words = tokens.map(({ start, end, text: word, kind }) => {
    if (kind === 'space' || kind === 'punctuation') return word
    const reading = readings.slice(start, end).filter((syllable) => syllable !== null)
    return (
      traditionalWord(word, reading.join(' '), dictionary) ??
      characterwise(word, readings.slice(start, end))
    )
  })
  return words.join('')

  function characterwise(word: string, syllables: readonly (string | null)[]): string {
    let at = 0
    return [...word]
      .map((character) => {
        const syllable = syllables[at] ?? ''
        at += character.length
        return (
          traditionalWord(character, syllable, dictionary) ??
          dictionary.traditionalForms(character)[0]
        )
      })
      .join('')
  }
}

/** The form of a headword with a reading; null when it is no headword in simplified characters. */
function traditionalWord(word: string, reading: string, dictionary: Dictionary): string | null {
  const entries = dictionary.entries(word).filter((entry) => entry.simplified === word)
  const major = entries.filter((entry) => !isMinorEntry(entry))
  const candidates = major.length > 0 ? major : entries
  const spoken = candidates.filter((entry) => entry.reading.toLowerCase() === reading)
  const forms = new Set((spoken.length > 0 ? spoken : candidates).map((entry) => entry.traditional))
  const usual = USUAL_FORMS.get(word)
  if (usual !== undefined && forms.has(usual)) return usual
  const preferred = dictionary.traditionalForms(word).find((form) => forms.has(form))
  return preferred ?? [...forms][0] ?? null
}

/** Characters that stand alone in another form than in most words. */
const USUAL_FORMS: ReadonlyMap<string, string> = new Map(
  [
    '台台',
    '系系',
    '面面',
    '周周',
    '须須',
    '云雲',
    '松鬆',
    '吊吊',
    '谷谷',
    '征征',
    '板板',
    '表表',
    '布布',
    '托托',
    '胡胡',
    '升升',
  ].map(([simplified = '', traditional = '']) => [simplified, traditional]),
)

/** A text in simplified characters; what is simplified stays. */
export function toSimplified(text: string, dictionary: Dictionary): string {
  if (scriptOf(text, dictionary) === 'simplified') return text
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
  return words.join('')
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
