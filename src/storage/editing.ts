import type { ArticleEdit } from '../domain/article/edit.ts'
import { versionOf, type ShownArticle } from '../domain/article/showArticle.ts'
import type { NamedVersion } from '../domain/article/versions.ts'
import {
  editArticle as withEdit,
  leaveVersion as withLeft,
  offerAgain,
  showAgain,
  takeVersion as withTaken,
} from '../domain/article/writeArticle.ts'
import { AppError } from '../domain/errors.ts'
import type { Now } from '../domain/records/stamp.ts'
import type { Written as WrittenRow } from '../domain/records/writing.ts'
import { write, type ChangeSink, type Written } from './change.ts'
import { withClock } from './clock.ts'
import type { Disk } from './database.ts'
import { all } from './requests.ts'
import { putArticleRows } from './rows.ts'
import { showWithin, type StoredArticle } from './shownArticle.ts'
import type { Transaction } from './schema.ts'

const STORES = ['articles', 'revisions', 'settings'] as const
type EditTransaction = Transaction<(typeof STORES)[number]>

/** What an article was, by its shown version, and what is shown of it now. */
interface Edited {
  readonly before: StoredArticle
  readonly after: StoredArticle
}

/**
 * Changes the version that is shown.
 *
 * @param version the one that the change was made from
 * @throws AppError `changedElsewhere` when another one is shown by now
 */
async function changeShown(
  tx: EditTransaction,
  change: ChangeSink,
  disk: Disk,
  { id, version }: { readonly id: string; readonly version: string },
  work: (shown: StoredArticle, now: Now) => WrittenRow,
): Promise<Edited> {
  const before = await showWithin(tx, id)
  if (before === null || before.version.id !== version) throw new AppError('changedElsewhere')
  return await withClock(tx, disk, async (clock) => {
    const { row } = clock.keep(work(before, clock.now))
    await putArticleRows(tx, change, [row])
    const after = await showWithin(tx, id)
    if (after === null) throw new AppError('changedElsewhere')
    return { before, after }
  })
}

const placeOf = ({ article, version }: ShownArticle) => ({ id: article.id, version: version.id })

/** A version that is in the row by its id: what was read before a change is there after it. */
function versionIn({ row }: StoredArticle, id: string): NamedVersion {
  const found = versionOf(row, id)
  if (found === null) throw new AppError('changedElsewhere')
  return found
}

/**
 * Writes a change of an article as a version of its own, in place of the one that is shown. Undone, the former version is
 * shown again, by a version as well.
 *
 * @param before the article as it was read
 * @param edit from `repairArticle`
 * @throws AppError `changedElsewhere` when another tab or device has changed it since; `diskFull`
 */
export async function editArticle(
  disk: Disk,
  before: ShownArticle,
  edit: ArticleEdit,
): Promise<Written<void>> {
  return await write(disk, STORES, async (tx, change) => {
    const store = tx.objectStore('revisions')
    await all(edit.revisions.map((revision) => () => store.put(revision)))
    const { after } = await changeShown(tx, change, disk, placeOf(before), (shown, now) =>
      withEdit(shown.row, shown, edit, now),
    )
    change.undo(() => showFormer(disk, after, before.version.id))
  })
}

async function showFormer(disk: Disk, shown: ShownArticle, former: string): Promise<Written<void>> {
  return await write(disk, STORES, async (tx, change) => {
    const { before, after } = await changeShown(tx, change, disk, placeOf(shown), (now, at) =>
      showAgain(now.row, now, versionIn(now, former), at),
    )
    change.undo(() => showFormer(disk, after, before.version.id))
  })
}

/** Takes an offered version in the place of the shown one. Undone, it is offered again. */
export const takeVersion = (
  disk: Disk,
  before: ShownArticle,
  offered: NamedVersion,
): Promise<Written<void>> => settle(disk, before, offered, withTaken)

/** Keeps the shown version: the offered one is offered no more, on any device. Undone, it is again. */
export const leaveVersion = (
  disk: Disk,
  before: ShownArticle,
  offered: NamedVersion,
): Promise<Written<void>> => settle(disk, before, offered, withLeft)

async function settle(
  disk: Disk,
  shown: ShownArticle,
  offered: NamedVersion,
  work: typeof withTaken,
): Promise<Written<void>> {
  return await write(disk, STORES, async (tx, change) => {
    const { before, after } = await changeShown(tx, change, disk, placeOf(shown), (now, at) =>
      work(now.row, now, versionIn(now, offered.id), at),
    )
    change.undo(() =>
      write(disk, STORES, (again, taken) =>
        changeShown(again, taken, disk, placeOf(after), (now, at) =>
          offerAgain(
            now.row,
            now,
            versionIn(now, before.version.id),
            versionIn(now, offered.id),
            at,
          ),
        ),
      ),
    )
  })
}
