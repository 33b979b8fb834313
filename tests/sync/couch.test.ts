import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { couchShelf, type Door } from '../../src/sync/couch.ts'
import { ShelfError, type Refusal } from '../../src/sync/shelf.ts'
import { startCouch, USER, type CouchDouble } from './couchDouble.ts'

let couch: CouchDouble
beforeAll(async () => {
  couch = await startCouch()
})
afterAll(() => couch.close())
beforeEach(() => {
  couch.wipe()
  couch.refuseWith = null
  couch.mostLetters = Infinity
  couch.requests.length = 0
})

const doorTo = (part: Partial<Door> = {}): Door => ({ address: couch.url, ...USER, ...part })
const refusal = async (work: Promise<unknown>): Promise<Refusal | null> =>
  await work.then(
    () => null,
    (error: unknown) => (error instanceof ShelfError ? error.code : 'trouble'),
  )

describe('a shelf on CouchDB', () => {
  it('puts where nothing is, and shows what stands there', async () => {
    const shelf = couchShelf(doorTo())
    const [put] = await shelf.putAbsent([{ key: 'key', sealed: 'one' }])
    expect(put).toMatchObject({ version: expect.stringMatching(/^1-/) })
    const [again, other] = await shelf.putAbsent([
      { key: 'key', sealed: 'two' },
      { key: 'b', sealed: 'three' },
    ])
    expect(again).toMatchObject({ there: { key: 'key', sealed: 'one' } })
    expect(other).toHaveProperty('version')
    expect(await shelf.get(['b', 'none', 'key'])).toMatchObject([
      { key: 'b', sealed: 'three' },
      { key: 'key', sealed: 'one' },
    ])
  })

  it('replaces a version, and no other', async () => {
    const shelf = couchShelf(doorTo())
    const first = await shelf.replace({ key: 'tail', sealed: 'one' }, null)
    const version = 'version' in first ? first.version : ''
    expect(await shelf.replace({ key: 'tail', sealed: 'two' }, version)).toHaveProperty('version')
    expect(await shelf.replace({ key: 'tail', sealed: 'no' }, version)).toMatchObject({
      there: { sealed: 'two' },
    })
  })

  it('lists what came since, with one request when nothing did', async () => {
    const shelf = couchShelf(doorTo())
    await shelf.putAbsent([{ key: 'a', sealed: '1' }])
    const first = await shelf.changedSince(null)
    expect(first.objects).toMatchObject([{ key: 'a', isGone: false }])
    couch.requests.length = 0
    expect(await shelf.changedSince(first.cursor)).toMatchObject({ objects: [], isEnd: true })
    expect(couch.requests).toHaveLength(1)
    await shelf.putAbsent([{ key: 'b', sealed: '1' }])
    expect((await shelf.changedSince(first.cursor)).objects).toMatchObject([{ key: 'b' }])
  })

  it('says that the database is another one by now', async () => {
    const shelf = couchShelf(doorTo())
    await shelf.putAbsent(['a', 'b', 'c'].map((key) => ({ key, sealed: '1' })))
    const { cursor } = await shelf.changedSince(null)
    couch.wipe()
    await shelf.putAbsent([{ key: 'd', sealed: '1' }])
    const listing = await shelf.changedSince(cursor)
    expect(listing).toMatchObject({ objects: [{ key: 'd' }], isYounger: true })
  })

  it('erases everything, and what comes after stands alone', async () => {
    const shelf = couchShelf(doorTo())
    await shelf.putAbsent(['key', 'a'].map((key) => ({ key, sealed: '1' })))
    const { cursor } = await shelf.changedSince(null)
    await shelf.erase()
    const { objects } = await shelf.changedSince(cursor)
    expect(objects.map(({ key, isGone }) => [key, isGone])).toEqual([
      ['a', true],
      ['key', true],
    ])
    expect(await shelf.putAbsent([{ key: 'key', sealed: '2' }])).toMatchObject([
      { version: expect.any(String) },
    ])
  })

  it.each<{ readonly code: Refusal; readonly door?: Partial<Door>; readonly status?: number }>([
    { code: 'unauthorised', door: { password: 'wrong' } },
    { code: 'notThere', door: { address: '/elsewhere' } },
    { code: 'full', status: 507 },
    { code: 'trouble', status: 503 },
    { code: 'tooLarge', status: 413 },
    { code: 'cursorRefused', status: 400 },
  ])('is refused: $code', async ({ code, door: part = {}, status = null }) => {
    couch.refuseWith = status
    const door = doorTo(part)
    const address = new URL(door.address, couch.url).href
    expect(await refusal(couchShelf({ ...door, address }).changedSince('5'))).toBe(code)
  })

  it('is not reached where nobody listens', async () => {
    const nowhere = couchShelf(doorTo({ address: 'http://127.0.0.1:1/words' }))
    expect(await refusal(nowhere.changedSince(null))).toBe('unreachable')
  })

  it('says of a locked account that it is, to the right password too', async () => {
    const other = await startCouch()
    const wrong = couchShelf({ ...doorTo({ password: 'x' }), address: other.url })
    for (let n = 0; n < 5; n++) expect(await refusal(wrong.changedSince(null))).toBe('unauthorised')
    const right = couchShelf({ ...doorTo(), address: other.url })
    expect(await refusal(right.changedSince(null))).toBe('lockedOut')
    await other.close()
  })

  it('carries names and passwords of any letters', async () => {
    const odd = couchShelf(doorTo({ name: '梅', password: 'ключ:é' }))
    expect(await refusal(odd.changedSince(null))).toBe('unauthorised')
  })
})
