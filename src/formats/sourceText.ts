import type { Source } from '../domain/text/layoutTypes.ts'

/** All the text of a source, for a side of two files. */
export function textOf(source: Source): string {
  switch (source.kind) {
    case 'text':
      return source.text
    case 'rows':
      return source.rows.map((row) => row.filter((cell) => cell !== '').join('\n')).join('\n')
    case 'two':
      return source.texts.join('\n')
    case 'deck':
      return source.deck.beads.map(({ zh, en }) => `${zh}\n${en}`).join('\n')
  }
}
