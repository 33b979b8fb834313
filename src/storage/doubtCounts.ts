import { transact, type Disk } from './database.ts'

const KEY = 'doubts'

/** Open doubts about the translation of each article, as of the last look; an article nobody looked at is absent. */
export async function readDoubtCounts(disk: Disk): Promise<ReadonlyMap<string, number>> {
  const record = await transact(disk, ['image'], 'readonly', (tx) =>
    tx.objectStore('image').get(KEY),
  )
  return new Map(record?.kind === 'doubts' ? Object.entries(record.counts) : [])
}

/** Keeps how many doubts an article has now. */
export async function keepDoubtCount(disk: Disk, article: string, count: number): Promise<void> {
  await transact(disk, ['image'], 'readwrite', async (tx) => {
    const image = tx.objectStore('image')
    const before = await image.get(KEY)
    const counts = before?.kind === 'doubts' ? before.counts : {}
    await image.put({ kind: 'doubts', counts: { ...counts, [article]: count } }, KEY)
  })
}
