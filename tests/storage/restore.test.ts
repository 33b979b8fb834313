import { type Entry } from '../../src/domain/srs/entries.ts'
import { beforeAll, describe, expect, it } from 'vitest'
import { articleIdOf, headOf } from '../../src/domain/article/articleRow.ts'
import { childRevision } from '../../src/domain/article/sharedRevision.ts'
import { showArticle } from '../../src/domain/article/showArticle.ts'
import { editArticle, importArticle } from '../../src/domain/article/writeArticle.ts'
import { articlesIn } from '../../src/domain/notes/showNote.ts'
import { pickNote } from '../../src/domain/notes/noteRow.ts'
import { canonical } from '../../src/domain/records/canonical.ts'
import { emptyRow, fieldOf, type Merged } from '../../src/domain/records/merged.ts'
import { machineStamp, parseStamp } from '../../src/domain/records/stamp.ts'
import { deleteRow, isAlive, writeFields } from '../../src/domain/records/writing.ts'
import { writeBackup, type Backup } from '../../src/formats/backup.ts'
import { bringBack, restoreRows, ROW_STORES } from '../../src/storage/restore.ts'
import { CLOCK_KEY, withClock } from '../../src/storage/clock.ts'
import { transact, type Disk } from '../../src/storage/database.ts'
import { restoreBackup, saveBackup } from '../../src/storage/backup.ts'
import { allRows, putArticleRows, putNoteRows, readRows } from '../../src/storage/rows.ts'
import { readKnown, readLearner } from '../../src/storage/readSettings.ts'
import { changeLearner, markKnown } from '../../src/storage/settings.ts'
import { write } from '../../src/storage/change.ts'
import { DERIVED } from '../../src/storage/derived/table.ts'
import { takeEntries } from '../../src/storage/reviewLog.ts'
import { readLog } from '../../src/storage/readLog.ts'
import { answer, bitext } from '../make.ts'
import { fillDisk, freshDatabases, openTab, whenWritten } from './testDisk.ts'

freshDatabases()

// What is derived from articles and notes is not asked here.
beforeAll(() => {
  const derived = DERIVED.filter(({ key }) => ['catalogue', 'state'].includes(key))
  DERIVED.splice(0, DERIVED.length, ...derived)
})

const START = 1_800_000_000_000
const of = bitext([
  ['双方停火。', 'Both sides cease fire.'],
  ['会谈结束。', 'The talks ended.'],
])
const ARTICLE = articleIdOf(of.it.contentHash)
const TERM = 'tterm'

/** A device of its own: a database of its name, and a wall clock. */
async function device(name: string, now = START): Promise<Disk> {
  return await openTab({ now }, { name })
}

type Work = (
  row: Merged | null,
  now: Parameters<typeof deleteRow>[1],
) => ReturnType<typeof deleteRow>

const STORES = [...ROW_STORES, 'image'] as const

/** Changes the row of an article or a note as the app does it. */
const change = (disk: Disk, store: 'articles' | 'notes', id: string, work: Work) =>
  write(disk, STORES, (tx, sink) =>
    withClock(tx, disk, async (clock) => {
      const [row] = await readRows(tx, store, [id])
      const made = clock.keep(work(row ?? null, clock.now)).row
      if (store === 'articles') await putArticleRows(tx, sink, [made])
      else await putNoteRows(tx, sink, [made])
    }),
  )

async function learn(disk: Disk): Promise<void> {
  const { it } = of
  await change(disk, 'articles', ARTICLE, (row, now) => {
    return importArticle(row, { ...it, id: ARTICLE, addedAt: START - 9 }, now)
  })
  const { revisions } = importArticle(
    null,
    { ...it, id: ARTICLE, addedAt: START - 9 },
    { clock: { device: '0000000000', ms: 0, counter: 0 }, wallMs: 0 },
  )
  await write(disk, ['revisions'], async (tx) => {
    for (const revision of revisions) await tx.objectStore('revisions').put(revision)
  })
  await change(disk, 'notes', TERM, (row, now) =>
    pickNote(
      row,
      {
        ...{ kind: 'term', id: TERM, learning: 'zh', createdAt: START - 5 },
        ...{ headword: '停火', reading: 'ting2 huo3', sense: 0, gloss: ['truce'] },
        ...{ counterparts: ['cease fire'], level: {}, contexts: [] },
      },
      0,
      now,
    ),
  )
}

async function shownOn(disk: Disk) {
  return await transact(disk, ['articles', 'revisions'], 'readonly', async (tx) => {
    const [row] = await readRows(tx, 'articles', [ARTICLE])
    const revisions = await tx.objectStore('revisions').index('article').getAll(ARTICLE)
    return { row: row!, revisions, shown: showArticle(row!, revisions) }
  })
}

/** Corrects the text of a side, as a learner does. */
async function correct(disk: Disk, side: 'zh' | 'en', at: number, inserted: string): Promise<void> {
  const { revisions, shown } = await shownOn(disk)
  const from = revisions.find(({ id }) => id === shown!.article.revision[side])!
  const removed = shown!.texts[side].slice(at, at + inserted.length)
  const made = childRevision(from, [{ at, removed, inserted }])
  await write(disk, ['revisions'], (tx) => tx.objectStore('revisions').put(made))
  const { article } = shown!
  const revision = { ...article.revision, [side]: made.id }
  await change(disk, 'articles', ARTICLE, (row, now) =>
    editArticle(row!, shown!, { ...article, revision }, now),
  )
}

const remove = (disk: Disk, store: 'articles' | 'notes', id: string) =>
  change(disk, store, id, (row, now) => deleteRow(row!, now))

const bytesOf = async (disk: Disk) => (await saveBackup(disk)).bytes

async function restore(disk: Disk, bytes: Uint8Array<ArrayBuffer>) {
  const { value, issues } = await restoreBackup(disk, bytes)
  expect(issues).toEqual([])
  return value!
}

/** Everything two devices share, to compare. */
async function content(disk: Disk): Promise<string> {
  const rows = await transact(disk, ROW_STORES, 'readonly', async (tx) => [
    await allRows(tx, 'articles'),
    (await allRows(tx, 'notes')).toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    await allRows(tx, 'preferences'),
    await tx.objectStore('revisions').getAll(),
    await tx.objectStore('unknown').getAll(),
  ])
  return canonical([rows, await readLog(disk)])
}

const backupOf = (part: Partial<Backup>): Backup => ({
  createdAt: START,
  articles: [],
  revisions: [],
  notes: [],
  settings: [],
  entries: [],
  unknown: [],
  ...part,
})

describe('two devices that edited one article', () => {
  async function apart() {
    const laptop = await device('laptop')
    await learn(laptop)
    const phone = await device('phone', START + 50)
    await restore(phone, await bytesOf(laptop))
    await correct(laptop, 'zh', 0, '三')
    await correct(phone, 'zh', 2, '開')
    await correct(phone, 'en', 0, 'They')
    await change(phone, 'notes', TERM, (row, now) =>
      writeFields(row!, { gloss: ['armistice'] }, now),
    )
    await takeEntries(laptop, [answer({ id: 'E1', at: 1 })])
    await takeEntries(phone, [answer({ id: 'E2', at: 2 })])
    return { laptop, phone }
  }

  it('have both versions after each took the other’s backup, and the same ones', async () => {
    const { laptop, phone } = await apart()
    const [fromLaptop, fromPhone] = [await bytesOf(laptop), await bytesOf(phone)]
    expect(await restore(laptop, fromPhone)).toMatchObject({ articles: 0, entries: 1, gone: [] })
    await restore(phone, fromLaptop)
    expect(await content(laptop)).toBe(await content(phone))
    const { shown } = await shownOn(laptop)
    expect(shown!.texts).toEqual({
      zh: '双方開火。会谈结束。',
      en: 'They sides cease fire. The talks ended.',
    })
    expect(shown!.offered).toHaveLength(1)
  })

  it('come to the same whatever comes first, and however often', async () => {
    const { laptop, phone } = await apart()
    const files = [await bytesOf(laptop), await bytesOf(phone)]
    await change(laptop, 'notes', TERM, (row, now) => writeFields(row!, { reading: 'x' }, now))
    files.push(await bytesOf(laptop))
    const orders = [
      [0, 1, 2],
      [2, 1, 0],
      [1, 1, 2, 0, 1],
      [1, 2],
    ]
    const found = new Set<string>()
    for (const [n, order] of orders.entries()) {
      const tablet = await device(`tablet${n}`, START + n)
      for (const at of order) await restore(tablet, files[at]!)
      found.add(await content(tablet))
    }
    expect(found.size).toBe(1)
  })
})

describe('a backup from before a deletion', () => {
  async function deleted() {
    const disk = await device('laptop')
    await learn(disk)
    const bytes = await bytesOf(disk)
    await remove(disk, 'articles', ARTICLE)
    await remove(disk, 'notes', TERM)
    return { disk, bytes }
  }

  it('brings back nothing, and lists what it could bring back', async () => {
    const { disk, bytes } = await deleted()
    const before = await content(disk)
    const { gone } = await restore(disk, bytes)
    expect(await content(disk)).toBe(before)
    expect(gone).toEqual([
      { kind: 'article', id: ARTICLE, title: of.article.title },
      { kind: 'note', id: TERM, text: '停火' },
    ])
  })

  it('has the texts that were given up here since', async () => {
    const { disk, bytes } = await deleted()
    await write(disk, ['revisions'], (tx) => tx.objectStore('revisions').clear())
    const { gone } = await restore(disk, bytes)
    await bringBack(disk, gone[0]!)
    expect((await shownOn(disk)).shown?.texts).toEqual(of.texts)
  })

  it('gives each back when it is asked for, on other devices too, and that can be undone', async () => {
    const { disk, bytes } = await deleted()
    const { gone } = await restore(disk, bytes)
    const other = await device('phone')
    await restore(other, await bytesOf(disk))
    for (const one of gone) {
      const { undo } = await bringBack(disk, one)
      await undo!()
      const store = one.kind === 'article' ? 'articles' : 'notes'
      const read = async (from: Disk) =>
        isAlive(
          (await transact(from, [store], 'readonly', (tx) => readRows(tx, store, [one.id])))[0]!,
        )
      expect(await read(disk)).toBe(false)
      await bringBack(disk, one)
      expect(await read(disk)).toBe(true)
      await restore(other, await bytesOf(disk))
      expect(await read(other)).toBe(true)
    }
    expect((await restore(disk, bytes)).gone).toEqual([])
  })

  it('says nothing of what was deleted there, too', async () => {
    const { disk } = await deleted()
    const other = await device('phone')
    expect((await restore(other, await bytesOf(disk))).gone).toEqual([])
    expect(headOf((await shownOn(other)).row).deletedAt).toBeDefined()
  })
})

describe('settings', () => {
  it('of both devices stay, each as it was chosen last', async () => {
    const clock = { now: START }
    const laptop = await openTab(clock, { name: 'laptop' })
    const phone = await openTab(clock, { name: 'phone' })
    await changeLearner(laptop, { theme: 'dark', newPerDay: 4 })
    clock.now += 10
    await changeLearner(phone, { theme: 'light', hsk: 3 })
    await markKnown(laptop, 'zh', ['天', '水'], true)
    clock.now += 10
    await markKnown(phone, 'zh', ['天'], true)
    clock.now += 10
    await markKnown(phone, 'zh', ['天'], false)
    await restore(laptop, await bytesOf(phone))
    expect(await readLearner(laptop)).toMatchObject({ theme: 'light', newPerDay: 4, hsk: 3 })
    expect([...(await readKnown(laptop, 'zh'))]).toEqual(['水'])
  })

  it('that a device keeps for itself are taken from no file', async () => {
    const disk = await device('laptop')
    const t = machineStamp(5)
    const fields = { device: { v: 'other', t }, voice: { v: 1, t } }
    const row = { ...emptyRow('other'), fields }
    await restore(disk, await writeBackup(backupOf({ settings: [row] })))
    const database = await disk.connection()
    expect((await database.get('preferences', 'other'))?.fields).toEqual({ voice: { v: 1, t } })
    expect(await database.get('settings', 'device')).toBe(disk.device)
  })
})

describe('what only a newer version knows', () => {
  const t = machineStamp(START + 3_600_000)
  const row: Merged = {
    id: 'n1',
    facts: { base: { kind: 'melody' }, 'echo/2': [1] },
    fields: { mood: { v: ['calm'], t } },
  }
  const newer = backupOf({
    articles: [{ ...row, id: 'a9', facts: { 'echo/2': [1] } }],
    notes: [row],
    settings: [{ ...row, id: 'known/fr' }],
    entries: [{ ...answer({ id: 'E7' }), ...{ mood: 'calm' } }],
    unknown: [{ album: row }, { album: { ...row, id: 'n2' } }, { word: 'one' }],
  })

  it('comes out of the disk as it came in from the file', async () => {
    const disk = await device('laptop')
    await restore(disk, await writeBackup(newer))
    await restore(disk, await writeBackup(newer))
    const second = await device('phone')
    await restore(second, await bytesOf(disk))
    expect(await bytesOf(second)).toEqual(await writeBackup(newer))
  })

  it('merges as rows do', async () => {
    const disk = await device('laptop')
    await restore(disk, await writeBackup(newer))
    const later = { ...row, fields: { mood: { v: 'glad', t: machineStamp(START + 3_700_000) } } }
    await restore(disk, await writeBackup(backupOf({ unknown: [{ album: later }] })))
    await restore(disk, await writeBackup(newer))
    const database = await disk.connection()
    expect(await database.get('unknown', ['album', 'n1'])).toMatchObject({
      value: { fields: later.fields, facts: row.facts },
    })
  })

  it('counts for the clock', async () => {
    const disk = await device('laptop')
    await restore(disk, await writeBackup(backupOf({ unknown: [{ album: row }] })))
    expect(await (await disk.connection()).get('settings', CLOCK_KEY)).toMatchObject({
      ms: parseStamp(t)!.ms,
    })
  })
})

describe('the log', () => {
  const here = answer({ id: 'E1', at: 5 })
  const theirs = { ...here, tookMs: 3 }

  it.each<[string, Entry, Entry]>([
    ['ours', here, theirs],
    ['theirs', theirs, here],
  ])(
    'keeps of two entries of one id the same one wherever it was first: %s',
    async (_who, a, b) => {
      const disk = await device('laptop')
      await takeEntries(disk, [a, answer({ id: 'E0' })])
      await restore(disk, await writeBackup(backupOf({ entries: [b] })))
      expect((await readLog(disk)).find(({ id }) => id === 'E1')).toEqual(theirs)
      expect(await readLog(disk)).toHaveLength(2)
    },
  )
})

describe('a restore that fails', () => {
  it.each(['articles', 'revisions', 'notes', 'preferences', 'unknown', 'segments', 'settings'])(
    'for want of room for %s leaves nothing half-written',
    async (store) => {
      const disk = await device('laptop')
      await learn(disk)
      await changeLearner(disk, { theme: 'dark' })
      await takeEntries(disk, [answer()])
      await transact(disk, ROW_STORES, 'readwrite', (tx) =>
        restoreRows(tx, sink, disk, backupOf({ unknown: [{ word: 'one' }] })),
      )
      const bytes = await bytesOf(disk)
      const other = await device('phone')
      const before = await content(other)
      const makeRoom = fillDisk(store)
      await expect(restoreBackup(other, bytes)).rejects.toMatchObject({ code: 'diskFull' })
      makeRoom()
      expect(await content(other)).toBe(before)
    },
  )

  it.each(['articles', 'revisions', 'notes', 'preferences', 'segments', 'settings'])(
    'because it was cancelled while %s were written leaves nothing half-written',
    async (store) => {
      const disk = await device('laptop')
      await learn(disk)
      await changeLearner(disk, { theme: 'dark' })
      await takeEntries(disk, [answer()])
      const bytes = await bytesOf(disk)
      const other = await device('phone')
      const before = await content(other)
      const controller = new AbortController()
      const stop = whenWritten(store, () => controller.abort())
      const restoring = restoreBackup(other, bytes, { signal: controller.signal })
      await expect(restoring).rejects.toMatchObject({ name: 'AbortError' })
      stop()
      expect(await content(other)).toBe(before)
      expect((await restoreBackup(other, bytes)).value?.entries).toBe(1)
    },
  )

  it('because a stamp in it has another form says where, and changes nothing', async () => {
    const disk = await device('laptop')
    await learn(disk)
    const before = await content(disk)
    const bad = { ...emptyRow('learner'), fields: { theme: { v: 'dark', t: 'later' } } }
    const { value, issues } = await restoreBackup(
      disk,
      await writeBackup(backupOf({ notes: [emptyRow('n')], settings: [bad] })),
    )
    expect(value).toBeNull()
    expect(issues).toMatchObject([{ code: 'backupDamaged', line: 2 }])
    expect(issues[0]?.found).toContain('fields.theme.t')
    expect(await content(disk)).toBe(before)
  })
})

/** Hears nothing. */
const sink = {
  entries: () => undefined,
  articles: () => undefined,
  notes: () => undefined,
  settings: () => undefined,
  everything: () => undefined,
  undo: () => undefined,
  received: () => undefined,
}

it('notes keep the order in which they came there', async () => {
  const disk = await device('laptop')
  const rows = ['n3', 'n1', 'n2'].map(emptyRow)
  await restore(disk, await writeBackup(backupOf({ notes: rows })))
  const found = await transact(disk, ['notes'], 'readonly', (tx) => allRows(tx, 'notes'))
  expect(found.map(({ id }) => id)).toEqual(['n3', 'n1', 'n2'])
  expect(fieldOf(found[0]!, 'gloss')).toBeUndefined()
  expect(articlesIn(found[0]!)).toEqual([])
})
