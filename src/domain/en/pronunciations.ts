import { frontCode, openFrontCoded } from '../dictionary/frontCoding.ts'
import {
  openTextColumn,
  packSections,
  packTextColumn,
  readTextColumn,
  unpackSections,
} from '../dictionary/sections.ts'
import { americanSpelling } from './americanSpelling.ts'
import { packPhones, unpackPhones } from './arpabet.ts'
import { phonesOfForm } from './inflect.ts'
import { ipaOf } from './ipa.ts'

const MAGIC = 0x31_50_5a_44

/** How English words are said. */
export interface Pronunciations {
  readonly size: number
  /**
   * A word or phrase as it stands in a text, in IPA without slashes; '' when one of its words is not known. A regular form
   * that is not listed is its lemma and the ending's sound; a hyphenated word is its parts.
   */
  ipa(phrase: string): string
}

/** Words in lower case with their phones (`G R IY1 N`), compiled; not gzip'ed. */
export function encodePronunciations(words: ReadonlyMap<string, string>): Uint8Array {
  const sorted = [...words].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return packSections(MAGIC, [
    packTextColumn(frontCode(sorted.map(([word]) => word))),
    packTextColumn(sorted.map(([, phones]) => packPhones(phones))),
  ])
}

/** @throws RangeError when the bytes are no compiled pronunciations of this version */
export function openPronunciations(bytes: Uint8Array): Pronunciations {
  const [coded = new Uint8Array(), packed = new Uint8Array()] = unpackSections(MAGIC, bytes)
  const words = openFrontCoded(readTextColumn(coded))
  const phones = openTextColumn(packed, words.size)

  const listed = (word: string): readonly string[] | null => {
    const at = words.find(word)
    return at < 0 ? null : unpackPhones(phones.row(at))
  }
  const spelt = (word: string) => listed(word) ?? listed(americanSpelling(word))
  /** A form of a form too: warnings, of warning, of warn. */
  const simple = (word: string): readonly string[] | null =>
    spelt(word) ?? phonesOfForm(word, (lemma) => spelt(lemma) ?? phonesOfForm(lemma, spelt))
  /** Each of the words a word is said as: one, or the parts around its hyphens. */
  const said = (word: string): readonly (readonly string[] | null)[] => {
    const whole = simple(word) ?? (word.includes('-') ? simple(word.replaceAll('-', '')) : null)
    return whole ? [whole] : word.split('-').map(simple)
  }

  return {
    size: words.size,
    ipa: (phrase) => {
      const parts = wordsOf(phrase).flatMap(said)
      return parts.every((part) => part !== null) ? parts.map(ipaOf).join(' ') : ''
    },
  }
}

/** Lower-case words of a phrase without what stands around them; a figure makes one that no list has. */
function wordsOf(phrase: string): readonly string[] {
  return phrase
    .toLowerCase()
    .replaceAll('’', "'")
    .split(/\s+/)
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}']+$/gu, ''))
    .filter((word) => word !== '')
}
