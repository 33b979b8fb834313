import { looksLikeTable, readCsv } from './csv.ts'
import { bitextOf, textFormat } from './format.ts'

/** Tables as text. Two formats: of one that is called TSV the delimiter is known. */
export const csv = textFormat({
  id: 'csv',
  extensions: ['csv'],
  mediaTypes: ['text/csv'],
  looksLike: looksLikeTable,
  read: (text) => tableOf(text),
})

export const tsv = textFormat({
  id: 'tsv',
  extensions: ['tsv', 'tab'],
  read: (text) => tableOf(text, '\t'),
})

function tableOf(text: string, delimiter?: string) {
  const { value, issues } = readCsv(text, delimiter)
  return { value: bitextOf({ kind: 'rows', rows: value }), issues }
}
