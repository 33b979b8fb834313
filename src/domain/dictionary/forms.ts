import type { DictionaryEntry } from './dictionary.ts'
import { capitalise, decodeRank, RAW } from './encode.ts'
import type { HeadwordIndex } from './headwordIndex.ts'
import { openTextColumn, readTextColumn } from './sections.ts'

export type Form = Omit<DictionaryEntry, 'glosses'>

/** The written side of entries, by number: words, readings and traditional forms. */
export interface Forms {
  readonly size: number
  form(number: number): Form
  /** Of an entry's simplified headword, in the list of them. */
  position(number: number): number
  /** Of an entry, without its reading: that is most of the work. */
  written(number: number): Pick<Form, 'simplified' | 'traditional'>
  /** Whether an entry's reading starts with a capital: a proper name, or a Latin letter. */
  isCapitalised(number: number): boolean
  /** Of one character, commonest first; empty when it has itself only. */
  traditional(character: string): readonly string[]
  simplified(character: string): readonly string[]
}

/**
 * @param words the simplified headwords
 * @param firstEntry the number of each headword's first entry, and one more for the end
 */
export function openForms(
  words: HeadwordIndex,
  firstEntry: Uint32Array,
  readingTable: Uint8Array,
  formTable: Uint8Array,
  readingColumn: Uint8Array,
  formColumn: Uint8Array,
): Forms {
  const size = firstEntry.at(-1) ?? 0
  const readingsOf = readTable(readingTable, (parts) => parts.split(' '))
  const formsOf = readTable(formTable, (parts) => [...parts])
  const readings = openTextColumn(readingColumn, size)
  const forms = openTextColumn(formColumn, size)
  const simplifiedOf = invert(formsOf)

  const wordOf = new Uint32Array(size)
  for (let i = 0; i < words.size; i++) wordOf.fill(i, firstEntry[i]!, firstEntry[i + 1]!)

  const decodeReading = (word: string, code: string): string => {
    if (code.startsWith(RAW)) return code.slice(1)
    let reading = ''
    let i = 0
    for (const character of word) {
      const { rank, capital } = decodeRank(code[i++] ?? '0')
      const syllable = readingsOf.get(character)?.[rank] ?? character
      reading += (i > 1 ? ' ' : '') + (capital ? capitalise(syllable) : syllable)
    }
    return reading
  }
  const decodeForm = (word: string, code: string): string => {
    if (code.startsWith(RAW)) return code.slice(1)
    let form = ''
    let i = 0
    for (const character of word) {
      const { rank } = decodeRank(code[i++] ?? '0')
      form += formsOf.get(character)?.[rank] ?? character
    }
    return form
  }

  const written: Forms['written'] = (number) => {
    const simplified = words.word(wordOf[number]!)
    return { simplified, traditional: decodeForm(simplified, forms.row(number)) }
  }

  return {
    size,
    written,
    position: (number) => wordOf[number]!,
    form: (number) => {
      const both = written(number)
      return { ...both, reading: decodeReading(both.simplified, readings.row(number)) }
    },
    isCapitalised: (number) => {
      const first = readings.firstByte(number)
      return first === RAW.charCodeAt(0)
        ? /^=[A-Z]/.test(readings.row(number))
        : first >= 65 && first <= 90
    },
    traditional: (character) => formsOf.get(character) ?? NONE,
    simplified: (character) => simplifiedOf.get(character) ?? NONE,
  }
}

const NONE: readonly string[] = []

function readTable(
  bytes: Uint8Array,
  split: (parts: string) => readonly string[],
): ReadonlyMap<string, readonly string[]> {
  return new Map(
    readTextColumn(bytes).map((line) => {
      const [character = ''] = line
      return [character, split(line.slice(character.length))]
    }),
  )
}

/** For each form the characters it is a form of, itself last. */
function invert(
  table: ReadonlyMap<string, readonly string[]>,
): ReadonlyMap<string, readonly string[]> {
  const inverse = new Map<string, string[]>()
  for (const [character, forms] of table) {
    for (const form of forms) {
      const known = inverse.get(form)
      if (!known) inverse.set(form, [character])
      else if (character === form) known.push(character)
      else known.unshift(character)
    }
  }
  return inverse
}
