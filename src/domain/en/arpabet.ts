/**
 * ARPABET, the alphabet of the CMU Pronouncing Dictionary: 24 consonants, and 15 vowels each with its stress, 0 none,
 * 1 primary, 2 secondary (`AH0 G R IY1 M AH0 N T`). Packed, a phone is one printable ASCII character.
 */
const CONSONANTS = 'B CH D DH F G HH JH K L M N NG P R S SH T TH V W Y Z ZH'.split(' ')
const VOWELS = 'AA AE AH AO AW AY EH ER EY IH IY OW OY UH UW'.split(' ')

const PHONES: readonly string[] = [
  ...CONSONANTS,
  ...VOWELS.flatMap((vowel) => ['0', '1', '2'].map((stress) => vowel + stress)),
]
const FIRST = 33
const CODES = new Map(PHONES.map((phone, i) => [phone, String.fromCharCode(FIRST + i)]))

/**
 * Phones separated by spaces as one character each.
 *
 * @throws RangeError on what is no phone
 */
export function packPhones(phones: string): string {
  const code = (phone: string): string => {
    const found = CODES.get(phone)
    if (found === undefined) throw new RangeError(`no phone of ARPABET: ${phone}`)
    return found
  }
  return phones.split(' ').map(code).join('')
}

/** The phones of {@link packPhones}, as a list. */
export function unpackPhones(packed: string): readonly string[] {
  return [...packed].map((code) => PHONES[code.charCodeAt(0) - FIRST] ?? '')
}

/** Whether a phone is a vowel, the heart of a syllable. */
export const isVowel = (phone: string): boolean => /\d$/.test(phone)
