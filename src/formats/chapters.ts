import type { Source } from '../domain/text/layoutTypes.ts'
import type { Chapter } from './format.ts'

const shown = (chapters: readonly Chapter[]) =>
  chapters.map(({ title, taken }) => ({ title, taken }))
const textsOf = (chapters: readonly Chapter[]): readonly string[] =>
  chapters.flatMap(({ text, taken }) => (taken ? [text] : []))

/** The text of a book: the chapters that are wanted, one after the other. */
export const sourceOfBook = (chapters: readonly Chapter[]): Source => ({
  kind: 'text',
  text: textsOf(chapters).join('\n\n'),
  chapters: [shown(chapters)],
})

/** Two books as two sides; with as many chapters of each each chapter is paired with that of the same place. */
export function pairBooks(one: readonly Chapter[], two: readonly Chapter[]): Source {
  const [first, second] = [textsOf(one), textsOf(two)]
  const chapters = [shown(one), shown(two)]
  if (first.length !== second.length)
    return { kind: 'two', texts: [first.join('\n\n'), second.join('\n\n')], chapters }
  const rows = first.map((text, at) => [text, second[at] ?? ''])
  return { kind: 'rows', rows, sentences: true, chapters }
}
