import { type About, aboutFields } from '../domain/article/articleRow.ts'
import { fieldOf } from '../domain/records/merged.ts'
import { writeFields } from '../domain/records/writing.ts'
import { write, type Written } from './change.ts'
import { withClock } from './clock.ts'
import type { Disk } from './database.ts'
import { putArticleRows, readRows } from './rows.ts'

type Values = Readonly<Record<string, unknown>>
type Before = (field: string) => unknown

/**
 * Writes fields of an article's row; `back` is told what they were. Nothing happens where there is no such article, or
 * nothing to write.
 */
async function writeHead(
  disk: Disk,
  id: string,
  valuesOf: (before: Before) => Values,
  back: (before: Before, written: Values) => Promise<unknown>,
): Promise<Written<void>> {
  return await write(disk, ['articles', 'settings'], async (tx, change) => {
    const [row] = await readRows(tx, 'articles', [id])
    if (!row) return
    const before: Before = (field) => fieldOf(row, field)
    const values = valuesOf(before)
    if (Object.keys(values).length === 0) return
    await withClock(tx, disk, async (clock) => {
      const written = clock.keep(writeFields(row, values, clock.now))
      await putArticleRows(tx, change, [written.row])
    })
    change.undo(() => back(before, values))
  })
}

/** Puts an article away, or brings it back: its cards are asked as before. */
export const archiveArticle = (disk: Disk, id: string, archived: boolean): Promise<Written<void>> =>
  writeHead(
    disk,
    id,
    () => ({ archived }),
    (before) => archiveArticle(disk, id, before('archived') === true),
  )

/**
 * Says other things of an article. What stays as it was is not written: there a newer revision of its deck still counts, and
 * what another device wrote.
 */
export async function describeArticle(
  disk: Disk,
  id: string,
  about: About,
): Promise<Written<void>> {
  const said = Object.entries(aboutFields({ level: '', address: '', ...about }))
  return await writeFieldsOf(
    disk,
    id,
    Object.fromEntries(said.map(([name, text]) => [name, text.trim()])),
  )
}

async function writeFieldsOf(
  disk: Disk,
  id: string,
  said: Readonly<Record<string, string>>,
): Promise<Written<void>> {
  const was =
    (before: (field: string) => unknown) =>
    (name: string): [string, string] => {
      const value = before(name)
      return [name, typeof value === 'string' ? value : '']
    }
  return await writeHead(
    disk,
    id,
    (before) =>
      Object.fromEntries(
        Object.entries(said).filter(([name, text]) => was(before)(name)[1] !== text),
      ),
    (before, written) =>
      writeFieldsOf(disk, id, Object.fromEntries(Object.keys(written).map(was(before)))),
  )
}
