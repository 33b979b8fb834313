import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/domain/model.ts'
import { placesOf } from '../../src/domain/notes/places.ts'
import { repairArticle } from '../../src/domain/article/edit.ts'
import { articleHeads, readArticle } from '../../src/storage/articles.ts'
import type { Disk } from '../../src/storage/database.ts'
import { deleteArticle, restoreArticle } from '../../src/storage/deletion.ts'
import { editArticle } from '../../src/storage/editing.ts'
import { addNotes, deleteNote, notesOfArticle, readNotes } from '../../src/storage/notes.ts'
import { readLog } from '../../src/storage/reviewLog.ts'
import {
  appendEntry,
  cardsOn,
  careList,
  demand,
  everything,
  notesIn,
  sentenceId,
  suspended,
  take,
  talks,
  withTerms,
} from './talks.ts'
import { answer, bitext } from '../make.ts'
import { fillDisk, freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

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

  const typo = (of: Article, revisions: typeof talks.revisions) =>
    repairArticle(of, revisions, 1, { do: 'edit', side: 'zh', text: '会谈终于结束了。' })
  const anew = (of: Article, revisions: typeof talks.revisions) =>
    repairArticle(of, revisions, 1, { do: 'edit', side: 'zh', text: '他们都回家去了。' })

  it('fixes a typo: every card keeps its id, its reviews and its due day', async () => {
    const disk = await reviewed()
    const cards = await cardsOn(disk)
    const log = await readLog(disk)
    const notes = await notesOfArticle(disk, 'A')
    const { change, result } = await editArticle(
      disk,
      talks.article,
      typo(talks.article, talks.revisions),
    )
    expect([change.entries, result]).toEqual([[], []])
    expect(await cardsOn(disk)).toEqual(cards)
    expect(await readLog(disk)).toEqual(log)
    expect(await notesOfArticle(disk, 'A')).toEqual(notes)
    const source = await readArticle(disk, 'A')
    const [sentence] = await readNotes(disk, [sentenceId])
    const place = placesOf(sentence!, source!)[0]!
    expect(place.texts.zh.slice(place.zh!.start, place.zh!.end)).toBe('会谈终于结束了。')
  })

  it('suspends cards whose text is lost, says so, and takes it all back', async () => {
    const disk = await reviewed()
    const { undo } = await editArticle(disk, talks.article, anew(talks.article, talks.revisions))
    const lost = (await cardsOn(disk)).filter(
      ({ note }) => note === sentenceId || note === notesIn(talks)[1]!.id,
    )
    expect((await suspended(disk)).toSorted()).toEqual(lost.map(({ id }) => id).toSorted())
    expect(await careList(disk)).toMatchObject([
      { article: 'A', why: 'lost' },
      { article: 'A', why: 'lost' },
    ])
    expect((await articleHeads(disk))[0]).toMatchObject({ beads: 3, paired: 3, needCare: 2 })
    await undo?.()
    expect((await readLog(disk)).slice(-4).map(({ type }) => type)).toEqual(
      Array.from({ length: 4 }, () => 'void'),
    )
    expect(await suspended(disk)).toEqual([])
    expect(await careList(disk)).toEqual([])
    expect((await readArticle(disk, 'A'))?.article).toEqual({
      ...talks.article,
      revision: { zh: 2, en: 0 },
    })
  })

  it('does not suspend twice what needs care already', async () => {
    const disk = await reviewed()
    const first = await editArticle(disk, talks.article, anew(talks.article, talks.revisions))
    const source = await readArticle(disk, 'A')
    const more = repairArticle(source!.article, source!.revisions, 2, {
      do: 'edit',
      side: 'en',
      text: 'He has left.',
    })
    const second = await editArticle(disk, source!.article, more)
    expect([first.change.entries.length, second.change.entries.length]).toEqual([4, 0])
    expect(second.result).toEqual(first.result)
  })

  it('leaves a term alone that still has a place in another article', async () => {
    const disk = await reviewed()
    await take(disk, demand)
    const without = repairArticle(talks.article, talks.revisions, 0, {
      do: 'edit',
      side: 'zh',
      text: '双方收兵。',
    })
    const { result: care } = await editArticle(disk, talks.article, without)
    expect(care).toEqual([])
  })

  it('brings cards back when their term is met elsewhere, and when the article goes', async () => {
    const disk = await reviewed()
    const gone = repairArticle(talks.article, talks.revisions, 0, {
      do: 'edit',
      side: 'zh',
      text: '他们都回家去了。',
    })
    await editArticle(disk, talks.article, gone)
    expect(await suspended(disk)).toHaveLength(4)
    const { change } = await take(disk, demand)
    expect(change.entries).toHaveLength(3)
    expect(await suspended(disk)).toHaveLength(1)
    expect((await deleteArticle(disk, 'A')).change.entries).toHaveLength(1)
    expect(await suspended(disk)).toEqual([])
    expect((await restoreArticle(disk, 'A')).change.entries).toHaveLength(1)
    expect(await suspended(disk)).toHaveLength(1)
  })

  it('brings a card back when its term is picked where it still stands', async () => {
    const disk = await reviewed()
    await editArticle(disk, talks.article, anew(talks.article, talks.revisions))
    const again = withTerms(bitext([['会谈再次开始。', 'The talks began again.']], { id: 'C' }), [
      '会谈',
      'talks',
      'hui4 tan2',
    ])
    await take(disk, again, [])
    const { change } = await addNotes(disk, notesIn(again).slice(0, 1))
    expect(change.entries).toHaveLength(3)
    expect((await careList(disk)).map(({ note }) => note)).toEqual([sentenceId])
  })

  it('asks no care for a note that is deleted', async () => {
    const disk = await reviewed()
    await editArticle(disk, talks.article, anew(talks.article, talks.revisions))
    await deleteNote(disk, sentenceId)
    expect((await careList(disk)).map(({ note }) => note)).not.toContain(sentenceId)
    expect((await articleHeads(disk))[0]?.needCare).toBe(1)
  })

  it('is refused when another tab has changed the article since', async () => {
    const [disk, other] = [await reviewed(), await openTab()]
    await editArticle(other, talks.article, typo(talks.article, talks.revisions))
    const before = await everything(disk)
    const work = editArticle(disk, talks.article, anew(talks.article, talks.revisions))
    await expect(work).rejects.toMatchObject({ code: 'changedElsewhere' })
    expect(await everything(disk)).toEqual(before)
  })

  it.each(['texts', 'log', 'articles'])(
    'changes nothing when there is no room for %s',
    async (store) => {
      const disk = await reviewed()
      const before = await everything(disk)
      const makeRoom = fillDisk(store)
      const work = editArticle(disk, talks.article, anew(talks.article, talks.revisions))
      await expect(work).rejects.toMatchObject({ code: 'diskFull' })
      makeRoom()
      expect(await everything(disk)).toEqual(before)
    },
  )
})
