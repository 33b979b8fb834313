/** Marks of the tones, as they stand behind their letter once it is taken apart. */
const MARKS: Readonly<Record<string, string>> = {
  '\u0304': '1',
  '\u0301': '2',
  '\u030c': '3',
  '\u0306': '3',
  '\u0300': '4',
}

/** Pinyin as it is looked for: its letters (ü is v), and the tones that are written, neutral ones left out. */
export interface Spelling {
  readonly letters: string
  readonly tones: string
}

/** What somebody typed, read as pinyin: tones by mark, by number or not at all, joined or apart. */
export function spellingOf(typed: string): Spelling {
  const plain = typed
    .normalize('NFKD')
    .toLowerCase()
    .replace(/u(?:([\u0300-\u0304\u0306\u030c]?)\u0308|:)/g, 'v$1')
  const letters = plain
    .replace(/[^a-z]/g, '')
    .replace(/([nl])ue/g, '$1ve')
    .replace(/([jqxy])v/g, '$1u')
  const tones = [...plain].map((one) => MARKS[one] ?? (/[1-4]/.test(one) ? one : '')).join('')
  return { letters, tones }
}

/**
 * The words of a text as a list to be searched by their sound: a line for each word and reading, its parts (the word, its
 * letters, its tones) divided by tabs, a line feed before each line and after the last.
 *
 * @param words with numbered syllables separated by spaces
 */
export function spokenList(words: Iterable<readonly [word: string, reading: string]>): string {
  const lines = new Set<string>()
  for (const [word, reading] of words) {
    const { letters, tones } = spellingOf(reading)
    if (letters !== '' && !/[\t\n]/.test(word)) lines.add(`${word}\t${letters}\t${tones}`)
  }
  return `\n${[...lines].join('\n')}\n`
}

/**
 * Words of a list that are said so; where none is, those that begin so.
 *
 * @param list as {@link spokenList} makes it
 */
export function wordsSaid(
  list: string,
  { letters, tones }: Spelling,
  begins = false,
): readonly string[] {
  const found = new Set<string>()
  const wanted = `\t${letters}${begins ? '' : '\t'}`
  for (let at = list.indexOf(wanted); at >= 0; at = list.indexOf(wanted, at + 1)) {
    const word = list.slice(list.lastIndexOf('\n', at) + 1, at)
    const its = list.slice(list.indexOf('\t', at + 1) + 1, list.indexOf('\n', at))
    if (tones === '' || (begins ? its.startsWith(tones) : its === tones)) found.add(word)
  }
  return [...found]
}
