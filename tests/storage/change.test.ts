import { describe, expect, it } from 'vitest'
import { write } from '../../src/storage/change.ts'
import { transact, type Disk } from '../../src/storage/database.ts'
import { deleteArticle } from '../../src/storage/deletion.ts'
import { readDrafts, putDraft } from '../../src/storage/drafts.ts'
import { addNotes } from '../../src/storage/notes.ts'
import type { Transaction } from '../../src/storage/schema.ts'
import { changeLearner, markKnown, readSetting } from '../../src/storage/settings.ts'
import { subscribe, type Change } from '../../src/storage/tabs.ts'
import { appendEntry, everything, notesIn, sentenceId, take, talks } from './talks.ts'
import { connectedChannels, fillDisk, freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

const queued = async (disk: Disk) => {
  const rows = await transact(disk, ['outbox'], 'readonly', (tx) =>
    tx.objectStore('outbox').getAll(),
  )
  return rows.map(({ kind, id }) => `${kind} ${id}`)
}

describe('a change', () => {
  it('opens the stores that were named, and no other compiles', async () => {
    const disk = await openTab()
    const { result } = await write(disk, ['settings'], async (tx) => {
      // @ts-expect-error: `notes` was not named
      expect(() => tx.objectStore('notes')).toThrow('The operation failed')
      const narrow: Transaction<'settings'> = tx
      // @ts-expect-error: it covers less than is asked for
      const wide: Transaction<'settings' | 'notes'> = tx
      return narrow === wide
    })
    expect(result).toBe(true)
    const reading = transact(disk, ['settings'], 'readonly', async (tx) => {
      // @ts-expect-error: a transaction that reads does not write
      await tx.objectStore('settings').put(1, 'a')
    })
    await expect(reading).rejects.toMatchObject({ code: 'diskRefused' })
  })

  it('is all or nothing', async () => {
    const disk = await openTab()
    const before = await everything(disk)
    const work = write(disk, ['settings', 'drafts'], async (tx, change) => {
      await tx.objectStore('settings').put(1, 'a')
      change.settings('a')
      throw new RangeError('no')
    })
    await expect(work).rejects.toThrow('no')
    expect(await everything(disk)).toEqual(before)
  })

  it('is told once, in one shape, to this tab and to the others', async () => {
    const [left, right] = connectedChannels(2)
    const one = await openTab({ now: 1 }, { channel: left! })
    const two = await openTab({ now: 1 }, { channel: right! })
    await take(one, talks)
    const heard: Record<'own' | 'others', Change[]> = { own: [], others: [] }
    subscribe(one, (change) => void heard.own.push(change))
    subscribe(two, (change) => void heard.others.push(change))
    const { change } = await deleteArticle(one, 'A')
    expect(heard).toEqual({ own: [change], others: [change] })
    expect([...change.articles]).toEqual(['A'])
    expect(change.notes.size).toBe(0)
  })

  it('is not told when it was refused, or touched nothing', async () => {
    const disk = await openTab()
    const heard: Change[] = []
    subscribe(disk, (change) => void heard.push(change))
    await putDraft(disk, 'a', 1)
    const makeRoom = fillDisk('settings')
    await expect(changeLearner(disk, { theme: 'dark' })).rejects.toMatchObject({ code: 'diskFull' })
    makeRoom()
    expect(heard).toEqual([])
    expect(await readDrafts(disk)).toHaveLength(1)
  })

  it('of a message of another version is taken for everything', async () => {
    const [left, right] = connectedChannels(2)
    const disk = await openTab({ now: 1 }, { channel: right! })
    const heard: Change[] = []
    subscribe(disk, (change) => void heard.push(change))
    left!.postMessage({ kind: 'articles', ids: ['A'] })
    expect(heard).toMatchObject([{ everything: true }])
  })

  it('is done for this tab when its listeners have answered', async () => {
    const disk = await openTab()
    let answered = false
    subscribe(disk, async () => {
      await readSetting(disk, 'learner')
      answered = true
    })
    await changeLearner(disk, { theme: 'dark' })
    expect(answered).toBe(true)
  })
})

describe('a change while sync is on', () => {
  it('queues exactly what it touched', async () => {
    const disk = await openTab()
    disk.syncing = true
    await take(disk, talks, notesIn(talks).slice(0, 1))
    expect((await queued(disk)).toSorted()).toEqual(['article A', `note ${notesIn(talks)[0]!.id}`])
    const { type } = await appendEntry(disk, { type: 'suspend', card: 'c' })
    expect(type).toBe('suspend')
    await markKnown(disk, 'zh', ['停火'], true)
    const rows = await queued(disk)
    expect(rows.filter((row) => row.startsWith('entry'))).toHaveLength(1)
    expect(rows).toContain('setting known/zh')
    // What a device keeps for itself is nobody else's business.
    expect(rows.filter((row) => row.startsWith('setting'))).toEqual(['setting known/zh'])
  })

  it('queues nothing of what was refused', async () => {
    const disk = await openTab()
    disk.syncing = true
    const makeRoom = fillDisk('notes')
    await expect(take(disk, talks)).rejects.toMatchObject({ code: 'diskFull' })
    makeRoom()
    expect(await queued(disk)).toEqual([])
  })

  it('queues the undo like any other change', async () => {
    const disk = await openTab()
    await take(disk, talks, [])
    disk.syncing = true
    const { undo } = await addNotes(disk, notesIn(talks).slice(3, 4))
    await (await disk.connection()).clear('outbox')
    await undo?.()
    expect(await queued(disk)).toEqual([`note ${sentenceId}`])
  })
})
