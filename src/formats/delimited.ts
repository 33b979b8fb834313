import { looksLikeTable, readCsv } from './csv.ts'
import { bitextOf, textFormat } from './format.ts'

/** Tables as text. Two formats: of one that is called TSV the delimiter is known. */
export const csv = textFormat({
  id: 'csv',
  extensions: ['csv'],
  mediaTypes: ['text/csv'],
  looksLike: looksLikeTable,
  read: (text, _name, delimiter) => tableOf(text, delimiter),
})

export const tsv = textFormat({
  id: 'tsv',
  extensions: ['tsv', 'tab'],
  mediaTypes: ['text/tab-separated-values'],
  read: (text, _name, delimiter = '\t') => tableOf(text, delimiter),
})

/** A text as a table. */
export function tableOf(text: string, wanted?: string) {
  const { value, issues } = readCsv(text, wanted)
  return { value: bitextOf({ kind: 'rows', ...value }), issues }
}
