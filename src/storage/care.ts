import { type ArticleTexts } from '../domain/article/revisions.ts'
import type { ArticleRecord, CareRecord } from '../domain/article/record.ts'
import { type Care, type Entry, type Note } from '../domain/model.ts'
import { articlesOf } from '../domain/notes/merge.ts'
import { cardsOf } from '../domain/cards/cards.ts'
import { careOf } from '../domain/notes/care.ts'
import { readHeads, textsOf, writeArticles } from './articles.ts'
import type { Disk } from './database.ts'
import type { Store, Transaction } from './schema.ts'
import { writeEntries } from './reviewLog.ts'

/** The stores a transaction needs that suspends cards, or takes that back, because of their text. */
export const CARE_STORES: readonly Store[] = [
  'articles',
  'texts',
  'notes',
  'image',
  'log',
  'settings',
  'outbox',
]

async function readSource(tx: Transaction, id: string): Promise<ArticleTexts | null> {
  const [record, revisions] = await Promise.all([
    tx.objectStore('articles').get(id),
    tx.objectStore('texts').getAll(textsOf(id)),
  ])
  return record === undefined ? null : { article: record.article, revisions }
}

/** Whether a note can be shown from one of its other articles. */
async function isWellElsewhere(tx: Transaction, note: Note, except: string): Promise<boolean> {
  for (const id of articlesOf(note)) {
    if (id === except) continue
    const source = await readSource(tx, id)
    if (source !== null && careOf(note, source) === null) return true
  }
  return false
}

/** Takes back the suspensions that care has caused. */
async function release(
  tx: Transaction,
  disk: Disk,
  care: readonly CareRecord[],
): Promise<readonly Entry[]> {
  const suspensions = care.flatMap((record) => record.suspensions)
  return await writeEntries(
    tx,
    disk,
    suspensions.map((entry) => ({ type: 'void', entry })),
  )
}

async function suspend(
  tx: Transaction,
  disk: Disk,
  note: Note,
  why: Care,
): Promise<{ readonly care: CareRecord; readonly entries: readonly Entry[] }> {
  const entries = await writeEntries(
    tx,
    disk,
    cardsOf(note).map(({ id }) => ({ type: 'suspend', card: id })),
  )
  return { care: { note: note.id, why, suspensions: entries.map(({ id }) => id) }, entries }
}

/**
 * Looks at every note of an article as its text stands now, suspends the cards of those that need care and did not
 * before, and takes back the suspension of those that are well again.
 *
 * @param record the article as it was, with the notes that needed care
 */
export async function attend(
  tx: Transaction,
  disk: Disk,
  record: ArticleRecord,
  source: ArticleTexts,
): Promise<{ readonly care: readonly CareRecord[]; readonly entries: readonly Entry[] }> {
  const found = await tx.objectStore('notes').index('article').getAll(record.id)
  const known = new Map(record.care.map((care) => [care.note, care]))
  const care: CareRecord[] = []
  const entries: Entry[] = []
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
    const made = await suspend(tx, disk, note, why)
    care.push(made.care)
    entries.push(...made.entries)
  }
  return { care, entries: [...(await release(tx, disk, [...known.values()])), ...entries] }
}

/** Takes back the suspension of notes that have just gained a place elsewhere. */
export async function relieve(
  tx: Transaction,
  disk: Disk,
  notes: readonly string[],
): Promise<readonly Entry[]> {
  const wanting = (await readHeads(tx)).filter(({ needCare }) => needCare > 0)
  const gained = new Set(notes)
  const entries: Entry[] = []
  for (const { id } of wanting) {
    const record = await tx.objectStore('articles').get(id)
    if (record === undefined) continue
    const relieved = record.care.filter(({ note }) => gained.has(note))
    if (relieved.length === 0) continue
    entries.push(...(await release(tx, disk, relieved)))
    const care = record.care.filter(({ note }) => !gained.has(note))
    await writeArticles(tx, [{ ...record, care }])
  }
  return entries
}

/** Takes back every suspension an article's text has caused: it is about to go. */
export async function releaseAll(
  tx: Transaction,
  disk: Disk,
  record: ArticleRecord,
): Promise<readonly Entry[]> {
  return await release(tx, disk, record.care)
}
