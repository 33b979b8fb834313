import 'fake-indexeddb/auto'
import { execSync } from 'node:child_process'
import { IDBFactory } from 'fake-indexeddb'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { couchGround, type CouchGround, type CouchServer } from './couchGround.ts'
import { round, sharedOf, syncingDevice } from './devices.ts'
import { startPouch, type PouchServer } from './pouchServer.ts'
import { expectAgreement, simulate } from './simulation.ts'

/**
 * The simulation, and the client by itself, against servers that other people wrote: PouchDB's in this process, always, and
 * a real CouchDB where there is one:
 *
 *     COUCHDB_URL=http://admin:secret@127.0.0.1:5984 SEEDS=20 npx vitest run tests/sync/overHttp.test.ts
 *
 * The nodes of a cluster are listed with commas. `COUCHDB_KILL` is a command that is run once, in the midst of the requests.
 */
const REAL = process.env['COUCHDB_URL'] ?? ''
const KILL = process.env['COUCHDB_KILL'] ?? ''
/** Requests before that. */
const KILLED_AT = 150
const SEEDS = Array.from({ length: Number(process.env['SEEDS'] ?? 5) }, (_, i) => 1_001 + i)

function serverAt(addresses: string): CouchServer {
  const urls = addresses.split(',').map((address) => new URL(address.trim()))
  const { username, password } = urls[0]!
  const decoded = { name: decodeURIComponent(username), password: decodeURIComponent(password) }
  return { nodes: urls.map(({ origin }) => origin), ...decoded }
}

let killed = false
let asked = 0
function countRequest(): void {
  asked += 1
  if (KILL === '' || killed || asked < KILLED_AT) return
  killed = true
  execSync(KILL, { stdio: 'inherit' })
}

function suite(serverOf: () => CouchServer): void {
  let ground: CouchGround
  let count = 0
  beforeEach(async () => {
    globalThis.indexedDB = new IDBFactory()
    const name = `duizhao-test-${process.pid}-${Date.now()}-${count++}`
    ground = await couchGround(serverOf(), name, countRequest)
    return () => ground.end()
  })
  const door = () => ground.door(() => null, 1_000)

  it.each(SEEDS)('devices are equal in the end, and have every review: seed %i', async (seed) => {
    expectAgreement(await simulate(seed, ground, 5))
  })

  it('with nothing to do a round is one request', async () => {
    const [phone, laptop] = [
      await syncingDevice('phone', Date.now),
      await syncingDevice('laptop', Date.now),
    ]
    for (const disk of [phone, laptop, phone, laptop]) await round(disk, door())
    const before = ground.requests
    await round(phone, door())
    expect(ground.requests - before).toBe(1)
    expect(await sharedOf(phone)).toEqual(await sharedOf(laptop))
  })

  it('puts where nothing is, in place of the version that is there, and never of one that is lost', async () => {
    const shelf = door()
    const [first] = await shelf.putAbsent([{ key: 'a', sealed: '1' }])
    expect(await shelf.putAbsent([{ key: 'a', sealed: '2' }])).toMatchObject([
      { there: { sealed: '1' } },
    ])
    const version = first !== undefined && 'version' in first ? first.version : ''
    expect(await shelf.replace({ key: 'a', sealed: '3' }, version)).toHaveProperty('version')
    expect(await shelf.replace({ key: 'a', sealed: '4' }, version)).toMatchObject({
      there: { sealed: '3' },
    })
    await ground.wipe()
    await expect(shelf.replace({ key: 'a', sealed: '5' }, version)).rejects.toMatchObject({
      code: 'lost',
    })
  })

  it('erases everything, and says so to who asks later', async () => {
    const shelf = door()
    await shelf.putAbsent(['key', 'a', 'b'].map((key) => ({ key, sealed: '1' })))
    const { cursor } = await shelf.changedSince(null)
    await shelf.erase()
    const { objects } = await shelf.changedSince(cursor)
    expect(
      objects
        .filter(({ isGone }) => isGone)
        .map(({ key }) => key)
        .toSorted(),
    ).toEqual(['a', 'b', 'key'])
    expect(await shelf.get(['a', 'key'])).toEqual([])
  })
}

describe('against PouchDB’s server, over HTTP', () => {
  let pouch: PouchServer
  beforeAll(async () => {
    pouch = await startPouch()
  })
  afterAll(() => pouch.close())
  suite(() => ({ nodes: [pouch.url], name: 'mei', password: 'soup' }))
})

describe('against CouchDB', () => {
  if (REAL === '') it('not run: no COUCHDB_URL', ({ skip }) => skip('COUCHDB_URL names no server'))
  else suite(() => serverAt(REAL))
})
