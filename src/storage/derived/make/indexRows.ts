import { OF_SPOT } from '../../../domain/cards/queueNotes.ts'
import type { CardKind, Note } from '../../../domain/model.ts'
import { articlesOf } from '../../../domain/notes/contexts.ts'
import { spotsOf } from '../../../domain/notes/spots.ts'
import { noteShown } from '../../noteShown.ts'
import type { IndexChunk, NoteRecord } from '../../records.ts'
import { checkOf } from '../checkOf.ts'
import { DELETED, ENGLISH, type IndexColumns, lengthOfList, SENTENCE } from '../kept/cardIndex.ts'

/** A note as the index has it. */
export interface IndexRow {
  readonly id: string
  /** In the order of all notes. */
  readonly place: number
  readonly headword: string
  /** Its articles, joined by line feeds. */
  readonly articles: string
  readonly spots: readonly number[]
  readonly createdAt: number
  readonly flags: number
  readonly kinds: readonly CardKind[] | null
}

/** Of what a bad disk has spoilt, or only a newer version knows. */
const NOTHING_SHOWN = { headword: '', createdAt: 0, flags: DELETED, kinds: null }

/** What is not shown anywhere counts as deleted. */
const flagsOf = (note: Note): number =>
  (note.kind === 'sentence' ? SENTENCE : 0) |
  (note.learning === 'en' ? ENGLISH : 0) |
  (note.deletedAt === undefined ? 0 : DELETED)

/** The spots of these articles, in their order, as numbers. */
function spotNumbers(note: Note | null, articles: readonly string[]): readonly number[] {
  const spots = note === null ? [] : spotsOf(note)
  const places = new Map(note === null ? [] : articlesOf(note).map((id, i) => [id, spots[i]]))
  return articles.flatMap((article) => {
    const spot = places.get(article)
    return spot ? [checkOf(spot.revision), Math.max(0, spot.start), spot.end] : [0, 0, 0]
  })
}

export function rowOfRecord(record: NoteRecord): IndexRow {
  const note = noteShown(record)
  const { id, place } = record
  const articles = Array.isArray(record.articles) ? record.articles : []
  return {
    id,
    place: Number.isSafeInteger(place) ? place : 0,
    articles: articles.join('\n'),
    spots: spotNumbers(note, articles),
    ...(note === null
      ? NOTHING_SHOWN
      : {
          // Told apart by line feeds, of which a headword needs none.
          headword: note.kind === 'term' ? note.headword.replaceAll('\n', ' ') : '',
          createdAt: note.createdAt,
          flags: flagsOf(note),
          kinds: note.kinds ?? null,
        }),
  }
}

/** Some notes as a chunk, in the order given. */
export function chunkOf(rows: readonly IndexRow[]): IndexChunk {
  const lists = [...new Set(rows.map(({ articles }) => articles))]
  const listAt = new Map(lists.map((list, at) => [list, at]))
  return {
    ids: rows.map(({ id }) => id).join('\n'),
    headwords: rows.map(({ headword }) => headword).join('\n'),
    places: Uint32Array.from(rows, ({ place }) => place),
    lists,
    listOf: Uint16Array.from(rows, ({ articles }) => listAt.get(articles)!),
    spots: Uint32Array.from(rows.flatMap(({ spots }) => spots)),
    createdAt: Float64Array.from(rows, ({ createdAt }) => createdAt),
    flags: Uint16Array.from(rows, ({ flags }) => flags),
    kinds: new Map(rows.flatMap(({ kinds }, row) => (kinds === null ? [] : [[row, kinds]]))),
  }
}

/** The notes of a chunk: {@link chunkOf} taken back. */
export function rowsIn(chunk: IndexColumns): readonly IndexRow[] {
  let spot = 0
  return chunk.ids.map((id, row) => {
    const articles = chunk.lists[chunk.listOf[row]!]!
    const from = spot
    spot += OF_SPOT * lengthOfList(articles)
    return {
      id,
      place: chunk.places[row]!,
      headword: chunk.headwords[row]!,
      articles,
      spots: [...chunk.spots.subarray(from, spot)],
      createdAt: chunk.createdAt[row]!,
      flags: chunk.flags[row]!,
      kinds: chunk.kinds.get(row) ?? null,
    }
  })
}
