import { type ArticleTexts } from '../domain/article/revisions.ts'
import type { ArticleRecord, CareRecord } from '../domain/article/record.ts'
import type { Care, Note } from '../domain/model.ts'
import { articlesOf } from '../domain/notes/merge.ts'
import { cardsOf } from '../domain/cards/cards.ts'
import { careOf } from '../domain/notes/care.ts'
import { textsOf, writeArticles } from './articles.ts'
import type { ChangeSink } from './change.ts'
import type { Disk } from './database.ts'
import { readHeads } from './derived/libraryHeads.ts'
import { writeEntries } from './reviewLog.ts'
import type { Transaction } from './schema.ts'

/** What is needed to suspend cards, or take that back, because of their text. */
export const CARE_STORES = ['articles', 'texts', 'notes', 'image', 'log', 'settings'] as const

export type CareTransaction = Transaction<(typeof CARE_STORES)[number]>

async function readSource(tx: CareTransaction, id: string): Promise<ArticleTexts | null> {
  const [record, revisions] = await Promise.all([
    tx.objectStore('articles').get(id),
    tx.objectStore('texts').getAll(textsOf(id)),
  ])
  return record === undefined ? null : { article: record.article, revisions }
}

/** Whether a note can be shown from one of its other articles. */
async function isWellElsewhere(tx: CareTransaction, note: Note, except: string): Promise<boolean> {
  for (const id of articlesOf(note)) {
    if (id === except) continue
    const source = await readSource(tx, id)
    if (source !== null && careOf(note, source) === null) return true
  }
  return false
}

/** Takes back the suspensions that care has caused. */
async function release(
  tx: CareTransaction,
  change: ChangeSink,
  disk: Disk,
  care: readonly CareRecord[],
): Promise<void> {
  const suspensions = care.flatMap((record) => record.suspensions)
  await writeEntries(
    tx,
    change,
    disk,
    suspensions.map((entry) => ({ type: 'void', entry })),
  )
}

async function suspend(
  tx: CareTransaction,
  change: ChangeSink,
  disk: Disk,
  note: Note,
  why: Care,
): Promise<CareRecord> {
  const entries = await writeEntries(
    tx,
    change,
    disk,
    cardsOf(note).map(({ id }) => ({ type: 'suspend', card: id })),
  )
  return { note: note.id, why, suspensions: entries.map(({ id }) => id) }
}

/**
 * Looks at every note of an article as its text stands now, suspends the cards of those that need care and did not
 * before, and takes back the suspension of those that are well again; what needs care now.
 *
 * @param record the article as it was, with the notes that needed care
 */
export async function attend(
  tx: CareTransaction,
  change: ChangeSink,
  disk: Disk,
  record: ArticleRecord,
  source: ArticleTexts,
): Promise<readonly CareRecord[]> {
  const found = await tx.objectStore('notes').index('article').getAll(record.id)
  const known = new Map(record.care.map((care) => [care.note, care]))
  const care: CareRecord[] = []
  for (const { note } of found) {
    if (note.deletedAt !== undefined) continue
    const why = careOf(note, source)
    if (why === null || (await isWellElsewhere(tx, note, record.id))) continue
    const same = known.get(note.id)
    known.delete(note.id)
    if (same !== undefined) {
      care.push({ ...same, why })
      continue
    }
    care.push(await suspend(tx, change, disk, note, why))
  }
  await release(tx, change, disk, [...known.values()])
  return care
}

/** Takes back the suspension of notes that have just gained a place elsewhere. */
export async function relieve(
  tx: CareTransaction,
  change: ChangeSink,
  disk: Disk,
  notes: readonly string[],
): Promise<void> {
  const wanting = (await readHeads(tx)).filter(({ needCare }) => needCare > 0)
  const gained = new Set(notes)
  for (const { id } of wanting) {
    const record = await tx.objectStore('articles').get(id)
    if (record === undefined) continue
    const relieved = record.care.filter(({ note }) => gained.has(note))
    if (relieved.length === 0) continue
    await release(tx, change, disk, relieved)
    const care = record.care.filter(({ note }) => !gained.has(note))
    await writeArticles(tx, change, [{ ...record, care }])
  }
}

/** Takes back every suspension an article's text has caused: it is about to go. */
export async function releaseAll(
  tx: CareTransaction,
  change: ChangeSink,
  disk: Disk,
  record: ArticleRecord,
): Promise<void> {
  await release(tx, change, disk, record.care)
}
