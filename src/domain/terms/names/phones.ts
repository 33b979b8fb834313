import { nameSyllable } from '../../text/nameHanzi.ts'

/**
 * A name as a row of phones, one ASCII letter each: consonants by letter, `c` as in church, `S` as in she, `j` as in jam, `T` as in
 * thin, `R` a liquid that closes a syllable.
 */
export type Phones = string

const INITIALS: readonly (readonly [string, string])[] = [
  ['zh', 'j'],
  ['ch', 'c'],
  ['sh', 'S'],
  ['c', 'z'],
  ['j', 'j'],
  ['q', 'c'],
  ['x', 'S'],
]

const phonesOfSyllable = new Map<string, Phones>()

/** The phones of one toneless pinyin syllable: `luo` → `lo`, `er` → `R`, `wei` → `wi`. */
function syllablePhones(syllable: string): Phones {
  let phones = phonesOfSyllable.get(syllable)
  if (phones === undefined) phonesOfSyllable.set(syllable, (phones = spellSyllable(syllable)))
  return phones
}

function spellSyllable(syllable: string): Phones {
  if (syllable === 'er') return 'R'
  // In yi and wu the first letter is only written: 伊迪丝, Edith.
  const spelt = syllable.replace('u:', 'u').replace(/^y(?=i)|^w(?=u)/, '')
  // 艾 and 埃 open names in E and A alike.
  if (syllable === 'ai') return 'e'
  const special = INITIALS.find(([letters]) => spelt.startsWith(letters))
  const letters = special?.[0] ?? /^[bpmfdtnlgkhrzsyw]/.exec(spelt)?.[0] ?? ''
  const initial = special?.[1] ?? letters
  const final = spelt.slice(letters.length)
  const nasal = /ng?$/.test(final) ? 'n' : ''
  const vowel = final.replace(/ng?$/, '')
  // The vowel of 斯 and 什 is only written.
  if (vowel === 'i' && /^(?:z|zh|c|ch|s|sh|r)$/.test(letters)) return `${initial}${nasal}`
  return `${initial}${VOWELS[vowel] ?? vowel.slice(0, 1)}${nasal}`
}

const VOWELS: Readonly<Record<string, string>> = {
  ai: 'ai', ei: 'e', ao: 'o', ou: 'o', ia: 'ia', ie: 'ie', iao: 'io', iu: 'iu', ua: 'wa', uo: 'o', uai: 'wai', ui: 'wi', ue: 'ue',
} // prettier-ignore

const phonesOfZh = new Map<string, Phones>()

/** The phones of a name in hanzi; hanzi that do not spell names, and the joints between parts, are silent. */
export function zhPhones(name: string): Phones {
  let phones = phonesOfZh.get(name)
  if (phones === undefined) phonesOfZh.set(name, (phones = spellPhones(name, nameSyllable)))
  return phones
}

/** The phones of hanzi by any reading of theirs; null is silent. */
export function spellPhones(name: string, syllableOf: (hanzi: string) => string | null): Phones {
  let phones = ''
  for (const hanzi of name) {
    const syllable = syllableOf(hanzi)
    if (syllable !== null) phones += syllablePhones(syllable)
  }
  // 安娜 is Anna: the n that closes a syllable and the one that opens the next are one.
  return phones.replaceAll('nn', 'n').replaceAll('nm', 'm')
}

/** English spelling to phones, first match wins; rough, because a name may be of any language. */
const SPELLING: readonly (readonly [RegExp, Phones])[] = [
  [/^(?:tch|tsch)/, 'c'], [/^sch/, 'S'], [/^shch/, 'S'], [/^sh/, 'S'], [/^zh/, 'j'], [/^kh/, 'h'], [/^ph/, 'f'], [/^th/, 'T'],
  [/^ch/, 'c'], [/^ck/, 'k'], [/^dg(?=e)/, 'j'], [/^gh/, 'g'], [/^wh/, 'w'], [/^wr/, 'r'], [/^kn/, 'n'], [/^ts/, 'z'], [/^tz/, 'z'],
  [/^qu/, 'kw'], [/^q/, 'k'], [/^x/, 'ks'], [/^c(?=[eiy])/, 's'], [/^c/, 'k'], [/^ee/, 'i'], [/^ea$/, 'ia'], [/^isl/, 'ail'], [/^ea/, 'i'], [/^oo/, 'u'],
  [/^ou/, 'u'], [/^au/, 'o'], [/^ow/, 'o'], [/^ew/, 'u'], [/^y(?=[aeiou])/, 'y'], [/^y/, 'i'],
] // prettier-ignore

const phonesOfEn = new Map<string, Phones>()

/** The phones of an English name; case, accents, hyphens and spaces are ignored, doubled letters count once. */
export function enPhones(name: string): Phones {
  let phones = phonesOfEn.get(name)
  if (phones === undefined) {
    let rest = name
      .normalize('NFD')
      .toLowerCase()
      .replace(/['’]s?$/, '')
      .replace(/[^a-z]/g, '')
    rest = rest.replace(/([bcdfgklmnprstvz])\1/g, '$1')
    const silentE = /.[^aeiouy]e$/.test(rest)
    phones = ''
    while (rest !== '') {
      const rule = SPELLING.find(([pattern]) => pattern.test(rest))
      const length = rule?.[0].exec(rest)?.[0].length ?? 1
      phones += rule?.[1] ?? rest[0]!
      rest = rest.slice(length)
    }
    if (silentE) phones = phones.slice(0, -1)
    phonesOfEn.set(name, phones)
  }
  return phones
}
