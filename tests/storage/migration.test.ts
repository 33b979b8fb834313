import { readFileSync } from 'node:fs'
import { openDB } from 'idb'
import { describe, expect, it } from 'vitest'
import { canonical } from '../../src/domain/records/canonical.ts'
import { readBackup } from '../../src/formats/backup.ts'
import { saveBackup } from '../../src/storage/backup.ts'
import { readLog } from '../../src/storage/readLog.ts'
import { readKnown, readLearner, readSetting } from '../../src/storage/readSettings.ts'
import { fillOldDisk, oldRecords } from './oldDisk.ts'
import { fillDisk, freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

const openOld = async (name = 'old') => {
  await fillOldDisk(name)
  return await openTab({ now: 1_774_000_000_000 }, { name })
}

/** Version and all records of a database, whatever its schema. */
async function rawContent(name: string) {
  const database = await openDB(name)
  const stores = [...database.objectStoreNames]
  const content = await Promise.all(stores.map((store) => database.getAll(store)))
  const { version } = database
  database.close()
  return { version, stores, content }
}

const golden = (file: string) =>
  new Uint8Array(readFileSync(new URL(`../golden/${file}`, import.meta.url)))

describe('a disk of version 0.1.0', () => {
  it('holds the rows that its own backup comes to', async () => {
    const disk = await openOld()
    const { value: now } = await readBackup((await saveBackup(disk)).bytes)
    const { value: then } = await readBackup(golden('v1Backup.duizhao'))
    const { createdAt: _now, entries, ...rows } = now!
    const { createdAt: _then, entries: before, ...expected } = then!
    expect(rows).toEqual(expected)
    expect(entries).toHaveLength(before.length)
  })

  it('is the same bytes on two devices', async () => {
    const stores = ['articles', 'revisions', 'notes', 'preferences', 'unknown'] as const
    const contents = []
    for (const name of ['one', 'two']) {
      const database = await (await openOld(name)).connection()
      contents.push(canonical(await Promise.all(stores.map((store) => database.getAll(store)))))
    }
    expect(contents[0]).toBe(contents[1])
  })

  it('keeps its log, its settings, its draft and what is its own', async () => {
    const disk = await openOld()
    expect(await readLog(disk)).toHaveLength(568)
    expect(disk.device).toBe('01KJ9PWEZ8RKHEHZZ21BV1XKX7')
    expect(await readLearner(disk)).toMatchObject({ welcomed: true, hsk: 2, theme: 'dark' })
    expect([...(await readKnown(disk, 'zh'))].sort()).toEqual(['天', '每天', '窗外'].sort())
    expect(await readSetting(disk, 'lastScreen')).toEqual({ name: 'library', sort: 'newest' })
    const database = await disk.connection()
    expect(await database.getAllKeys('settings')).toEqual(['clock', 'device'])
    expect(await database.count('drafts')).toBe(1)
    expect(await database.count('texts')).toBe(0)
    expect(await database.count('unknown')).toBe(0)
  })

  it('keeps notes in their order', async () => {
    const disk = await openOld()
    const places = new Map(
      oldRecords('notes').map((record) => {
        const { id, place }: { id: string; place: number } = Object(record)
        return [id, place]
      }),
    )
    for (const { id, place } of await (await disk.connection()).getAll('notes'))
      if (places.has(id)) expect(place).toBe(places.get(id))
  })

  it.each(['articles', 'revisions', 'notes', 'preferences'])(
    'whose upgrade is interrupted while %s are written stays as it was, and is upgraded the next time',
    async (store) => {
      await fillOldDisk('old')
      const before = await rawContent('old')
      const makeRoom = fillDisk(store)
      await expect(openTab({ now: 1_774_000_000_000 }, { name: 'old' })).rejects.toMatchObject({
        code: 'diskFull',
      })
      makeRoom()
      expect(await rawContent('old')).toEqual(before)
      const disk = await openTab({ now: 1_774_000_000_000 }, { name: 'old' })
      expect(await readLog(disk)).toHaveLength(568)
      expect(await (await disk.connection()).count('notes')).toBe(oldRecords('notes').length)
    },
  )

  it('puts aside what a bad disk has made of a record, and opens', async () => {
    await fillOldDisk('old', { notes: [{ id: 'n', note: 5, place: 3 }], articles: [{ id: 'x' }] })
    const disk = await openTab({ now: 1_774_000_000_000 }, { name: 'old' })
    const database = await disk.connection()
    expect((await database.getAll('unknown')).map(({ kind, value }) => [kind, value])).toEqual([
      ['v1/article', { id: 'x' }],
      ['v1/note', { id: 'n', note: 5, place: 3 }],
    ])
    expect(await database.count('articles')).toBe(7)
    const { value } = await readBackup((await saveBackup(disk)).bytes)
    expect(value?.unknown).toEqual([])
  })
})
