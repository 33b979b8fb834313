import Papa from 'papaparse'
import type { Deck } from '../../domain/model.ts'
import { rowsOfDeck } from '../deckColumns.ts'
import { neutralCell } from './formulaCells.ts'

const tableOf = (deck: Deck, delimiter: string): string =>
  Papa.unparse(
    rowsOfDeck(deck).map((row) => row.map(neutralCell)),
    { delimiter, newline: '\r\n' },
  ) + '\r\n'

/** A deck as a table for Excel, which reads UTF-8 only with a byte order mark. No cell is a formula. */
export const writeCsv = (deck: Deck): string => `\ufeff${tableOf(deck, ',')}`

/** The same with tabs, for programs. */
export const writeTsv = (deck: Deck): string => tableOf(deck, '\t')
