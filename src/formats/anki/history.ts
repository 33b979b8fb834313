import { cardId, directionOf } from '../../domain/cards/cards.ts'
import { kindNamed } from '../../domain/cards/kinds/table.ts'
import type { Phase, Side } from '../../domain/model.ts'
import type { ColumnKind } from '../../domain/text/columnKinds.ts'
import type { TakenAnswer, TakenCard, TakenHistory } from '../../domain/text/takenHistory.ts'
import { DAY_SECONDS } from '../../domain/time.ts'
import type { SqliteFile, SqlValue } from '../sqlite.ts'
import { parsedJson, valueIn } from './noteTypes.ts'

/** A note as its cards are judged: which row it became, and what its fields hold. */
export interface ReadNote {
  readonly row: number
  readonly guid: string
  /** Of its type: what each of its fields is. */
  readonly kinds: readonly ColumnKind[]
  readonly cells: readonly string[]
  readonly type: ReadType
}

export interface ReadType {
  readonly fields: readonly string[]
  readonly fronts: readonly string[]
  /** For a type of ours: which language its notes teach, and the kind of each card. */
  readonly ours?: { readonly learning: Side; readonly kinds: readonly string[] }
}

const PHASES: readonly Phase[] = ['new', 'learning', 'review', 'relearning']
/** Rows of the log: an answer while learning, of a card in a filtered deck, set by hand, by FSRS. */
const [FIRST, FILTERED, BY_HAND, RESCHEDULED] = [0, 3, 4, 5]
const STEP = 1
const SUSPENDED = -1
/** At which hour Anki's collections begin. */
const FIRST_HOUR = 4

/** What Anki knows of the cards of these notes, those that are new and untouched left out; null when that is nothing. */
export function historyIn(
  database: SqliteFile,
  notes: ReadonlyMap<number, ReadNote>,
): TakenHistory | null {
  if (!database.has('cards') || !database.has('revlog')) return null
  const { firstDay, rolloverHour } = daysOf(database)
  const answers = answersIn(database)
  const cards: TakenCard[] = []
  for (const row of database.rows('cards')) {
    const note = notes.get(numberIn(row, 1))
    if (note === undefined) continue
    const own = answers.get(numberIn(row, 0)) ?? []
    const card = cardOf(row, note, own, firstDay)
    if (card.answers.length > 0 || card.phase !== 'new') cards.push(card)
  }
  return cards.length === 0 ? null : { rolloverHour, cards }
}

const numberIn = (row: readonly SqlValue[], at: number): number => Number(row[at] ?? 0)

/** The study day Anki counts its days from, and the hour at which they begin. */
function daysOf(database: SqliteFile) {
  const [collection = []] = database.rows('col')
  const crt = numberIn(collection, 1)
  const config = configOf(database, String(collection[8] ?? ''))
  const west = Number(config('creationOffset') ?? Number.NaN)
  // It began at four in the morning, wherever that was.
  const firstDay = Number.isFinite(west)
    ? Math.floor((crt - west * 60) / DAY_SECONDS)
    : Math.round((crt - FIRST_HOUR * 3_600) / DAY_SECONDS)
  const hour = Number(config('rollover') ?? FIRST_HOUR)
  return { firstDay, rolloverHour: hour >= 0 && hour < 24 ? Math.floor(hour) : FIRST_HOUR }
}

function configOf(database: SqliteFile, json: string): (name: string) => unknown {
  if (!database.has('config')) {
    const config = parsedJson(json || '{}')
    return (name) => valueIn(config, name)
  }
  const values = new Map<string, unknown>()
  for (const [key, , , value] of database.rows('config'))
    if (value instanceof Uint8Array) values.set(String(key), new TextDecoder().decode(value))
  return (name) => values.get(name)
}

function answersIn(database: SqliteFile): ReadonlyMap<number, readonly TakenAnswer[]> {
  const found = new Map<number, TakenAnswer[]>()
  for (const row of database.rows('revlog')) {
    const [at, card, , ease] = [0, 1, 2, 3].map((column) => numberIn(row, column))
    const [interval, , factor, tookMs, type] = [4, 5, 6, 7, 8].map((column) =>
      numberIn(row, column),
    )
    const isByHand = type === BY_HAND || type === RESCHEDULED || ease === 0
    // Looked at before its time, which counts for nothing.
    if (type === FILTERED && factor === 0) continue
    if (!isByHand && (ease! < 1 || ease! > 4)) continue
    const isNewAgain = isByHand && (interval! <= 0 || factor === 0)
    const answer: TakenAnswer = {
      at: at!,
      grade: isByHand ? 0 : ease!,
      interval: isNewAgain ? 0 : Math.trunc(interval!),
      tookMs: tookMs!,
      isFirst: type === FIRST,
    }
    const own = found.get(card!)
    if (own === undefined) found.set(card!, [answer])
    else own.push(answer)
  }
  return found
}

function cardOf(
  row: readonly SqlValue[],
  note: ReadNote,
  answers: readonly TakenAnswer[],
  firstDay: number,
): TakenCard {
  const [place, mod, type, queue, ownDue] = [3, 4, 6, 7, 8].map((at) => numberIn(row, at))
  const [left, homeDue, home, flags] = [13, 14, 15, 16].map((at) => numberIn(row, at))
  const phase = PHASES[type!] ?? 'new'
  // In a filtered deck it has another date for the time being.
  const due = home !== 0 && homeDue !== 0 ? homeDue! : ownDue!
  const isStep = phase !== 'review' && (queue === STEP || due > 1_000_000_000)
  const isNew = phase === 'new'
  const card = ourCard(note, place!)
  return {
    row: note.row,
    asks: asksOf(note, place!),
    ...(card === null ? {} : { card }),
    answers,
    phase,
    dueAt: !isNew && isStep ? due * 1_000 : null,
    dueDay: isNew || isStep ? null : firstDay + due,
    remaining: left! % 1_000,
    suspended: queue === SUSPENDED,
    flag: flags! & 7,
    changedAt: mod! * 1_000,
  }
}

/** The card of ours that this is: what we wrote has the note's id for its name. */
function ourCard({ type, guid }: ReadNote, place: number): string | null {
  const kind = kindNamed(type.ours?.kinds[place] ?? '')
  if (type.ours === undefined || kind === null) return null
  return cardId(guid, kind.kind, directionOf(kind, type.ours.learning))
}

/** {{Field}} with its filters; what only asks whether a field is filled, or closes that, is none. */
const FIELD = /\{\{([^{}#^/][^{}]*)\}\}/g

/** What the front shows first, of what is Chinese or English. */
function asksOf({ type, kinds, cells }: ReadNote, place: number): TakenCard['asks'] {
  // A note with gaps has one template for all its cards.
  const front = type.fronts[place] ?? type.fronts[0] ?? ''
  for (const [, inside = ''] of front.matchAll(FIELD)) {
    const filters = inside.split(':').map((part) => part.trim())
    const at = type.fields.indexOf(filters.at(-1)!)
    const kind = kinds[at]
    if ((kind !== 'zh' && kind !== 'en') || (cells[at] ?? '') === '') continue
    return filters.includes('cloze') ? 'gap' : kind
  }
  return null
}
