import { isVowel } from './arpabet.ts'

/**
 * General American, as our own dictionary writes it (`cli/data/english/README.md`): `r` for the English r, long vowels with
 * their mark, the vowels of *bought* and *lot* kept apart.
 */
const IPA: Readonly<Record<string, string>> = {
  AA: 'ɑː', AE: 'æ', AH: 'ʌ', AO: 'ɔː', AW: 'aʊ', AY: 'aɪ', EH: 'ɛ', ER: 'ɝː', EY: 'eɪ', IH: 'ɪ', IY: 'iː', OW: 'oʊ', OY: 'ɔɪ', UH: 'ʊ',
  UW: 'uː', B: 'b', CH: 'tʃ', D: 'd', DH: 'ð', F: 'f', G: 'ɡ', HH: 'h', JH: 'dʒ', K: 'k', L: 'l', M: 'm', N: 'n', NG: 'ŋ', P: 'p',
  R: 'r', S: 's', SH: 'ʃ', T: 't', TH: 'θ', V: 'v', W: 'w', Y: 'j', Z: 'z', ZH: 'ʒ',
} // prettier-ignore

/** Vowels that have a letter of their own where they are weak. */
const UNSTRESSED: Readonly<Record<string, string>> = { AH0: 'ə', ER0: 'ɚ', IY0: 'i', UW0: 'u' }

/**
 * The phones of one word in IPA, without slashes: `AH0 G R IY1 M AH0 N T` → `əˈɡrimənt`. The mark of a stressed syllable
 * stands where the syllable begins; a word of one syllable has none.
 */
export function ipaOf(phones: readonly string[]): string {
  const starts = syllableStarts(phones)
  const marks = marksOf(phones.filter(isVowel).map((vowel) => vowel.slice(-1)))
  return phones
    .map((phone, at) => {
      const mark = marks[starts.indexOf(at)] ?? ''
      return mark + (UNSTRESSED[phone] ?? IPA[phone.replace(/\d$/, '')] ?? '')
    })
    .join('')
}

/**
 * The mark before each syllable. The makers give some compounds two primary stresses; the first one stays. A secondary
 * stress right before the primary one is not written.
 */
function marksOf(stresses: readonly string[]): readonly string[] {
  if (stresses.length < 2) return ['']
  const primary = stresses.indexOf('1')
  return stresses.map((stress, i) => {
    if (stress === '0' || (stress === '2' && i + 1 === primary)) return ''
    return i === primary ? 'ˈ' : 'ˌ'
  })
}

/** Consonants that can begin an English syllable in a row; single ones can, but for the last sound of `sing`. */
const ONSETS: ReadonlySet<string> = new Set(
  [
    'P R|B R|T R|D R|K R|G R|F R|TH R|SH R|P L|B L|K L|G L|F L|S L|S P|S T|S K|S M|S N|T W|D W|K W|G W|S W|TH W|HH W',
    'P Y|B Y|K Y|G Y|F Y|V Y|M Y|HH Y|S P R|S T R|S K R|S P L|S K W|S P Y|S K Y',
  ]
    .join('|')
    .split('|'),
)

/**
 * Where the syllables of a word begin: each takes as many of the consonants before its vowel as can begin a word (maximal
 * onset), the first one all of them.
 */
function syllableStarts(phones: readonly string[]): readonly number[] {
  const starts: number[] = []
  let after = 0
  phones.forEach((phone, vowel) => {
    if (!isVowel(phone)) return
    let start = vowel
    while (start > after && canBegin(phones.slice(start - 1, vowel))) start--
    starts.push(starts.length === 0 ? 0 : start)
    after = vowel + 1
  })
  return starts
}

function canBegin(consonants: readonly string[]): boolean {
  return consonants.length === 1 ? consonants[0] !== 'NG' : ONSETS.has(consonants.join(' '))
}
