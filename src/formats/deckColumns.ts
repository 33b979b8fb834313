import { type Deck, type DeckBead, type DeckTerm, type Sides, TERM_KINDS } from '../domain/model.ts'
import { deckOfSaid } from './deckOfSaid.ts'

/**
 * A deck as a table for a spreadsheet, and back: a row for each pair, then for each term, then for what is said of the
 * whole. The third column says which it is.
 */
export const HEADER = [
  'Chinese',
  'English',
  'Kind',
  'Reading',
  'Meanings',
  'Dictionary form',
  'Paragraph',
  'Confidence',
] as const

const PAIR = 'sentence'
const TITLE = 'title'
/** What else is said of a deck, each in a row of its own, in the column of English. */
const DETAILS = ['id', 'revision', 'level'] as const
const ORIGINS = ['source', 'author', 'translator', 'date', 'licence'] as const

/** Between meanings; a slash within one has a backslash before it. */
const joined = (gloss: readonly string[]): string =>
  gloss.map((meaning) => meaning.replace(/[\\/]/g, '\\$&')).join(' / ')

const cut = (cell: string): string[] =>
  cell === '' ? [] : cell.split(' / ').map((meaning) => meaning.replace(/\\([\\/])/g, '$1'))

/** The rows of a deck, the header first. */
export function rowsOfDeck(deck: Deck): string[][] {
  const pairs = deck.beads.map(({ zh, en, paragraph, confidence }) => [
    ...[zh, en, PAIR, '', '', ''],
    ...[paragraph ? '1' : '', confidence === undefined ? '' : String(confidence)],
  ])
  const terms = deck.terms.map(({ zh, en, kind, reading, gloss, headword = '' }) => [
    ...[zh, en, kind, reading, joined(gloss), headword],
    ...['', ''],
  ])
  const about = (kind: string, { zh, en }: Sides<string>) => [zh, en, kind, '', '', '', '', '']
  const said = (kind: string, value: string) => about(kind, { zh: '', en: value })
  const details = [
    about(TITLE, deck.title),
    ...DETAILS.map((name) => said(name, String(deck[name]))),
    ...ORIGINS.map((name) => said(name, deck.provenance[name])),
  ].filter(([zh, en]) => zh !== '' || en !== '')
  return [[...HEADER], ...pairs, ...terms, ...details]
}

/** What the rows after the header say, in the form of a deck, to be checked: a person may have changed them. */
export function deckOfRows(rows: readonly (readonly string[])[]): Omit<Deck, 'format' | 'version'> {
  const beads: DeckBead[] = []
  const terms: DeckTerm[] = []
  const said = new Map<string, string>()
  let title: Sides<string> = { zh: '', en: '' }
  for (const row of rows) {
    const [zh = '', en = '', kind = '', reading = '', gloss = '', headword = ''] = row
    const [paragraph = '', confidence = ''] = row.slice(6)
    const termKind = TERM_KINDS.find((one) => one === kind)
    if (termKind !== undefined) {
      const form = headword === '' ? {} : { headword }
      terms.push({ zh, en, ...form, reading, gloss: cut(gloss), kind: termKind })
    } else if (kind === TITLE) title = { zh, en }
    else if (isDetail(kind)) said.set(kind, en || zh)
    else if (/\S/.test(zh + en)) {
      const starts = paragraph.trim() === '' ? {} : { paragraph: true as const }
      const sure = confidence.trim() === '' ? {} : { confidence: Number(confidence) }
      beads.push({ ...starts, zh, en, ...sure })
    }
  }
  const value = (name: string) => said.get(name) ?? ''
  return deckOfSaid(value, { title, beads, terms })
}

const isDetail = (kind: string): boolean => [...DETAILS, ...ORIGINS].some((name) => name === kind)
