import { describe, expect, it } from 'vitest'
import { offersOf } from '../offers.ts'
import { repairArticle } from '../../src/domain/article/edit.ts'
import { replay } from '../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import { articleHeads, readArticle } from '../../src/storage/articles.ts'
import { restoreBackup, saveBackup, unsavedReviews } from '../../src/storage/backup.ts'
import type { Disk } from '../../src/storage/database.ts'
import { deleteArticle } from '../../src/storage/deletion.ts'
import { editArticle } from '../../src/storage/editing.ts'
import { commitImport } from '../../src/storage/importing.ts'
import { editNote, readNotes } from '../../src/storage/notes.ts'
import { readLog, sealPending, SEGMENT_SIZE } from '../../src/storage/reviewLog.ts'
import { appendEntries } from '../../src/storage/reviewLog.ts'
import { changeLearner, markKnown, readKnown, readLearner } from '../../src/storage/settings.ts'
import { subscribe, type Change } from '../../src/storage/tabs.ts'
import { answer, bitext, termIn, type Bitext } from '../make.ts'
import { appendEntry, cardsOn, careList } from './talks.ts'
import { connectedChannels, fillDisk, freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

const talks = bitext([
  ['双方停火。', 'Both sides cease fire.'],
  ['会谈结束。', 'The talks ended.'],
])
const demand = bitext([['他们要求停火。', 'They demand a ceasefire.']], { id: 'B' })

async function take(disk: Disk, of: Bitext, en: string): Promise<string> {
  const article = { ...of.article, terms: [termIn(of.texts, '停火', en, 'ting2 huo3')] }
  const { terms, sentences } = offersOf(article, of.texts, 'zh', 7)
  await commitImport(disk, article, of.revisions, [...terms, ...sentences])
  return terms[0]!.id
}

async function review(disk: Disk, card: string) {
  const { id: _id, at: _at, device: _device, ...rest } = answer({ card })
  return await appendEntry(disk, rest)
}

/** Another device: a database of another name. */
const phone = () => openTab({ now: 70_000 }, { name: 'phone' })

const bytesOf = async (disk: Disk) => (await saveBackup(disk)).bytes

/** What a learner would miss if it were gone. */
async function content(disk: Disk) {
  const database = await disk.connection()
  const [articles, texts, notes] = [
    await database.getAll('articles'),
    await database.getAll('texts'),
    (await database.getAll('notes')).map(({ note }) => note),
  ]
  return { articles, texts, notes, log: await readLog(disk), cards: await cardsOn(disk) }
}

const suspended = async (disk: Disk) =>
  [...replay(await readLog(disk), DEFAULT_SRS_SETTINGS).cards]
    .filter(([, card]) => card.suspended)
    .map(([id]) => id)

describe('a backup on a new device', () => {
  it('brings everything back, in the same order', async () => {
    const disk = await openTab()
    await take(disk, talks, 'cease fire')
    await take(disk, demand, 'ceasefire')
    await appendEntries(
      disk,
      Array.from({ length: SEGMENT_SIZE + 2 }, (_, i) => {
        const { id: _id, at: _at, device: _device, ...rest } = answer({ card: `c${i}` })
        return rest
      }),
    )
    await sealPending(disk)
    await changeLearner(disk, { newPerDay: 11, welcomed: true })
    await markKnown(disk, 'zh', ['他们'], true)

    const other = await phone()
    const { value, issues } = await restoreBackup(other, await bytesOf(disk))
    expect(issues).toEqual([])
    expect(value).toEqual({ articles: 2, notes: 4, entries: SEGMENT_SIZE + 2 })
    expect(await content(other)).toEqual(await content(disk))
    expect(await readLearner(other)).toEqual(await readLearner(disk))
    expect([...(await readKnown(other, 'zh'))]).toEqual(['他们'])
    expect(other.device).not.toBe(disk.device)
  })

  it('is told to the other tabs', async () => {
    const [left, right] = connectedChannels(2)
    const disk = await openTab({ now: 1 }, { channel: left! })
    const heard: Change[] = []
    subscribe(await openTab({ now: 1 }, { channel: right! }), (change) => void heard.push(change))
    await restoreBackup(disk, await bytesOf(disk))
    expect(heard).toMatchObject([{ everything: true }])
  })
})

describe('a backup merged into what is here', () => {
  it('unites reviews, contexts and known words, and keeps the settings of this device', async () => {
    const disk = await openTab()
    const term = await take(disk, talks, 'cease fire')
    const shared = await review(disk, 'a')
    const other = await phone()
    await restoreBackup(other, await bytesOf(disk))
    await take(other, demand, 'ceasefire')
    const theirs = await review(other, 'b')
    const ours = await review(disk, 'c')
    await editNote(disk, term, { gloss: ['truce'] })
    await changeLearner(disk, { theme: 'dark' })
    await changeLearner(other, { theme: 'light' })
    await markKnown(disk, 'zh', ['一'], true)
    await markKnown(other, 'zh', ['二'], true)

    const { value } = await restoreBackup(disk, await bytesOf(other))
    expect(value).toEqual({ articles: 1, notes: 1, entries: 1 })
    expect((await readLog(disk)).map(({ id }) => id)).toEqual([shared.id, ours.id, theirs.id])
    expect(await readNotes(disk, [term])).toMatchObject([
      { edits: { gloss: ['truce'] }, contexts: [{ article: 'A' }, { article: 'B' }] },
    ])
    expect([...(await readKnown(disk, 'zh'))]).toEqual(['一', '二'])
    expect((await readLearner(disk))?.theme).toBe('dark')
  })

  it('changes nothing when it is merged again', async () => {
    const disk = await openTab()
    await take(disk, talks, 'cease fire')
    await review(disk, 'a')
    const bytes = await bytesOf(disk)
    const before = await content(disk)
    expect((await restoreBackup(disk, bytes)).value).toEqual({ articles: 0, notes: 0, entries: 0 })
    expect(await content(disk)).toEqual(before)
  })

  it('keeps the version of an article that is further on', async () => {
    const disk = await openTab()
    await take(disk, talks, 'cease fire')
    const old = await bytesOf(disk)
    const before = (await readArticle(disk, 'A'))!
    const change = { do: 'edit', side: 'zh', text: '会谈终于结束。' } as const
    await editArticle(
      disk,
      before.article,
      repairArticle(before.article, before.revisions, 1, change),
    )
    const edited = await content(disk)
    await restoreBackup(disk, old)
    expect(await content(disk)).toEqual(edited)

    const other = await phone()
    await restoreBackup(other, old)
    expect((await restoreBackup(other, await bytesOf(disk))).value?.articles).toBe(1)
    expect(await readArticle(other, 'A')).toEqual(await readArticle(disk, 'A'))
  })

  it('brings a deleted article back', async () => {
    const disk = await openTab()
    await take(disk, talks, 'cease fire')
    const bytes = await bytesOf(disk)
    const before = await content(disk)
    await deleteArticle(disk, 'A')
    await restoreBackup(disk, bytes)
    expect(await content(disk)).toEqual(before)
    expect((await articleHeads(disk))[0]?.deletedAt).toBeUndefined()
  })

  it('does not leave cards suspended for a text that is whole here', async () => {
    const disk = await openTab()
    await take(disk, talks, 'cease fire')
    const other = await phone()
    await restoreBackup(other, await bytesOf(disk))
    const anew = { do: 'edit', side: 'zh', text: '他们都回家去了。' } as const
    const longer = { do: 'edit', side: 'en', text: 'The long talks ended.' } as const
    const there = (await readArticle(other, 'A'))!
    await editArticle(other, there.article, repairArticle(there.article, there.revisions, 1, anew))
    expect(await suspended(other)).toHaveLength(1)
    for (const change of [longer, { ...longer, text: 'The talks are over.' }]) {
      const here = (await readArticle(disk, 'A'))!
      await editArticle(disk, here.article, repairArticle(here.article, here.revisions, 1, change))
    }
    await restoreBackup(disk, await bytesOf(other))
    expect(await suspended(disk)).toEqual([])
    expect(await careList(disk)).toEqual([])
  })
})

describe('a bad backup', () => {
  it('changes nothing and says why', async () => {
    const disk = await openTab()
    await take(disk, talks, 'cease fire')
    const before = await content(disk)
    const bytes = await bytesOf(disk)
    const { value, issues } = await restoreBackup(disk, bytes.slice(0, bytes.length >> 1))
    expect(value).toBeNull()
    expect(issues.map(({ code }) => code)).toEqual(['backupDamaged'])
    expect(await content(disk)).toEqual(before)
  })

  it.each(['texts', 'notes', 'segments', 'settings'])(
    'leaves nothing half-written when there is no room for %s',
    async (store) => {
      const disk = await openTab()
      await take(disk, talks, 'cease fire')
      await review(disk, 'a')
      await changeLearner(disk, { theme: 'dark' })
      const bytes = await bytesOf(disk)
      const other = await phone()
      const before = await content(other)
      const makeRoom = fillDisk(store)
      await expect(restoreBackup(other, bytes)).rejects.toMatchObject({ code: 'diskFull' })
      makeRoom()
      expect(await content(other)).toEqual(before)
    },
  )
})

describe('reviews since the last backup', () => {
  it('are counted until the learner has the file', async () => {
    const disk = await openTab()
    expect(await unsavedReviews(disk)).toBe(0)
    await review(disk, 'a')
    await review(disk, 'b')
    await appendEntry(disk, { type: 'flag', card: 'a', flag: 1 })
    expect(await unsavedReviews(disk)).toBe(2)
    const { markSaved } = await saveBackup(disk)
    expect(await unsavedReviews(disk)).toBe(2)
    await review(disk, 'c')
    await markSaved()
    expect(await unsavedReviews(disk)).toBe(1)
  })

  it('do not include what a backup has brought', async () => {
    const disk = await openTab()
    await review(disk, 'a')
    const bytes = await bytesOf(disk)
    const other = await phone()
    await review(other, 'b')
    await restoreBackup(other, bytes)
    expect(await unsavedReviews(other)).toBe(1)
  })
})
