import { deckToDraft } from '../domain/article/deck.ts'
import type { Draft } from '../domain/article/draft.ts'
import type { Parsed } from '../domain/errors.ts'
import {
  type Deck,
  type DeckBead,
  type DeckTerm,
  type Provenance,
  type Sides,
  TERM_KINDS,
} from '../domain/model.ts'
import { storable } from '../domain/text/paragraphs.ts'
import { count, isRecord, oneOf, text, within, type Check } from './checks.ts'
import { list, one, optional, readAs, record, sound } from './flaws.ts'

const FORMAT = 'duizhao-deck'
const VERSION = 1
/** Further flaws are not worth telling one by one. */
const MOST_ISSUES = 20

const isName: Check<string> = (value): value is string => text(value) && /\S/.test(value)
const isRevision: Check<number> = (value): value is number => count(value) && value >= 1

const words = one('text', text, storable)
const name = one('text with something in it', isName, storable)

const sides = { zh: words, en: words }

const bead = sound(
  record<DeckBead>({
    paragraph: optional(one('true, or nothing', oneOf(true))),
    ...sides,
    confidence: optional(one('a number from 0 to 1', within(0, 1))),
  }),
  'zh',
  'text on either side',
  ({ zh, en }) => /\S/.test(zh + en),
)

const term = record<DeckTerm>({
  zh: name,
  en: words,
  headword: optional(words),
  reading: words,
  gloss: list(words),
  kind: one(TERM_KINDS.join(', '), oneOf(...TERM_KINDS)),
})

const deck = record<Deck>({
  format: one(FORMAT, oneOf(FORMAT)),
  version: one(String(VERSION), oneOf(VERSION)),
  id: name,
  revision: one('a whole number from 1 on', isRevision),
  title: record<Sides<string>>(sides),
  level: words,
  provenance: record<Provenance>({
    source: words,
    author: words,
    translator: words,
    date: words,
    licence: words,
  }),
  beads: list(bead, 1),
  terms: list(term),
})

/** Whether a text looks as if it were meant to be a deck. */
export function looksLikeDeck(text: string): boolean {
  return /^[\s\ufeff]*\{/.test(text) && /"format"\s*:\s*"duizhao-deck"/.test(text.slice(0, 2000))
}

/**
 * The deck in a file, checked field by field against `decks/deck.schema.json`; fields we do not know are left out.
 *
 * `value` is null when anything is wrong. Issues: `notADeck`, `deckTooNew` (`found`: its version), `deckFieldMissing` (`found`: the
 * place, such as `beads[3].zh`, of a field that is missing or not what it must be; `line` when it stands in a bead or term of a file as we write them).
 */
export function readDeck(text: string): Parsed<Deck | null> {
  const json = parseJson(text)
  if (!isRecord(json) || json['format'] !== FORMAT)
    return { value: null, issues: [{ code: 'notADeck' }] }
  const version = json['version']
  if (typeof version === 'number' && version > VERSION) {
    return { value: null, issues: [{ code: 'deckTooNew', found: String(version) }] }
  }
  return checked(json)
}

/** The deck that another format of ours says, checked as a deck file is; one without an id is named after its texts. */
export function checkedDeck(said: Omit<Deck, 'format' | 'version'>): Parsed<Deck | null> {
  if (said.beads.length === 0) return { value: null, issues: [{ code: 'empty' }] }
  const whole: Deck = { format: FORMAT, version: VERSION, ...said }
  return checked(said.id === '' ? { ...whole, id: deckIdOf(deckToDraft(whole)) } : whole)
}

/** The id of a deck that nobody named: texts that are alike give one deck. */
export const deckIdOf = ({ contentHash }: Pick<Draft, 'contentHash'>): string =>
  `deck-${contentHash.slice(0, 12)}`

function checked(json: unknown): Parsed<Deck | null> {
  const { value, flaws } = readAs(deck, json, MOST_ISSUES)
  return { value, issues: flaws.map(({ place }) => ({ code: 'deckFieldMissing', found: place })) }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

/** The deck as a file a person can read and compare: fields in one order, a bead or a term on each line. */
export function writeDeck(deck: Deck): string {
  const { title, provenance } = deck
  const lines = (items: readonly string[]) =>
    items.length === 0 ? '[]' : `[\n${items.map((item) => `    ${item}`).join(',\n')}\n  ]`
  const field = (name: string, value: string) => `  ${JSON.stringify(name)}: ${value}`
  const { source, author, translator, date, licence } = provenance
  const origin = Object.entries({ source, author, translator, date, licence }).map(
    ([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
  )
  const fields = [
    field('format', JSON.stringify(deck.format)),
    field('version', String(deck.version)),
    field('id', JSON.stringify(deck.id)),
    field('revision', String(deck.revision)),
    field('title', spaced({ zh: title.zh, en: title.en })),
    field('level', JSON.stringify(deck.level)),
    field('provenance', `{\n${origin.join(',\n')}\n  }`),
    field(
      'beads',
      lines(
        deck.beads.map(({ paragraph, zh, en, confidence }) =>
          spaced({ paragraph, zh, en, confidence }),
        ),
      ),
    ),
    field(
      'terms',
      lines(
        deck.terms.map(({ zh, en, headword, reading, gloss, kind }) =>
          spaced({ zh, en, headword, reading, gloss, kind }),
        ),
      ),
    ),
  ]
  return `{\n${fields.join(',\n')}\n}\n`
}

/** A record on one line, with air; fields that are undefined are left out. */
function spaced(
  record: Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>,
): string {
  const fields = Object.entries(record)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => {
      const text = Array.isArray(value)
        ? `[${value.map((item: string) => JSON.stringify(item)).join(', ')}]`
        : JSON.stringify(value)
      return `${JSON.stringify(name)}: ${text}`
    })
  return `{ ${fields.join(', ')} }`
}
