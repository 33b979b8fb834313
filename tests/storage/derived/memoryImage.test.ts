import { type Entry, type EntryDraft } from '../../../src/domain/srs/entries.ts'
import { appendEntry } from '../talks.ts'
import { describe, expect, it, vi } from 'vitest'
import { replay, type ReplayState } from '../../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../src/domain/srs/settings.ts'
import { transact, type Disk } from '../../../src/storage/database.ts'
import { sealed } from '../../../src/storage/derived/derived.ts'
import { saveImage } from '../../../src/storage/derived/make/memoryImage.ts'
import { bringUpToDate, loadState } from '../../../src/storage/derived/memoryImage.ts'
import {
  appendEntries,
  readLog,
  sealPending,
  SEGMENT_SIZE,
  takeEntries,
} from '../../../src/storage/reviewLog.ts'
import { answer } from '../../make.ts'
import { freshDatabases, openTab } from '../testDisk.ts'

freshDatabases()

const settings = DEFAULT_SRS_SETTINGS

function draft(card: string, previous: string | null = null, studyDay = 11): EntryDraft {
  const {
    id: _id,
    at: _at,
    device: _device,
    ...rest
  } = answer({
    card,
    previous,
    studyDay,
    dueDay: studyDay + 3,
  })
  return rest
}

const cardsOf = (state: ReplayState) => Object.fromEntries([...state.cards].toSorted())

/** That the state loaded is the one a replay of the whole log gives. */
async function expectTruth(disk: Disk, state: ReplayState): Promise<void> {
  const truth = replay(await readLog(disk), settings)
  expect(cardsOf(state)).toEqual(cardsOf(truth))
  expect(state.digest).toEqual(truth.digest)
}

/** Whether loading reads segments one by one or in whole: a replay does. */
async function readsTheLog(disk: Disk): Promise<boolean> {
  const getAll = vi.spyOn(IDBObjectStore.prototype, 'getAll')
  await loadState(disk, settings)
  const stores = getAll.mock.contexts.map((store) =>
    store instanceof IDBObjectStore ? store.name : '',
  )
  getAll.mockRestore()
  return stores.includes('segments')
}

async function withSealed(): Promise<Disk> {
  const disk = await openTab()
  await appendEntries(
    disk,
    Array.from({ length: SEGMENT_SIZE + 20 }, (_, i) => draft(`c${i}`)),
  )
  await sealPending(disk)
  return disk
}

const unite = (disk: Disk, entries: readonly Entry[]) => takeEntries(disk, entries)

describe('loading where every card stands', () => {
  it('is empty on a new device', async () => {
    expect((await loadState(await openTab(), settings)).cards.size).toBe(0)
  })

  it('replays the log without an image, and reads the image with one', async () => {
    const disk = await withSealed()
    const state = await loadState(disk, settings)
    await expectTruth(disk, state)
    expect(await readsTheLog(disk)).toBe(true)
    expect(await saveImage(disk, state)).toBe(true)
    expect(await readsTheLog(disk)).toBe(false)
    await expectTruth(disk, await loadState(disk, settings))
  })

  it('adds what came after the image: answers, a seal, more answers', async () => {
    const disk = await withSealed()
    await saveImage(disk, await loadState(disk, settings))
    const entries = await appendEntries(
      disk,
      Array.from({ length: SEGMENT_SIZE }, (_, i) => draft(`d${i}`)),
    )
    await appendEntry(disk, { type: 'void', entry: entries[3]!.id })
    await sealPending(disk)
    await appendEntry(disk, draft('d7', entries[7]!.id, 14))
    await expectTruth(disk, await loadState(disk, settings))
    expect(await readsTheLog(disk)).toBe(false)
  })

  it('looks at the past again for a late entry of another device', async () => {
    const disk = await withSealed()
    await saveImage(disk, await loadState(disk, settings))
    await unite(disk, [answer({ id: 'LATE', at: 1, card: 'c5', studyDay: 3, device: 'other' })])
    const state = await loadState(disk, settings)
    await expectTruth(disk, state)
    expect(state.cards.get('c5')?.reps).toBe(2)
  })

  it('looks at the past again when an old answer is taken back', async () => {
    const disk = await withSealed()
    await saveImage(disk, await loadState(disk, settings))
    const [old] = await readLog(disk)
    await appendEntry(disk, { type: 'void', entry: old!.id })
    const state = await loadState(disk, settings)
    await expectTruth(disk, state)
    expect(state.cards.has('c0')).toBe(false)
  })

  it('replays when a setting changed that memory depends on', async () => {
    const disk = await withSealed()
    await saveImage(disk, await loadState(disk, settings))
    const other = { ...settings, desiredRetention: 0.8 }
    const state = await loadState(disk, other)
    expect(cardsOf(state)).toEqual(cardsOf(replay(await readLog(disk), other)))
  })

  it('throws the image away when its tag does not match', async () => {
    const disk = await withSealed()
    await saveImage(disk, await loadState(disk, settings))
    await transact(disk, ['image'], 'readwrite', async (tx) => {
      const part = await tx.objectStore('image').get('state')
      const { pending, ...value } = part!.value as { readonly pending: readonly string[] }
      const short = { ...value, pending: pending.slice(1) }
      await tx.objectStore('image').put(sealed(part!.version, short), 'state')
    })
    expect(await readsTheLog(disk)).toBe(true)
    await expectTruth(disk, await loadState(disk, settings))
  })
})

describe('saving the image', () => {
  it('is left for later when another tab has answered in between', async () => {
    const disk = await withSealed()
    const state = await loadState(disk, settings)
    const entry = await appendEntry(disk, draft('new'))
    expect(await saveImage(disk, state)).toBe(false)
    expect(await saveImage(disk, await bringUpToDate(disk, state, [entry]))).toBe(true)
    await expectTruth(disk, await loadState(disk, settings))
  })
})

describe('bringing a state up to date', () => {
  it('changes it in place for what is new', async () => {
    const disk = await withSealed()
    const state = await loadState(disk, settings)
    const entry = await appendEntry(disk, draft('new'))
    expect(await bringUpToDate(disk, state, [entry])).toBe(state)
    await expectTruth(disk, state)
  })

  it('goes back to the log for what is old', async () => {
    const disk = await withSealed()
    await saveImage(disk, await loadState(disk, settings))
    const state = await loadState(disk, settings)
    const late = answer({ id: 'LATE', at: 1, card: 'c5', studyDay: 3 })
    await unite(disk, [late])
    await expectTruth(disk, await bringUpToDate(disk, state, [late]))
  })
})
