import { describe, expect, it } from 'vitest'
import { repairArticle } from '../../src/domain/article/edit.ts'
import type { ArticleTexts } from '../../src/domain/article/showArticle.ts'
import { placesOf } from '../../src/domain/notes/places.ts'
import { articleHeads, readArticle } from '../../src/storage/articles.ts'
import type { Disk } from '../../src/storage/database.ts'
import { deleteArticle, restoreArticle } from '../../src/storage/deletion.ts'
import { editArticle, leaveVersion, takeVersion } from '../../src/storage/editing.ts'
import { addNotes, deleteNote, notesOfArticle, readNotes } from '../../src/storage/notes.ts'
import { restoreBackup, saveBackup } from '../../src/storage/backup.ts'
import { readLog } from '../../src/storage/reviewLog.ts'
import {
  appendEntry,
  askedOn,
  cardsOn,
  careList,
  ceasefireId,
  demand,
  everything,
  notesIn,
  sentenceId,
  take,
  talks,
  withTerms,
} from './talks.ts'
import { answer, bitext } from '../make.ts'
import { fillDisk, freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

const shown = async (disk: Disk, id = 'A') => (await readArticle(disk, id))!
const textsOn = async (disk: Disk) => (await shown(disk)).texts
const talkId = notesIn(talks)[1]!.id

const written = (text: string, at = 1) => ({ at, do: 'edit', side: 'zh', text }) as const
async function edit(disk: Disk, text: string, at = 1) {
  const before = await shown(disk)
  return await editArticle(disk, before, repairArticle(before, at, written(text)))
}

describe('editing an article', () => {
  async function reviewed(): Promise<Disk> {
    const disk = await openTab()
    await take(disk, talks)
    for (const { id } of await cardsOn(disk)) {
      const { id: _id, at: _at, device: _device, ...rest } = answer({ card: id })
      await appendEntry(disk, rest)
    }
    return disk
  }
  const TYPO = '会谈终于结束了。'
  const ANEW = '他们都回家去了。'

  it('fixes a typo: every card keeps its id, its reviews and its due day', async () => {
    const disk = await reviewed()
    const cards = await cardsOn(disk)
    const log = await readLog(disk)
    const notes = await notesOfArticle(disk, 'A')
    const { change } = await edit(disk, TYPO)
    expect(change.entries).toEqual([])
    expect(await cardsOn(disk)).toEqual(cards)
    expect(await readLog(disk)).toEqual(log)
    expect(await notesOfArticle(disk, 'A')).toEqual(notes)
    const [sentence] = await readNotes(disk, [sentenceId])
    const place = placesOf(sentence!, await shown(disk))[0]!
    expect(place.texts.zh.slice(place.zh!.start, place.zh!.end)).toBe(TYPO)
  })

  it('asks no cards whose text is lost, says so, logs nothing, and takes it all back', async () => {
    const disk = await reviewed()
    const [asked, log, before] = [await askedOn(disk), await readLog(disk), await shown(disk)]
    const { undo } = await edit(disk, ANEW)
    expect(await careList(disk)).toEqual({ [sentenceId]: 'lost', [talkId]: 'lost' })
    expect(await askedOn(disk)).toEqual(asked.filter((id) => id !== sentenceId && id !== talkId))
    expect((await articleHeads(disk))[0]).toMatchObject({ beads: 3, paired: 3 })
    await undo?.()
    expect(await careList(disk)).toEqual({})
    expect(await askedOn(disk)).toEqual(asked)
    expect(await readLog(disk)).toEqual(log)
    expect((await shown(disk)).article).toEqual(before.article)
  })

  it('undone, names the former revision and writes none', async () => {
    const disk = await reviewed()
    const { undo } = await edit(disk, TYPO)
    const database = await disk.connection()
    const revisions = await database.count('revisions')
    await undo?.()
    expect(await database.count('revisions')).toBe(revisions)
    expect((await shown(disk)).article.revision).toEqual(talks.article.revision)
  })

  it('leaves a term alone that still has a place in another article', async () => {
    const disk = await reviewed()
    await take(disk, demand)
    await edit(disk, '双方收兵。', 0)
    expect(await careList(disk)).toEqual({})
  })

  it('brings cards back when their term is met elsewhere, and when the article goes', async () => {
    const disk = await reviewed()
    await edit(disk, ANEW, 0)
    expect(Object.keys(await careList(disk))).toHaveLength(2)
    await take(disk, demand)
    expect(Object.keys(await careList(disk))).toHaveLength(1)
    await deleteArticle(disk, 'A')
    expect(await careList(disk)).toEqual({})
    await restoreArticle(disk, 'A')
    expect(Object.keys(await careList(disk))).toHaveLength(1)
    await deleteArticle(disk, 'B')
    expect(await careList(disk)).toHaveProperty(ceasefireId)
  })

  it('brings a card back when its term is picked where it still stands', async () => {
    const disk = await reviewed()
    await edit(disk, ANEW)
    const again = withTerms(bitext([['会谈再次开始。', 'The talks began again.']], { id: 'C' }), [
      '会谈',
      'talks',
      'hui4 tan2',
    ])
    await take(disk, again, [])
    await addNotes(disk, notesIn(again).slice(0, 1))
    expect(await careList(disk)).toEqual({ [sentenceId]: 'lost' })
  })

  it('asks no care for a note that is deleted', async () => {
    const disk = await reviewed()
    await edit(disk, ANEW)
    await deleteNote(disk, sentenceId)
    expect(await careList(disk)).toEqual({ [talkId]: 'lost' })
  })

  it('is refused when another tab has changed the article since', async () => {
    const [disk, other] = [await reviewed(), await openTab()]
    const before = await shown(disk)
    await edit(other, TYPO)
    const stored = await everything(disk)
    const work = editArticle(disk, before, repairArticle(before, 1, written(ANEW)))
    await expect(work).rejects.toMatchObject({ code: 'changedElsewhere' })
    expect(await everything(disk)).toEqual(stored)
  })

  it.each(['revisions', 'articles', 'settings'])(
    'changes nothing when there is no room for %s',
    async (store) => {
      const disk = await reviewed()
      const before = await everything(disk)
      const makeRoom = fillDisk(store)
      await expect(edit(disk, ANEW)).rejects.toMatchObject({ code: 'diskFull' })
      makeRoom()
      expect(await everything(disk)).toEqual(before)
    },
  )
})

describe('an article that two devices edited', () => {
  async function apart() {
    const laptop = await openTab({ now: 1_000 }, { name: 'laptop' })
    const phone = await openTab({ now: 1_000 }, { name: 'phone' })
    await take(laptop, talks)
    const exchange = async () => {
      const files = [await saveBackup(laptop), await saveBackup(phone)]
      await restoreBackup(phone, files[0]!.bytes)
      await restoreBackup(laptop, files[1]!.bytes)
    }
    await exchange()
    await edit(laptop, '会谈终于结束了。')
    await edit(phone, '会谈今天结束了。')
    await exchange()
    return { laptop, phone, exchange }
  }
  const view = ({ article, texts }: ArticleTexts) => ({ article, texts })
  const offeredOn = async (disk: Disk) => (await shown(disk)).offered.length

  it('is the same on both, and the other version is offered', async () => {
    const { laptop, phone } = await apart()
    expect(view(await shown(laptop))).toEqual(view(await shown(phone)))
    expect([await offeredOn(laptop), await offeredOn(phone)]).toEqual([1, 1])
    expect(await careList(laptop)).toEqual(await careList(phone))
  })

  it('takes the place of the other everywhere when it is taken, and that can be undone', async () => {
    const { laptop, phone, exchange } = await apart()
    const before = await shown(laptop)
    const { undo } = await takeVersion(laptop, before, before.offered[0]!)
    expect(await textsOn(laptop)).not.toEqual(before.texts)
    await exchange()
    expect(view(await shown(laptop))).toEqual(view(await shown(phone)))
    expect([await offeredOn(laptop), await offeredOn(phone)]).toEqual([0, 0])
    await undo?.()
    expect([await textsOn(laptop), await offeredOn(laptop)]).toEqual([before.texts, 1])
  })

  it('is offered no more when it is left, on any device, and that can be undone', async () => {
    const { laptop, phone, exchange } = await apart()
    const before = await shown(laptop)
    const { undo } = await leaveVersion(laptop, before, before.offered[0]!)
    await exchange()
    expect(await textsOn(phone)).toEqual(before.texts)
    expect([await offeredOn(laptop), await offeredOn(phone)]).toEqual([0, 0])
    await undo?.()
    expect([await textsOn(laptop), await offeredOn(laptop)]).toEqual([before.texts, 1])
  })
})
