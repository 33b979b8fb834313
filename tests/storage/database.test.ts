import { describe, expect, it } from 'vitest'
import { AppError } from '../../src/domain/errors.ts'
import { queueLocks, transact, type Trouble } from '../../src/storage/database.ts'
import { asRefusal } from '../../src/storage/refusals.ts'
import { SCHEMA_STEPS } from '../../src/storage/schema.ts'
import { fillDisk, freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

const NEXT_SCHEMA = [...SCHEMA_STEPS, { stores: { more: {} } }]

/** Another tab's plain connection. */
async function openElsewhere(version: number): Promise<IDBDatabase> {
  return await new Promise((resolve, reject) => {
    const request = indexedDB.open('duizhao', version)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error)
  })
}

describe('openStorage', () => {
  it('gives the device an id once', async () => {
    const first = await openTab()
    expect(first.device).toMatch(/^[0-9A-HJKMNP-TV-Z]{26}$/)
    expect((await openTab()).device).toBe(first.device)
  })

  it('says when a newer version has written the database, and writes nothing', async () => {
    ;(await openElsewhere(SCHEMA_STEPS.length + 1)).close()
    await expect(openTab()).rejects.toMatchObject({ name: 'AppError', code: 'databaseNewer' })
  })

  it('waits for an older tab that does not let go, and says so', async () => {
    await (await openTab()).close()
    const older = await openElsewhere(SCHEMA_STEPS.length)
    const troubles: Trouble[] = []
    const onTrouble = (trouble: Trouble) => {
      troubles.push(trouble)
      older.close()
    }
    const disk = await openTab({ now: 1 }, { schema: NEXT_SCHEMA, onTrouble })
    expect(troubles).toEqual(['otherTabOpen'])
    expect((await disk.connection()).version).toBe(SCHEMA_STEPS.length + 1)
  })

  it('makes room for a newer version, and says so', async () => {
    const troubles: Trouble[] = []
    const disk = await openTab({ now: 1 }, { onTrouble: (trouble) => troubles.push(trouble) })
    const newer = await openTab({ now: 1 }, { schema: NEXT_SCHEMA })
    expect(troubles).toEqual(['newerVersion'])
    await expect(disk.connection()).rejects.toMatchObject({ code: 'databaseNewer' })
    expect(newer.device).toBe(disk.device)
  })

  it('opens again after the connection was lost', async () => {
    const troubles: Trouble[] = []
    const disk = await openTab({ now: 1 }, { onTrouble: (trouble) => troubles.push(trouble) })
    const database = await disk.connection()
    database.close()
    await transact(disk, ['settings'], 'readwrite', (tx) => tx.objectStore('settings').put(1, 'a'))
    expect(await (await disk.connection()).get('settings', 'a')).toBe(1)
  })
})

describe('transact', () => {
  it('undoes everything when the work fails, and passes the reason on', async () => {
    const disk = await openTab()
    const reason = new RangeError('no')
    const work = transact(disk, ['settings'], 'readwrite', async (tx) => {
      await tx.objectStore('settings').put(1, 'a')
      throw reason
    })
    await expect(work).rejects.toBe(reason)
    expect(await (await disk.connection()).get('settings', 'a')).toBeUndefined()
  })

  it('says that the disk is full, and changes nothing', async () => {
    const disk = await openTab()
    const makeRoom = fillDisk('drafts')
    const work = transact(disk, ['settings', 'drafts'], 'readwrite', async (tx) => {
      await tx.objectStore('settings').put(1, 'a')
      await tx.objectStore('drafts').put({ id: 'd', savedAt: 0, value: null })
    })
    await expect(work).rejects.toMatchObject({ code: 'diskFull' })
    makeRoom()
    expect(await (await disk.connection()).get('settings', 'a')).toBeUndefined()
  })

  it('leaves no connection that cannot be used after a failure', async () => {
    const disk = await openTab()
    await transact(disk, ['settings'], 'readwrite', async () => {
      throw new RangeError('no')
    }).catch(() => undefined)
    await transact(disk, ['settings'], 'readwrite', (tx) => tx.objectStore('settings').put(2, 'b'))
    expect(await (await disk.connection()).get('settings', 'b')).toBe(2)
  })
})

describe('asRefusal', () => {
  const quota = new DOMException('', 'QuotaExceededError')
  it.each([
    ['a full disk', quota, undefined, 'diskFull'],
    [
      'an abort whose transaction ran out of room',
      new DOMException('', 'AbortError'),
      quota,
      'diskFull',
    ],
    ['a newer database', new DOMException('', 'VersionError'), undefined, 'databaseNewer'],
    ['anything else the disk says', new DOMException('', 'UnknownError'), undefined, 'diskRefused'],
  ])('names %s', (_what, cause, transactionError, code) => {
    const refusal = asRefusal(cause, transactionError)
    expect(refusal).toBeInstanceOf(AppError)
    expect(refusal).toMatchObject({ code, cause: transactionError ?? cause })
  })

  it.each([new RangeError(), new TypeError(), new AppError('alreadyAnswered'), 'thrown'])(
    'lets %o pass',
    (cause) => {
      expect(asRefusal(cause)).toBe(cause)
    },
  )
})

describe('queueLocks', () => {
  it('does one piece of work at a time, in order, failures included', async () => {
    const lock = queueLocks()
    const done: string[] = []
    const work =
      (name: string, fails = false) =>
      async () => {
        done.push(`${name} starts`)
        await Promise.resolve()
        done.push(`${name} ends`)
        if (fails) throw new Error(name)
      }
    const one = lock('a', work('one', true)).catch(() => undefined)
    await Promise.all([one, lock('a', work('two'))])
    expect(done).toEqual(['one starts', 'one ends', 'two starts', 'two ends'])
  })
})
