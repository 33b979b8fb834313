import type { TextRange } from '../model.ts'

/**
 * `word`: letters, an inner apostrophe allowed (`o’clock`); `clitic`: what English glues on (`’s`, `n’t`, `’ll`);
 * `abbreviation`: keeps its dots (`U.S.`, `Gov.`); `number`: digits with their separators, percent or ordinal ending.
 */
export type EnTokenKind = 'word' | 'clitic' | 'abbreviation' | 'number'

/** A token of English text. Punctuation and spaces are what lies between the ranges. */
export interface EnToken extends TextRange {
  readonly kind: EnTokenKind
  /**
   * For comparing: lower case, no accents, straight apostrophe. A clitic is the word it stands for where that is certain
   * (`n't` → `not`, `'ll` → `will`), an abbreviation its long form (`Gov.` → `governor`, `U.S.` → `usa`),
   * a number its digits, point and percent sign (`1,200th` → `1200`).
   */
  readonly norm: string
}

/** Abbreviations written with a dot; spelled exactly so, because "rep." may also end a sentence. */
const ABBREVIATIONS = new Map(
  (
    'Mr mr,mr mr,mrs mrs,ms ms,dr doctor,prof professor,Mrs mrs,Ms ms,Dr doctor,Prof professor,Gov governor,Sen senator,Rep representative,Gen general,Col colonel,' +
    'Lt lieutenant,Sgt sergeant,Capt captain,Maj major,Adm admiral,Pres president,Hon honourable,Rev reverend,St saint,' +
    'Jr junior,Sr senior,Inc incorporated,Ltd limited,Co company,Corp corporation,Jan january,Feb february,Mar march,' +
    'Apr april,Jun june,Jul july,Aug august,Sep september,Sept september,Oct october,Nov november,Dec december,vs versus'
  )
    .split(',')
    .map((pair): [string, string] => {
      const [short = '', long = ''] = pair.split(' ')
      return [short, long]
    }),
)

/** Initials that mean what another spelling means. `US` in capitals is the country, `us` the pronoun. */
const INITIALS = new Map([
  ['u.s.', 'usa'],
  ['u.s.a.', 'usa'],
  ['US', 'usa'],
])

const CLITICS = new Map([
  ["n't", 'not'],
  ["'re", 'are'],
  ["'ve", 'have'],
  ["'ll", 'will'],
  ["'m", 'am'],
  ["'s", "'s"],
  ["'d", "'d"],
])

/** What is left of a word when its n't is cut off. */
const BEFORE_NOT = new Map([
  ['ca', 'can'],
  ['wo', 'will'],
  ['sha', 'shall'],
])

/** Soft hyphens and zero-width marks, which may stand inside a word. */
const UNSEEN = String.raw`[\u00ad\u200b-\u200d\u2060\ufeff]`
const LETTER = String.raw`[\p{Script=Latin}\p{M}]`
const TOKEN = new RegExp(
  [
    String.raw`(?<![\p{L}\p{N}])(?:\p{Script=Latin}\.){2,}`,
    String.raw`\d+(?:,\d{3})*(?:\.\d+)?(?:%|(?:st|nd|rd|th|s)(?![\p{L}\p{N}]))?`,
    String.raw`${LETTER}+(?:(?:['’]|${UNSEEN}+)${LETTER}+)*`,
  ]
    .map((part) => `(${part})`)
    .join('|'),
  'gu',
)
const CLITIC_AT_END = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu
const PLAIN = /^[a-z']*$/

const UNSEEN_ALL = new RegExp(UNSEEN, 'g')

/** A word without the characters in it that nobody sees. */
export const seen = (word: string): string => word.replace(UNSEEN_ALL, '')

/** Lower case, accents off, apostrophe straight, nothing unseen. */
function fold(text: string): string {
  const lower = text.toLowerCase()
  if (PLAIN.test(lower)) return lower
  return seen(lower).replace(/[’‘]/g, "'").normalize('NFD').replace(/\p{M}/gu, '')
}

/**
 * The tokens of English text, in order: words, the clitics cut off them, abbreviations, numbers.
 * Hyphens and dashes separate words; text in other scripts is passed over.
 */
export function tokenizeEn(text: string): readonly EnToken[] {
  const tokens: EnToken[] = []
  for (const match of text.matchAll(TOKEN)) {
    const [found, initials, number] = match
    const start = match.index
    const end = start + found.length
    if (initials !== undefined) {
      const lower = initials.toLowerCase()
      const norm = INITIALS.get(lower) ?? fold(lower.replaceAll('.', ''))
      tokens.push({ start, end, kind: 'abbreviation', norm })
    } else if (number !== undefined) {
      tokens.push({ start, end, kind: 'number', norm: number.replace(/,|[a-z]+$/g, '') })
    } else {
      pushWord(tokens, text, found, start)
    }
  }
  return tokens
}

function pushWord(tokens: EnToken[], text: string, found: string, start: number): void {
  const end = start + found.length
  const longForm = text[end] === '.' ? ABBREVIATIONS.get(found) : undefined
  if (longForm !== undefined) {
    tokens.push({ start, end: end + 1, kind: 'abbreviation', norm: longForm })
    return
  }
  const clitic = CLITIC_AT_END.exec(found)
  if (!clitic || clitic.index === 0) {
    tokens.push({ start, end, kind: 'word', norm: INITIALS.get(found) ?? fold(found) })
    return
  }
  const cut = start + clitic.index
  const host = fold(found.slice(0, clitic.index))
  const ending = fold(clitic[0])
  const norm = ending === "n't" ? (BEFORE_NOT.get(host) ?? host) : host
  tokens.push({ start, end: cut, kind: 'word', norm })
  tokens.push({ start: cut, end, kind: 'clitic', norm: CLITICS.get(ending) ?? ending })
}
