import { keepQuietly } from './refusals.ts'
import { deleteRow, reviveRow } from '../domain/records/writing.ts'
import { write, type Written } from './change.ts'
import { withClock } from './clock.ts'
import type { Disk } from './database.ts'
import { all } from './requests.ts'
import { readHeads } from './derived/make/libraryHeads.ts'
import { putArticleRows } from './rows.ts'
import { showWithin } from './shownArticle.ts'

const STORES = ['articles', 'revisions', 'settings'] as const

/**
 * Deletes an article: its sentences and the places of its terms are hidden, and a term whose last one is hidden shows the
 * pair as a quote. Reviews stay in the log. Can be undone until {@link forgetDeleted}.
 */
export async function deleteArticle(disk: Disk, id: string): Promise<Written<void>> {
  return await write(disk, STORES, async (tx, change) => {
    const shown = await showWithin(tx, id)
    if (shown === null || shown.article.deletedAt !== undefined) return
    await withClock(tx, disk, async (clock) => {
      await putArticleRows(tx, change, [clock.keep(deleteRow(shown.row, clock.now)).row])
    })
    change.undo(() => restoreArticle(disk, id))
  })
}

/** Takes a deletion back; false when it cannot be, because {@link forgetDeleted} was there. */
export async function restoreArticle(disk: Disk, id: string): Promise<Written<boolean>> {
  return await write(disk, STORES, async (tx, change) => {
    const shown = await showWithin(tx, id)
    if (shown?.article.deletedAt === undefined) return false
    await withClock(tx, disk, async (clock) => {
      await putArticleRows(tx, change, [clock.keep(reviveRow(shown.row, clock.now)).row])
    })
    return true
  })
}

/**
 * Gives back the room of articles deleted before a moment, ms; how many. What stays is the row, so that other devices
 * learn of the deletion; who has the texts still may bring it back. For idle moments at the start, when nothing can be
 * undone any more; what the disk refuses is done at the next one.
 */
export async function forgetDeleted(disk: Disk, before: number): Promise<number> {
  return (await keepQuietly(() => forget(disk, before))) ?? 0
}

async function forget(disk: Disk, before: number): Promise<number> {
  const { result } = await write(disk, ['articles', 'revisions', 'image'], async (tx, change) => {
    const heads = await readHeads(tx)
    const gone = heads.filter(
      ({ deletedAt, isWhole }) => isWhole && deletedAt !== undefined && deletedAt < before,
    )
    const revisions = tx.objectStore('revisions')
    for (const { id } of gone) {
      const keys = await revisions.index('article').getAllKeys(id)
      await all(keys.map((key) => () => revisions.delete(key)))
      change.articles(id)
    }
    return gone.length
  })
  return result
}
