import { OF_SPOT, type IndexedNote } from '../../domain/cards/queueNotes.ts'
import type { Disk } from '../database.ts'
import { readCare } from './care.ts'
import { readDerived } from './derived.ts'
import { DELETED, ENGLISH, type IndexColumns, look, SENTENCE } from './kept/cardIndex.ts'
import { articleHeads, shownIn } from './libraryHeads.ts'

/** What of the library says which notes are shown, and where. */
interface Shown {
  readonly isShown: (article: string) => boolean
  readonly unwell: ReadonlyMap<string, unknown>
}

/** Written for speed: at every start of the app it goes through the whole library. */
function addNotes(notes: IndexedNote[], chunk: IndexColumns, { isShown, unwell }: Shown): void {
  const lists = chunk.lists.map((joined) => (joined === '' ? [] : joined.split('\n')))
  const shownLists = lists.map((list) => (list.every(isShown) ? list : list.filter(isShown)))
  let nextSpot = 0
  chunk.ids.forEach((id, row) => {
    const list = chunk.listOf[row]!
    const firstSpot = nextSpot
    nextSpot += OF_SPOT * lists[list]!.length
    const flags = chunk.flags[row]!
    if ((flags & DELETED) !== 0) return
    const articles = shownLists[list]!
    if (articles.length === 0 && (flags & SENTENCE) !== 0) return
    const kinds = chunk.kinds.get(row)
    const isWell = !unwell.has(id)
    const isWhole = articles === lists[list]
    const note: IndexedNote = {
      id,
      kind: (flags & SENTENCE) === 0 ? 'term' : 'sentence',
      learning: (flags & ENGLISH) === 0 ? 'zh' : 'en',
      article: articles[0] ?? '',
      articles,
      headword: chunk.headwords[row]!,
      createdAt: chunk.createdAt[row]!,
      spots: isWhole ? chunk.spots : spotsShown(chunk.spots, firstSpot, lists[list]!, isShown),
      firstSpot: isWhole ? firstSpot : 0,
    }
    if (kinds === undefined && isWell) notes.push(note)
    else
      notes.push({
        ...note,
        ...(kinds && { kinds }),
        ...(isWell ? {} : { needsCare: true as const }),
      })
  })
}

const spotsShown = (
  spots: Uint32Array,
  from: number,
  articles: readonly string[],
  isShown: (article: string) => boolean,
): Uint32Array =>
  Uint32Array.from(
    articles.flatMap((article, nth) =>
      isShown(article) ? [...spots.subarray(from + OF_SPOT * nth, from + OF_SPOT * (nth + 1))] : [],
    ),
  )

const KEPT = {
  sources: ['notes'],
  look,
  maker: async () => (await import('./make/cardIndex.ts')).cardIndexRecord,
} as const

/**
 * Every note that is shown, in the order they came, as the index has it: what a queue must know, kept apart from the notes
 * themselves. So opening the app reads a handful of records and not 20,000 notes.
 */
export async function noteIndex(disk: Disk): Promise<readonly IndexedNote[]> {
  const notes: IndexedNote[] = []
  const [index, heads, { unwell }] = await Promise.all([
    readDerived(disk, KEPT),
    articleHeads(disk),
    readCare(disk),
  ])
  const shown: Shown = { isShown: shownIn(heads), unwell }
  const chunks = [...index].toSorted(([a], [b]) => a - b)
  for (const [, chunk] of chunks) addNotes(notes, chunk, shown)
  return notes
}
