import type { Issue, Parsed } from '../domain/errors.ts'
import {
  type Deck,
  type DeckBead,
  type DeckTerm,
  type Provenance,
  type Sides,
  TERM_KINDS,
} from '../domain/model.ts'
import { storable } from '../domain/text/paragraphs.ts'

const FORMAT = 'duizhao-deck'
const VERSION = 1
/** Further flaws are not worth telling one by one. */
const MOST_ISSUES = 20

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
  const check = new FieldCheck()
  if (version !== VERSION) check.flaw('version')
  const deck: Deck = {
    format: FORMAT,
    version: VERSION,
    id: check.name(json, 'id', ''),
    revision: check.count(json, 'revision'),
    title: readSides(check, json['title'], 'title'),
    level: check.text(json, 'level', ''),
    provenance: readProvenance(check, json['provenance']),
    beads: check.list(json, 'beads', '', 1, readBead),
    terms: check.list(json, 'terms', '', 0, readTerm),
  }
  const { issues } = check
  return { value: issues.length === 0 ? deck : null, issues }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\ufeff/, ''))
  } catch {
    return undefined
  }
}

type JsonRecord = Readonly<Record<string, unknown>>

function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Reads fields, and notes the places of those that are not what they must be. */
class FieldCheck {
  readonly issues: Issue[] = []

  flaw(place: string): void {
    if (this.issues.length < MOST_ISSUES)
      this.issues.push({ code: 'deckFieldMissing', found: place })
  }

  text(record: JsonRecord, field: string, place: string): string {
    const value = record[field]
    if (typeof value === 'string') return storable(value)
    this.flaw(at(place, field))
    return ''
  }

  /** A text with something in it. */
  name(record: JsonRecord, field: string, place: string): string {
    const value = record[field]
    if (typeof value === 'string' && /\S/.test(value)) return storable(value)
    this.flaw(at(place, field))
    return ''
  }

  /** A whole number from 1 on. */
  count(record: JsonRecord, field: string): number {
    const value = record[field]
    if (typeof value === 'number' && Number.isInteger(value) && value >= 1) return value
    this.flaw(field)
    return 1
  }

  list<T>(
    record: JsonRecord,
    field: string,
    place: string,
    least: number,
    read: (check: FieldCheck, value: unknown, place: string) => T,
  ): T[] {
    const value = record[field]
    if (Array.isArray(value) && value.length >= least) {
      return value.map((item: unknown, index) => read(this, item, `${at(place, field)}[${index}]`))
    }
    this.flaw(at(place, field))
    return []
  }

  /** The record at a place; an empty one, noted, when something else stands there. */
  record(value: unknown, place: string): JsonRecord | null {
    if (isRecord(value)) return value
    this.flaw(place)
    return null
  }
}

const at = (place: string, field: string) => (place === '' ? field : `${place}.${field}`)

function readSides(check: FieldCheck, value: unknown, place: string): Sides<string> {
  const record = check.record(value, place)
  if (!record) return { zh: '', en: '' }
  return { zh: check.text(record, 'zh', place), en: check.text(record, 'en', place) }
}

function readProvenance(check: FieldCheck, value: unknown): Provenance {
  const place = 'provenance'
  const record = check.record(value, place) ?? {}
  const isThere = isRecord(value)
  const field = (name: string) => (isThere ? check.text(record, name, place) : '')
  return {
    source: field('source'),
    author: field('author'),
    translator: field('translator'),
    date: field('date'),
    licence: field('licence'),
  }
}

function readBead(check: FieldCheck, value: unknown, place: string): DeckBead {
  const record = check.record(value, place)
  if (!record) return { zh: '', en: '' }
  const { paragraph, confidence } = record
  const sides = readSides(check, record, place)
  if (!/\S/.test(sides.zh + sides.en)) check.flaw(at(place, 'zh'))
  if (paragraph !== undefined && paragraph !== true) check.flaw(at(place, 'paragraph'))
  const isChance = typeof confidence === 'number' && confidence >= 0 && confidence <= 1
  if (confidence !== undefined && !isChance) check.flaw(at(place, 'confidence'))
  return {
    ...(paragraph === true ? { paragraph } : {}),
    ...sides,
    ...(isChance ? { confidence } : {}),
  }
}

function readTerm(check: FieldCheck, value: unknown, place: string): DeckTerm {
  const record = check.record(value, place)
  if (!record) return { zh: '', en: '', reading: '', gloss: [], kind: 'word' }
  const kind = TERM_KINDS.find((known) => known === record['kind'])
  if (kind === undefined) check.flaw(at(place, 'kind'))
  return {
    zh: check.name(record, 'zh', place),
    en: check.text(record, 'en', place),
    reading: check.text(record, 'reading', place),
    gloss: check.list(record, 'gloss', place, 0, readGloss),
    kind: kind ?? 'word',
  }
}

function readGloss(check: FieldCheck, value: unknown, place: string): string {
  if (typeof value === 'string') return storable(value)
  check.flaw(place)
  return ''
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
        deck.terms.map(({ zh, en, reading, gloss, kind }) =>
          spaced({ zh, en, reading, gloss, kind }),
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
