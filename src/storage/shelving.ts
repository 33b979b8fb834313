import { TITLE } from '../domain/article/articleRow.ts'
import { type Side, SIDES, type Sides } from '../domain/model.ts'
import { fieldOf } from '../domain/records/merged.ts'
import { writeFields } from '../domain/records/writing.ts'
import { write, type Written } from './change.ts'
import { withClock } from './clock.ts'
import type { Disk } from './database.ts'
import { putArticleRows, readRows } from './rows.ts'

/** Writes fields of an article's row; `back` is told what they were. Nothing happens where there is no such article. */
async function writeHead(
  disk: Disk,
  id: string,
  values: Readonly<Record<string, unknown>>,
  back: (before: (field: string) => unknown) => Promise<unknown>,
): Promise<Written<void>> {
  return await write(disk, ['articles', 'settings'], async (tx, change) => {
    const [row] = await readRows(tx, 'articles', [id])
    if (!row) return
    await withClock(tx, disk, async (clock) => {
      const written = clock.keep(writeFields(row, values, clock.now))
      await putArticleRows(tx, change, [written.row])
    })
    change.undo(() => back((field) => fieldOf(row, field)))
  })
}

/** Puts an article away, or brings it back: its cards are asked as before. */
export const archiveArticle = (disk: Disk, id: string, archived: boolean): Promise<Written<void>> =>
  writeHead(disk, id, { archived }, (before) =>
    archiveArticle(disk, id, before('archived') === true),
  )

/** Gives an article another title on both sides. */
export const renameArticle = (
  disk: Disk,
  id: string,
  title: Sides<string>,
): Promise<Written<void>> =>
  writeHead(
    disk,
    id,
    Object.fromEntries(SIDES.map((side) => [TITLE + side, title[side].trim()])),
    (before) => {
      const was = (side: Side) => {
        const value = before(TITLE + side)
        return typeof value === 'string' ? value : ''
      }
      return renameArticle(disk, id, { zh: was('zh'), en: was('en') })
    },
  )
