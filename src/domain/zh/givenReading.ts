import { isHanzi } from '../text/hanzi.ts'

const TONES: Readonly<Record<string, string>> = {
  '\u0304': '1',
  '\u0301': '2',
  '\u030c': '3',
  '\u0306': '3',
  '\u0300': '4',
}
/** One syllable of pinyin, the longest first; ü is written v. */
const SYLLABLE =
  /^(?:(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|ai|ei|ao|ou|an|en|in|un|vn|ia|ie|iu|ua|uo|ui|ue|ve|er|a|e|i|o|u|v)|r)$/
const LONGEST_SYLLABLE = 6
/** Longer is no word; the syllables of what has no spaces are looked for one by one. */
const MOST_HANZI = 12
/** How these change among others is a rule of speech, and no part of the word. */
const PLAIN_TONE: Readonly<Record<string, string>> = { 一: 'yi1', 不: 'bu4' }

/**
 * A reading somebody wrote beside a word (`tíng huǒ`, `ting2huo3`, `Tínghuǒ`), in the form of the dictionary (`ting2 huo3`); empty
 * when it is no pinyin with tones, or has another number of syllables than the word has hanzi.
 */
export function givenReading(written: string, word: string): string {
  const hanzi = [...word].filter((one) => isHanzi(one.codePointAt(0)!))
  if (hanzi.length === 0 || hanzi.length > MOST_HANZI || written.length > 8 * MOST_HANZI) return ''
  const letters = lettersOf(written)
  if (letters === null || !letters.some(({ tone }) => tone !== '')) return ''
  const syllables = split(letters, 0, hanzi.length)
  if (syllables === null) return ''
  return syllables
    .map((syllable, at) => {
      const plain = PLAIN_TONE[hanzi[at]!]
      return plain?.slice(0, -1) === syllable.slice(0, -1) ? plain : syllable
    })
    .join(' ')
    .replaceAll('v', 'u:')
}

interface Letter {
  readonly letter: string
  /** The tone mark on it, or the figure behind it. */
  readonly tone: string
  /** Whether a space, an apostrophe or a figure stands behind it: a syllable ends here. */
  readonly ends: boolean
}

/** The letters of a reading; null when something in it is none of pinyin. */
function lettersOf(written: string): readonly Letter[] | null {
  const letters: { letter: string; tone: string; ends: boolean }[] = []
  const plain = written.toLowerCase().replaceAll('u:', 'ü').normalize('NFD')
  for (const unit of plain) {
    const last = letters.at(-1)
    if (/[a-z]/.test(unit)) letters.push({ letter: unit, tone: '', ends: false })
    else if (last === undefined) {
      if (!/\s/.test(unit)) return null
    } else if (unit === '\u0308') last.letter = 'v'
    else if (TONES[unit] !== undefined) last.tone = TONES[unit]
    else if (/[0-5]/.test(unit))
      Object.assign(last, { tone: unit === '0' ? '5' : unit, ends: true })
    else if (/[\s'’·-]/.test(unit)) last.ends = true
    else return null
  }
  return letters
}

/** So many syllables from a letter on, each with its tone; null when there are more or fewer. */
function split(letters: readonly Letter[], from: number, count: number): readonly string[] | null {
  if (count === 0) return from === letters.length ? [] : null
  let text = ''
  let tones = ''
  const ends: { at: number; syllable: string }[] = []
  for (let at = from; at < Math.min(letters.length, from + LONGEST_SYLLABLE); at++) {
    const { letter, tone, ends: isEnd } = letters[at]!
    text += letter
    tones += tone
    if (tones.length > 1) break
    if (SYLLABLE.test(text)) ends.push({ at: at + 1, syllable: text + (tones || '5') })
    if (isEnd) break
  }
  for (const { at, syllable } of ends.toReversed()) {
    const rest = split(letters, at, count - 1)
    if (rest !== null) return [syllable, ...rest]
  }
  return null
}
