import Papa from 'papaparse'
import { deckOfRows } from './deckColumns.ts'
import { checkedDeck } from './deckFile.ts'
import { textFormat } from './format.ts'
import { plainCell } from './write/formulaCells.ts'

/** How the table of a deck begins, whichever delimiter a spreadsheet saved it with. */
const HEAD = /^\ufeff?"?Chinese"?([,;\t|])"?English"?\1"?Kind"?\1[^\r\n]*(\r\n|\r|\n|$)/

/** A deck as a table, as we write it, perhaps changed in a spreadsheet. */
export const deckTable = textFormat({
  id: 'deckTable',
  extensions: [],
  looksLike: (text) => HEAD.test(text),
  read: (text) => {
    const [, delimiter = ',', end] = HEAD.exec(text) ?? []
    const newline = end === '\r' || end === '\n' ? end : '\r\n'
    const { data } = Papa.parse<string[]>(text.replace(/^\ufeff/, ''), { delimiter, newline })
    const rows = data.slice(1).map((row) => row.map(plainCell))
    const { value, issues } = checkedDeck(deckOfRows(rows))
    return { value: value && { kind: 'deck', deck: value }, issues }
  },
})
