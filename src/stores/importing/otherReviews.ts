import { ref } from 'vue'
import { cardId, directionOf, hasKind, noteOfCard } from '../../domain/cards/cards.ts'
import { kindNamed } from '../../domain/cards/kinds/table.ts'
import type { Note, Side } from '../../domain/model.ts'
import type { Entry } from '../../domain/srs/entries.ts'
import { isTaken, takenEntries } from '../../domain/srs/takenEntries.ts'
import type { Layout, Source } from '../../domain/text/layoutTypes.ts'
import { storable } from '../../domain/text/paragraphs.ts'
import { trimBlank } from '../../domain/text/ranges.ts'
import type { TakenCard } from '../../domain/text/takenHistory.ts'
import type { Disk } from '../../storage/database.ts'
import { readLog } from '../../storage/readLog.ts'

const offsetAt = (at: number): number => -new Date(at).getTimezoneOffset()

/** The reviews that cards had in another program: nobody's are taken over unasked. A part of the import store. */
export function otherReviews(open: () => Promise<Disk>) {
  /** Cards of the ticked notes whose reviews are not in the log yet. */
  const offered = ref(0)
  const wanted = ref(true)

  /**
   * What the log is to have besides. Of a card that was reviewed here, too, nothing: neither program would know what the other
   * asked.
   */
  async function missing(
    source: Source | null,
    layout: Layout | null,
    notes: readonly Note[],
  ): Promise<ReadonlyMap<string, readonly Entry[]>> {
    const taken = takenCards(source, layout, notes)
    if (taken.size === 0 || source?.kind !== 'rows' || source.history === undefined)
      return new Map()
    const { rolloverHour } = source.history
    const log = await readLog(await open())
    const here = new Set(log.map(({ id }) => id))
    const ownCards = new Set(
      log.flatMap((entry) => (entry.type === 'answer' && !isTaken(entry) ? [entry.card] : [])),
    )
    const found = new Map<string, readonly Entry[]>()
    for (const [card, known] of taken) {
      if (ownCards.has(card)) continue
      const entries = takenEntries(card, known, { rolloverHour, offsetAt })
      if (entries.some(({ id }) => !here.has(id))) found.set(card, entries)
    }
    return found
  }

  async function look(...given: Parameters<typeof missing>): Promise<void> {
    offered.value = (await missing(...given)).size
  }

  /** The entries to be written with these notes: none when nobody wants them. */
  async function entriesOf(...given: Parameters<typeof missing>): Promise<readonly Entry[]> {
    return wanted.value && offered.value > 0 ? [...(await missing(...given)).values()].flat() : []
  }

  function forget(): void {
    offered.value = 0
    wanted.value = true
  }
  return { offered, wanted, look, entriesOf, forget }
}

/** What the other program knows of cards of these notes, by our cards' ids. */
function takenCards(
  source: Source | null,
  layout: Layout | null,
  notes: readonly Note[],
): ReadonlyMap<string, TakenCard> {
  const found = new Map<string, TakenCard>()
  const columns = layout?.seen.columns
  if (source?.kind !== 'rows' || source.history === undefined || !columns) return found
  const ids = new Set(notes.map(({ id }) => id))
  const add = (card: string, taken: TakenCard) => {
    const before = found.get(card)?.answers.length ?? -1
    if (taken.answers.length > before) found.set(card, taken)
  }
  const byText = { zh: new Map<string, TakenCard[]>(), en: new Map<string, TakenCard[]>() }
  for (const taken of source.history.cards) {
    const { card, row } = taken
    if (card !== undefined && ids.has(noteOfCard(card))) {
      add(card, taken)
      continue
    }
    for (const side of ['zh', 'en'] as const) {
      const text = firstLine(source.rows[row]?.[columns[side]] ?? '')
      const same = byText[side].get(text)
      if (same === undefined) byText[side].set(text, [taken])
      else same.push(taken)
    }
  }
  for (const note of notes)
    for (const [side, text] of textsOf(note))
      for (const taken of byText[side].get(text) ?? []) {
        const card = cardAsking(taken.asks, note)
        if (card !== null) add(card, taken)
      }
  return found
}

function firstLine(cell: string): string {
  const lines = storable(cell).split(/[\n\r\v\f\u0085\u2028\u2029]/)
  return lines.map(trimBlank).find((line) => line !== '') ?? ''
}

/** What stands in the table of a note: of a list of words the Chinese, by which its words are told apart. */
function textsOf(note: Note): readonly (readonly [Side, string])[] {
  if (note.kind === 'sentence') return [[note.learning, note.anchor.quote]]
  return note.contexts.flatMap(({ zh }) => (zh === null ? [] : [['zh', zh.quote] as const]))
}

/** The card of a note that asks the same; null when it has none. */
function cardAsking(asks: TakenCard['asks'], note: Note): string | null {
  const name = asks === 'gap' ? 'cloze' : asks === null ? 'listen' : asks === note.learning
  const kind = kindNamed(typeof name === 'string' ? name : name ? 'read' : 'produce')
  if (kind === null || !hasKind(note, kind)) return null
  return cardId(note.id, kind.kind, directionOf(kind, note.learning))
}
