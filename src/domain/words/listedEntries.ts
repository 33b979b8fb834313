import type { Side } from '../model.ts'
import { columnKinds, guessColumns } from '../text/columnKinds.ts'
import { countHanzi } from '../text/hanzi.ts'
import type { Source } from '../text/layoutTypes.ts'

/** An entry with more hanzi is a sentence. */
const LONGEST_ENTRY = 12
const HANZI_RUN = /\p{Script=Han}+/gu
const LATIN_RUN = /[\p{Script=Latin}][\p{Script=Latin}'’ -]*/gu
/** A line of words with nothing else between them: 苹果、梨、李子. */
const ONLY: Readonly<Record<Side, RegExp>> = {
  zh: /^[\p{Script=Han}\s,，、;；.。|/-]+$/u,
  en: /^[\p{Script=Latin}\s'’,;|/-]+$/u,
}

/** The words that a list names in one language, each once, in its order: one a line, or the column of a table. */
export function listedEntries(source: Source, side: Side): readonly string[] {
  const entries = linesOf(source, side).flatMap((line) => entriesOf(line, side))
  return [...new Set(entries)]
}

function linesOf(source: Source, side: Side): readonly string[] {
  switch (source.kind) {
    case 'text':
      return source.text.split(/\r\n|[\n\r]/)
    case 'two':
      return source.texts.flatMap((text) => text.split(/\r\n|[\n\r]/))
    case 'rows': {
      const { rows, columns = guessColumns(rows) } = source
      const column = columns?.[side] ?? columnKinds(rows).indexOf(side)
      const head = source.header === true ? 1 : 0
      return column < 0 ? [] : rows.slice(head).map((row) => row[column] ?? '')
    }
    case 'deck':
      return source.deck.terms.map((term) => (side === 'en' && term.headword) || term[side])
  }
}

function entriesOf(line: string, side: Side): readonly string[] {
  const runs = [...line.matchAll(side === 'zh' ? HANZI_RUN : LATIN_RUN)].map(([run]) => run.trim())
  const words = ONLY[side].test(line) ? runs : runs.slice(0, 1)
  return words.filter((word) => word !== '' && countHanzi(word) <= LONGEST_ENTRY)
}
