import type { IndexedNote } from '../../domain/cards/queueNotes.ts'
import type { Disk } from '../database.ts'
import type { IndexChunk } from '../records.ts'
import { readCare } from './care.ts'
import { readDerived } from './derived.ts'
import { DELETED, ENGLISH, look, SENTENCE } from './kept/cardIndex.ts'
import { articleHeads, shownIn } from './libraryHeads.ts'

/** What of the library says which notes are shown, and where. */
interface Shown {
  readonly isShown: (article: string) => boolean
  readonly unwell: ReadonlyMap<string, unknown>
}

/** Written for speed: at every start of the app it goes through the whole library. */
function addNotes(notes: IndexedNote[], chunk: IndexChunk, { isShown, unwell }: Shown): void {
  let joined: string | null = null
  let articles: readonly string[] = []
  chunk.ids.forEach((id, row) => {
    const flags = chunk.flags[row]!
    if ((flags & DELETED) !== 0) return
    // Notes of one article stand together, and share its list.
    if (chunk.articles[row] !== joined) {
      joined = chunk.articles[row]!
      articles = joined === '' ? [] : joined.split('\n').filter(isShown)
    }
    if (articles.length === 0 && (flags & SENTENCE) !== 0) return
    const kinds = chunk.kinds[row] ?? null
    const note: IndexedNote = {
      id,
      kind: (flags & SENTENCE) === 0 ? 'term' : 'sentence',
      learning: (flags & ENGLISH) === 0 ? 'zh' : 'en',
      article: articles[0] ?? '',
      articles,
      headword: chunk.headwords[row]!,
      createdAt: chunk.createdAt[row]!,
    }
    const isWell = !unwell.has(id)
    if (kinds === null && isWell) notes.push(note)
    else
      notes.push({
        ...note,
        ...(kinds && { kinds }),
        ...(isWell ? {} : { needsCare: true as const }),
      })
  })
}

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
