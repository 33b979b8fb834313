import { transact, type Disk } from '../database.ts'
import { listOf, look, type CareList } from './kept/care.ts'
import { look as lookForHeads, shownIn } from './kept/libraryHeads.ts'

export type { CareList }

/** What needs care now. */
export async function readCare(disk: Disk): Promise<CareList> {
  const list = await transact(disk, ['articles', 'notes', 'image'], 'readonly', async (tx) => {
    const [heads, parts] = await Promise.all([lookForHeads(tx), look(tx)])
    if (heads === null) return null
    const isShown = shownIn(heads)
    const isNew = heads.some(({ id }) => isShown(id) && !parts.has(id))
    const ofShown = new Map([...parts].filter(([id]) => isShown(id)))
    return isNew ? null : await listOf(tx, ofShown, isShown)
  })
  if (list !== null) return list
  const { judgeCare } = await import('./make/care.ts')
  return await judgeCare(disk)
}
