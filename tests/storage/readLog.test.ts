import { expect, it } from 'vitest'
import { entriesOf, unpackLog } from '../../src/formats/packedLog.ts'
import { readPackedLog } from '../../src/storage/readLog.ts'
import { appendEntries, readLog, sealPending, SEGMENT_SIZE } from '../../src/storage/reviewLog.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

it('the packed log is the log, sealed and pending entries alike', async () => {
  const disk = await openTab()
  const bury = (card: number) => ({ type: 'bury', card: `${card}`, untilDay: 9 }) as const
  await appendEntries(
    disk,
    Array.from({ length: SEGMENT_SIZE + 3 }, (_, card) => bury(card)),
  )
  await sealPending(disk)
  const packed = await readPackedLog(disk)
  expect([packed.segments.length, packed.pending.length]).toEqual([1, 3])
  const work = unpackLog(packed)
  let next = work.next()
  while (next.done !== true) next = work.next()
  expect(next.value).toEqual(await readLog(disk))
  expect(entriesOf(packed, '7')).toHaveLength(1)
})
