import { type Entry, type EntryDraft } from '../../src/domain/srs/entries.ts'
import { expect } from 'vitest'
import type { SharedRevision } from '../../src/domain/article/sharedRevision.ts'
import type { Note, TermNote } from '../../src/domain/model.ts'
import { offersOf } from '../offers.ts'
import { indexedCards } from '../../src/domain/cards/queueNotes.ts'
import { replay } from '../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import { noteIndex } from '../../src/storage/derived/cardIndex.ts'
import type { Disk } from '../../src/storage/database.ts'
import { commitImport } from '../../src/storage/importing.ts'
import { readNotes } from '../../src/storage/notes.ts'
import { articleHeads, readArticle } from '../../src/storage/articles.ts'
import { readCare } from '../../src/storage/derived/care.ts'
import { appendEntries, readLog } from '../../src/storage/reviewLog.ts'
import { bitext, termIn, withFields, type Bitext } from '../make.ts'

/** Two small articles about a ceasefire, and what a disk holds of them. */

export function withTerms(
  of: Bitext,
  ...terms: readonly (readonly [string, string, string])[]
): Bitext {
  const found = terms.map(([zh, en, reading]) => termIn(of.texts, zh, en, reading))
  return withFields(of, { terms: found })
}

export const talks = withTerms(
  bitext(
    [
      ['双方停火。', 'Both sides cease fire.'],
      ['会谈结束。', 'The talks ended.'],
      ['他走了。', 'He left.'],
    ],
    { id: 'A', addedAt: 1 },
  ),
  ['停火', 'cease fire', 'ting2 huo3'],
  ['会谈', 'talks', 'hui4 tan2'],
)
export const demand = withTerms(
  bitext([['他们要求停火。', 'They demand a ceasefire.']], { id: 'B', addedAt: 2 }),
  ['停火', 'ceasefire', 'ting2 huo3'],
)

/** Every term and sentence an article offers. */
export function notesIn(of: Bitext): readonly Note[] {
  const { terms, sentences } = offersOf(of.article, of.texts, 'zh', 7)
  return [...terms, ...sentences]
}

export const take = (disk: Disk, of: Bitext, notes = notesIn(of)) =>
  commitImport(disk, of.it, notes)

/** Everything in the stores that are not derived. */
export async function everything(disk: Disk): Promise<readonly unknown[]> {
  const database = await disk.connection()
  const stores = ['articles', 'revisions', 'notes', 'log', 'drafts'] as const
  return await Promise.all(stores.map((store) => database.getAll(store)))
}

/** What the learner sees of the disk: living articles with their texts, living notes, and the drafts. */
export async function shownOn(disk: Disk): Promise<readonly unknown[]> {
  const database = await disk.connection()
  const articles = await Promise.all(
    (await livingArticles(disk)).map(async (id) => {
      const found = await readArticle(disk, id)
      return [found?.article, found?.texts]
    }),
  )
  const notes = await readNotes(disk, await database.getAllKeys('notes'))
  const living = notes.filter(({ deletedAt }) => deletedAt === undefined)
  return [articles, living, await database.getAll('drafts')]
}

/** Every card on the disk, as the index has it. */
export const cardsOn = async (disk: Disk) => indexedCards(await noteIndex(disk))

/** The index as it is kept, and as it would be made anew: they must agree. */
export async function expectSoundIndex(disk: Disk): Promise<void> {
  const kept = await cardsOn(disk)
  await (await disk.connection()).delete('image', IDBKeyRange.bound('cards/', 'cards/\uffff'))
  const made = await cardsOn(disk)
  expect(made.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    kept.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
}

export const ceasefireId = notesIn(demand)[0]!.id
export const sentenceId = notesIn(talks)[3]!.id

export async function term(disk: Disk, id: string): Promise<TermNote> {
  const [note] = await readNotes(disk, [id])
  if (note?.kind !== 'term') throw new RangeError(id)
  return note
}

export async function suspended(disk: Disk): Promise<readonly string[]> {
  const state = replay(await readLog(disk), DEFAULT_SRS_SETTINGS)
  return [...state.cards].filter(([, card]) => card.suspended).map(([id]) => id)
}

/** What is logged of one draft. */
export async function appendEntry(disk: Disk, draft: EntryDraft): Promise<Entry> {
  const [entry] = await appendEntries(disk, [draft])
  return entry!
}

/** Ids of the articles that are not deleted, in the order they came. */
export async function livingArticles(disk: Disk): Promise<readonly string[]> {
  return (await articleHeads(disk))
    .filter(({ deletedAt }) => deletedAt === undefined)
    .toSorted((a, b) => a.addedAt - b.addedAt)
    .map(({ id }) => id)
}

/** All revisions of an article's texts that lie on the disk. */
export async function textsIn(disk: Disk, article: string): Promise<readonly SharedRevision[]> {
  return await (await disk.connection()).getAllFromIndex('revisions', 'article', article)
}

/** What needs care, by note. */
export async function careList(disk: Disk): Promise<Readonly<Record<string, string>>> {
  return Object.fromEntries((await readCare(disk)).unwell)
}

/** Cards that are asked. */
export async function askedOn(disk: Disk): Promise<readonly string[]> {
  return (await noteIndex(disk)).filter(({ needsCare }) => needsCare !== true).map(({ id }) => id)
}

/** Cards that are not, because the text of their note is lost. */
export async function cardsInCare(disk: Disk): Promise<readonly string[]> {
  const notes = (await noteIndex(disk)).filter(({ needsCare }) => needsCare === true)
  return indexedCards(notes).map(({ id }) => id)
}
