import { type EntryDraft } from '../../src/domain/srs/entries.ts'
import { describe, expect, it } from 'vitest'
import { replay } from '../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import { restoreBackup, saveBackup, unsavedReviews } from '../../src/storage/backup.ts'
import { openStorage, type Disk, type Trouble } from '../../src/storage/database.ts'
import { sealed } from '../../src/storage/derived/derived.ts'
import { keepDoubtCount, readDoubtCounts } from '../../src/storage/derived/doubtCounts.ts'
import { readArticle } from '../../src/storage/articles.ts'
import { articleHeads } from '../../src/storage/derived/libraryHeads.ts'
import { saveImage } from '../../src/storage/derived/make/memoryImage.ts'
import { loadState } from '../../src/storage/derived/memoryImage.ts'
import { readOwnReadings } from '../../src/storage/derived/ownReadings.ts'
import {
  articleWordsRecord,
  keepArticleWords,
  readArticleWords,
} from '../../src/storage/derived/articleWords.ts'
import {
  keepWordsNeeded,
  readWordsNeeded,
  wordsNeededRecord,
} from '../../src/storage/derived/wordsNeeded.ts'
import { acceptLoss, missingReviews } from '../../src/storage/highWater.ts'
import { addNotes, editNote } from '../../src/storage/notes.ts'
import { readPackedLog } from '../../src/storage/readLog.ts'
import {
  appendEntries,
  countAnswers,
  readLog,
  sealPending,
  SEGMENT_SIZE,
  takeEntries,
} from '../../src/storage/reviewLog.ts'
import { answer } from '../make.ts'
import { appendEntry, cardsOn, ceasefireId, demand, notesIn, take, talks } from './talks.ts'
import { fillDisk, freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

const settings = DEFAULT_SRS_SETTINGS
const SEALED = 2 * SEGMENT_SIZE
const PENDING = 7

const draft = (card: string): EntryDraft => {
  const { id: _id, at: _at, device: _device, ...rest } = answer({ card, studyDay: 11, dueDay: 14 })
  return rest
}

/** A disk with two articles, 602 notes, a log in two segments and a rest, and every derived record there is. */
async function learnt(): Promise<Disk> {
  const disk = await openTab({ now: 1_000_000 })
  await take(disk, talks)
  await take(disk, demand)
  const [note] = notesIn(demand)
  if (note?.kind !== 'term') throw new RangeError()
  const many = Array.from({ length: 600 }, (_, i) => ({ ...note, id: `t${i}`, headword: `w${i}` }))
  await addNotes(disk, many)
  await editNote(disk, ceasefireId, { reading: 'ting2 huo5' })
  await appendEntries(
    disk,
    Array.from({ length: SEALED }, (_, i) => draft(`c${i}`)),
  )
  await sealPending(disk)
  await appendEntries(
    disk,
    Array.from({ length: PENDING }, (_, i) => draft(`d${i}`)),
  )
  await missingReviews(disk)
  await saveImage(disk, await loadState(disk, settings))
  await keepDoubtCount(disk, 'A', 2)
  const words = await wordsNeededRecord.make('A', 'zh', notesIn(talks), [])
  await keepWordsNeeded(disk, words, (await readArticle(disk, 'A'))!)
  const all = await articleWordsRecord.make('A', 'zh', WORDS, {})
  await keepArticleWords(disk, all, (await readArticle(disk, 'A'))!)
  return disk
}

const WORDS = ['双方', '停火'].map((key, i) => ({
  ...({ key, kind: 'word', level: {}, syllables: [], start: 2 * i, end: 2 * i + 2 } as const),
}))

/** What the app shows of a disk. */
async function shown(disk: Disk) {
  const state = await loadState(disk, settings)
  const cards = await cardsOn(disk)
  const heads = await articleHeads(disk)
  return {
    state: [...state.cards].toSorted(([a], [b]) => (a < b ? -1 : 1)),
    digest: state.digest,
    cards: cards.map(({ id }) => id).toSorted(),
    heads: heads.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    readings: await readOwnReadings(disk),
    answers: await countAnswers(disk),
  }
}

type Spoil = (image: Access) => Promise<unknown>
type Rot = (value: unknown) => unknown
interface Access {
  /** Changes what stands at a path (`image.tag`; '' for all of it), with the check of what it was. */
  rot(key: string, path: string, change: Rot): Promise<void>
  /** Changes it, and its check with it: as another version, or a mistake, would have written it. */
  write(key: string, path: string, change: Rot): Promise<void>
  put(key: string, record: unknown): Promise<void>
  drop(key: string | IDBKeyRange): Promise<void>
}

const call = (value: unknown, method: string, ...args: readonly unknown[]): unknown =>
  Reflect.apply(Reflect.get(Object(value), method), value, args)
const from =
  (first: number): Rot =>
  (list) =>
    call(list, 'slice', first)
const upTo =
  (end: number): Rot =>
  (list) =>
    call(list, 'slice', 0, end)
const filled =
  (by: number): Rot =>
  (column) =>
    call(column, 'fill', by)
const is =
  (value: unknown): Rot =>
  () =>
    value

/** A value with what stands at a path exchanged. */
function exchanged(value: unknown, path: readonly string[], change: Rot): unknown {
  const [name, ...rest] = path
  if (name === undefined) return change(value)
  const object = Object(value)
  Reflect.set(object, name, exchanged(Reflect.get(object, name), rest, change))
  return object
}

async function accessTo(disk: Disk): Promise<Access> {
  const database = await disk.connection()
  const put = async (key: string, record: unknown) => {
    await Reflect.apply(database.put.bind(database), null, ['image', record, key])
  }
  const changed = async (key: string, path: string, change: Rot) => {
    const part = structuredClone(await database.get('image', key))!
    const value = exchanged(part.value, path === '' ? [] : path.split('.'), change)
    return { ...part, value }
  }
  return {
    put,
    drop: (key) => database.delete('image', key),
    rot: async (key, path, change) => put(key, await changed(key, path, change)),
    write: async (key, path, change) => {
      const { version, value } = await changed(key, path, change)
      await put(key, sealed(version, value))
    },
  }
}

const FIRST = 'cards/000000'
const SECOND = 'cards/000001'

/** What makes any record wrong, whatever is in it. */
const COMMON: readonly (readonly [string, (key: string) => Spoil])[] = [
  ['is missing', (key) => (image) => image.drop(key)],
  ['is an empty object', (key) => (image) => image.put(key, {})],
  ['is null inside', (key) => (image) => image.write(key, '', is(null))],
  ['is of a foreign shape', (key) => (image) => image.write(key, '', is({ rows: [1, 2] }))],
  ['is text', (key) => (image) => image.write(key, '', is('text'))],
  [
    'is what the first version wrote',
    (key) => (image) =>
      image.put(key, { kind: 'library', version: 1, heads: null, segments: null }),
  ],
]

const KEYS = [
  ...[FIRST, SECOND, 'library', 'ownReadings', 'catalogue', 'state', 'doubts'],
  ...['foci/zh/A', 'words/zh/A'],
]

const OWN: readonly (readonly [string, Spoil])[] = [
  ['one chunk of two is gone', (image) => image.drop(SECOND)],
  ['all chunks are gone', (image) => image.drop(IDBKeyRange.bound('cards/', 'cards/z'))],
  ['a chunk is cut', (image) => image.write(FIRST, 'ids', upTo(50))],
  [
    'a chunk is cut in every column',
    (image) =>
      image.write(FIRST, '', (chunk) =>
        Object.fromEntries(
          Object.entries(Object(chunk)).map(([name, column]) => [
            name,
            column instanceof Map ? column : upTo(50)(column),
          ]),
        ),
      ),
  ],
  ['a chunk has NaN in it', (image) => image.rot(FIRST, 'createdAt', filled(NaN))],
  ['a chunk has other flags', (image) => image.rot(FIRST, 'flags', filled(4))],
  [
    'a chunk has flags of eight bits',
    (image) => image.write(FIRST, 'flags', is(new Uint8Array(500))),
  ],
  [
    'a chunk has an id changed',
    (image) => image.rot(FIRST, 'ids', (ids) => `x${String(ids).slice(1)}`),
  ],
  ['a chunk names lists it lacks', (image) => image.write(FIRST, 'lists', is([]))],
  ['a chunk lacks spots', (image) => image.write(FIRST, 'spots', upTo(9))],
  ['a chunk has kinds as a list', (image) => image.write(FIRST, 'kinds', is([]))],
  ['a chunk lacks a column', (image) => image.write(FIRST, 'listOf', is(undefined))],
  ['the library lacks a head', (image) => image.write('library', '', from(1))],
  ['the library has NaN', (image) => image.write('library', '0.beads', is(NaN))],
  ['the library has no title', (image) => image.write('library', '0.title', is(undefined))],
  ['the library counts wrong', (image) => image.rot('library', '0.beads', is(99))],
  ['a reading is no reading', (image) => image.write('ownReadings', '', is(new Map([['x', 5]])))],
  ['a reading is gone', (image) => image.rot('ownReadings', '', is(new Map()))],
  ['the catalogue counts wrong', (image) => image.rot('catalogue', '0.answers', is(7))],
  ['the catalogue has NaN', (image) => image.write('catalogue', '0.answers', is(NaN))],
  ['the catalogue lacks a segment', (image) => image.write('catalogue', '', from(1))],
  ['the catalogue has a null', (image) => image.write('catalogue', '0', is(null))],
  ['the image has no tag', (image) => image.write('state', 'image.tag', is(null))],
  [
    'the image has no columns',
    (image) => image.write('state', 'image', is({ tag: {}, flags: [] })),
  ],
  ['the image lacks a column', (image) => image.write('state', 'image.dueDay', is(undefined))],
  ['the image has a short column', (image) => image.write('state', 'image.dueDay', upTo(3))],
  ['the image has fewer ids', (image) => image.write('state', 'image.cards', upTo(500))],
  ['the image is of NaN', (image) => image.rot('state', 'image.stability', filled(NaN))],
  ['the image has other days', (image) => image.rot('state', 'image.dueDay', filled(1e8))],
  ['the image has another digest', (image) => image.write('state', 'image.tag.digest.high', is(1))],
  ['the image lists nothing', (image) => image.write('state', 'pending', is(undefined))],
  ['the store is empty', (image) => image.drop(IDBKeyRange.lowerBound(''))],
]

const CASES = [
  ...KEYS.flatMap((key) => COMMON.map(([how, spoil]) => [`${key} ${how}`, spoil(key)] as const)),
  ...OWN,
]

describe('a disk whose derived records are spoilt', () => {
  it('is one of at least fifty', () => expect(CASES.length).toBeGreaterThanOrEqual(50))

  it('shows what it showed before, and next time as well', async () => {
    const disk = await learnt()
    const truth = await shown(disk)
    const database = await disk.connection()
    const keys = await database.getAllKeys('image')
    const parts = await database.getAll('image')
    const image = await accessTo(disk)
    for (const [how, spoil] of CASES) {
      await database.clear('image')
      for (const [i, key] of keys.entries()) await database.put('image', parts[i]!, key)
      await spoil(image)
      expect({ how, ...(await shown(disk)) }).toEqual({ how, ...truth })
      expect({ how, ...(await shown(disk)) }).toEqual({ how, ...truth })
      const counts = await readDoubtCounts(disk)
      expect([undefined, 2]).toContain(counts.get('A'))
      const words = await readWordsNeeded(disk, { article: 'A', learning: 'zh' })
      expect([undefined, 5]).toContain(words?.foci.length)
      const all = await readArticleWords(disk, { article: 'A', learning: 'zh' })
      expect([undefined, 2]).toContain(all?.words.length)
    }
  }, 240_000)

  it('takes an answer and a note as ever', async () => {
    const disk = await learnt()
    const image = await accessTo(disk)
    for (const key of KEYS) await image.put(key, { kind: 'nothing' })
    await appendEntry(disk, draft('new'))
    const [note] = notesIn(demand)
    await addNotes(disk, [{ ...note!, id: 'late' }])
    expect(await countAnswers(disk)).toBe(SEALED + PENDING + 1)
    const cards = await cardsOn(disk)
    expect(cards.filter((card) => card.note === 'late')).not.toEqual([])
    expect(new Set(cards.map((card) => card.note)).size).toBe(5 + 1 + 600 + 1)
    expect(await articleHeads(disk)).toHaveLength(2)
  }, 60_000)

  it('is read even when it is full', async () => {
    const disk = await learnt()
    const truth = await shown(disk)
    await (await disk.connection()).clear('image')
    const makeRoom = fillDisk('image')
    expect(await shown(disk)).toEqual(truth)
    await keepDoubtCount(disk, 'A', 1)
    expect(await saveImage(disk, await loadState(disk, settings))).toBe(false)
    makeRoom()
  }, 60_000)
})

describe('a log that is spoilt', () => {
  async function cutSegment(disk: Disk): Promise<void> {
    const database = await disk.connection()
    const [record] = await database.getAll('segments')
    const { entries } = record!
    await database.put('segments', {
      ...record!,
      entries: { ...entries, ids: entries.ids.slice(0, 400) },
    })
  }

  it('opens without the segment that was cut, says so, and has it back from a backup', async () => {
    const backup = await saveBackup(await learnt())
    const troubles: Trouble[] = []
    const disk = await openStorage({
      now: () => 2_000_000,
      channel: null,
      onTrouble: (trouble) => void troubles.push(trouble),
    })
    const whole = await readLog(disk)
    await cutSegment(disk)
    await (await disk.connection()).delete('image', 'state')
    expect((await loadState(disk, settings)).cards.size).toBe(SEGMENT_SIZE + PENDING)
    expect(troubles).toEqual(['logDamaged'])
    expect(await missingReviews(disk)).toBe(SEGMENT_SIZE)
    expect((await readPackedLog(disk)).segments).toHaveLength(1)
    await restoreBackup(disk, backup.bytes)
    expect(await readLog(disk)).toEqual(whole)
    expect(await missingReviews(disk)).toBe(0)
    expect(await loadState(disk, settings)).toMatchObject({
      digest: replay(whole, settings).digest,
    })
    await disk.close()
  }, 60_000)

  it('goes on from the image, which has seen the segment whole', async () => {
    const disk = await learnt()
    const truth = await shown(disk)
    await cutSegment(disk)
    expect(await shown(disk)).toEqual(truth)
  }, 60_000)

  it.each([
    ['{ id }', { id: '00000000000000000000000001' }],
    ['an answer without a card', { ...answer({ id: '00A' }), card: undefined }],
    ['an answer without a day', { ...answer({ id: '00A' }), studyDay: NaN }],
    ['a moment that is none', { ...answer({ id: '00A' }), at: NaN }],
    ['a void of nothing', { id: '00A', type: 'void', at: 1, device: 'x' }],
  ])(
    'passes over %s, and does not delete it',
    async (_what, record) => {
      const disk = await learnt()
      const truth = await shown(disk)
      const database = await disk.connection()
      await Reflect.apply(database.put.bind(database), null, ['log', record])
      expect(await shown(disk)).toEqual(truth)
      await database.clear('image')
      expect(await shown(disk)).toEqual(truth)
      await appendEntries(
        disk,
        Array.from({ length: SEGMENT_SIZE }, (_, i) => draft(`e${i}`)),
      )
      expect(await sealPending(disk)).toBe(1)
      expect(await countAnswers(disk)).toBe(SEALED + PENDING + SEGMENT_SIZE)
      expect(await database.get('log', record.id)).toBeDefined()
      expect(await saveImage(disk, await loadState(disk, settings))).toBe(true)
    },
    60_000,
  )

  it.each([Infinity, NaN, 1e18, -5.5, 'late', null, { at: 1 }])(
    'answers with a clock that is %j, after what was answered before',
    async (clock) => {
      const disk = await learnt()
      const before = await readLog(disk)
      await (await disk.connection()).put('settings', clock, 'clock')
      const entry = await appendEntry(disk, draft('new'))
      expect(entry.at).toBeGreaterThan(before.at(-1)!.at)
      expect(entry.at).toBeLessThan(1_000_000 + 2 * SEALED)
      expect((await readLog(disk)).at(-1)).toEqual(entry)
    },
    60_000,
  )

  it('leaves a clock that the log does not bear out', async () => {
    const disk = await openTab({ now: 1_000 })
    await (await disk.connection()).put('settings', 400 * 86_400_000, 'clock')
    expect((await appendEntry(disk, draft('a'))).at).toBe(1_000)
    expect(await (await disk.connection()).get('settings', 'clock')).toBe(1_000)
  })

  it('counts what stands ahead anew when that is spoilt', async () => {
    const disk = await openTab({ now: 1_000 })
    const far = 400 * 86_400_000
    await takeEntries(disk, [answer({ id: 'E', at: far, card: 'a' })])
    for (const spoilt of ['late', null, { a: 'late' }, { a: Number.NaN }]) {
      await (await disk.connection()).put('settings', spoilt, 'ahead')
      const { at } = await appendEntry(disk, { type: 'suspend', card: 'a' })
      expect(at).toBeGreaterThan(far)
      expect(at).toBeLessThan(far + 9)
    }
  })
})

describe('reviews that have vanished', () => {
  async function withBackup() {
    const disk = await learnt()
    const backup = await saveBackup(disk)
    await backup.markSaved()
    await appendEntries(disk, [draft('x'), draft('y')])
    return { disk, bytes: backup.bytes }
  }
  const vanish = async (disk: Disk) => (await disk.connection()).clear('segments')

  it('are counted, and hide no unsaved ones', async () => {
    const { disk } = await withBackup()
    expect(await missingReviews(disk)).toBe(0)
    await vanish(disk)
    expect(await missingReviews(disk)).toBe(SEALED)
    expect(await unsavedReviews(disk)).toBe(2)
    await appendEntry(disk, draft('z'))
    expect(await missingReviews(disk)).toBe(SEALED)
    expect(await unsavedReviews(disk)).toBe(3)
  }, 60_000)

  it('come back from a backup, and then nothing is missing', async () => {
    const { disk, bytes } = await withBackup()
    await vanish(disk)
    await restoreBackup(disk, bytes)
    expect(await missingReviews(disk)).toBe(0)
    expect(await unsavedReviews(disk)).toBe(2)
    expect(await countAnswers(disk)).toBe(SEALED + PENDING + 2)
  }, 60_000)

  it('can be given up; what was given since still wants a backup', async () => {
    const { disk, bytes } = await withBackup()
    await vanish(disk)
    await acceptLoss(disk)
    expect(await missingReviews(disk)).toBe(0)
    expect(await unsavedReviews(disk)).toBe(2)
    await restoreBackup(disk, bytes)
    expect(await unsavedReviews(disk)).toBe(2)
  }, 60_000)

  it('are not looked for on a device that never counted', async () => {
    const disk = await openTab()
    await appendEntries(disk, [draft('a'), draft('b')])
    expect(await missingReviews(disk)).toBe(0)
    await (await disk.connection()).clear('log')
    expect(await missingReviews(disk)).toBe(2)
  })

  it('are none when another device has brought more', async () => {
    const disk = await learnt()
    await (await disk.connection()).put('settings', { answers: 'many' }, 'highWater')
    expect(await missingReviews(disk)).toBe(0)
  }, 60_000)
})
