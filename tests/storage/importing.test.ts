import { describe, expect, it } from 'vitest'
import { offersOf } from '../offers.ts'
import { repairArticle } from '../../src/domain/article/edit.ts'
import { placesOf } from '../../src/domain/notes/places.ts'
import { articleHeads, readArticle } from '../../src/storage/articles.ts'
import { deleteArticle } from '../../src/storage/deletion.ts'
import { editArticle } from '../../src/storage/editing.ts'
import { putDraft, readDrafts } from '../../src/storage/drafts.ts'
import { commitImport } from '../../src/storage/importing.ts'
import { notesOfArticle, readNotes } from '../../src/storage/notes.ts'
import {
  cardsOn,
  ceasefireId,
  demand,
  everything,
  expectSoundIndex,
  livingArticles,
  notesIn,
  take,
  talks,
  term,
  withTerms,
} from './talks.ts'
import { bitext, withFields, type Bitext } from '../make.ts'
import { fillDisk, freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

describe('importing', () => {
  it('writes article, texts and notes, and forgets the draft', async () => {
    const disk = await openTab()
    await putDraft(disk, 'draft', { step: 2 })
    const { result: receipt } = await commitImport(disk, talks.it, notesIn(talks), 'draft')
    expect(receipt).toMatchObject({ article: 'A', added: true, notes: { gained: new Map() } })
    expect(await readArticle(disk, 'A')).toMatchObject({
      article: talks.article,
      texts: talks.texts,
    })
    expect(await notesOfArticle(disk, 'A')).toHaveLength(5)
    expect(await readDrafts(disk)).toEqual([])
    expect(await readArticle(disk, 'none')).toBeNull()
  })

  it('gives a term met in a second article a context, not a card', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const before = (await cardsOn(disk)).length
    const { result: receipt } = await take(disk, demand, notesIn(demand).slice(0, 1))
    expect(receipt.notes.created).toEqual([])
    expect((await cardsOn(disk)).length).toBe(before)
    expect((await term(disk, ceasefireId)).contexts.map(({ article }) => article)).toEqual([
      'A',
      'B',
    ])
    await expectSoundIndex(disk)
  })

  it('is done once when it is committed twice', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const before = await everything(disk)
    const again = await take(disk, talks)
    expect(again.result).toMatchObject({ added: false, article: 'A', notes: { created: [] } })
    expect(await everything(disk)).toEqual(before)
    await again.undo?.()
    expect(await everything(disk)).toEqual(before)
  })

  it('adds what was picked to the article that is here already, under whatever id it came', async () => {
    const disk = await openTab()
    await take(disk, talks, notesIn(talks).slice(0, 3))
    const pasted = bitext(
      [
        ['双方停火。 会谈', 'Both'],
        ['结束。他走了。', 'sides cease fire. The talks ended. He left.'],
      ],
      { id: 'again' },
    )
    const copy = withTerms(pasted, ['会谈', 'talks', 'hui4 tan2'])
    expect(copy.it.contentHash).toBe(talks.it.contentHash)
    const { result: receipt } = await take(disk, copy, notesIn(copy).slice(0, 1))
    expect(receipt).toMatchObject({ added: false, article: 'A', notes: { created: [] } })
    expect(await livingArticles(disk)).toEqual(['A'])
    const contexts = (await term(disk, notesIn(talks)[1]!.id)).contexts
    expect(contexts.every(({ article }) => article === 'A')).toBe(true)
    await expectSoundIndex(disk)
  })

  it.each(['articles', 'revisions', 'notes', 'image'])(
    'leaves nothing behind when there is no room for %s',
    async (store) => {
      const disk = await openTab()
      await putDraft(disk, 'draft', {})
      const before = await everything(disk)
      const makeRoom = fillDisk(store)
      const work = commitImport(disk, talks.it, notesIn(talks), 'draft')
      await expect(work).rejects.toMatchObject({ code: 'diskFull' })
      makeRoom()
      expect(await everything(disk)).toEqual(before)
      expect(await cardsOn(disk)).toEqual([])
      expect(await articleHeads(disk)).toEqual([])
    },
  )

  it('can be taken back, and done again', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const before = await cardsOn(disk)
    await (await take(disk, demand)).undo?.()
    expect(await cardsOn(disk)).toEqual(before)
    expect(await livingArticles(disk)).toEqual(['A'])
    expect((await take(disk, demand)).result).toMatchObject({ article: 'B', added: true })
    expect(await livingArticles(disk)).toEqual(['A', 'B'])
    await expectSoundIndex(disk)
  })
})

describe('importing a deck again', () => {
  const deck = (of: Bitext, deckRevision: number) => withFields(of, { deckRevision })
  const newer = bitext(
    [
      ['双方终于停火。', 'Both sides finally cease fire.'],
      ['会谈结束。', 'The talks are over.'],
      ['他走了。', 'He left.'],
    ],
    { id: 'A', addedAt: 99 },
  )

  it('updates text and anchors, never memory', async () => {
    const disk = await openTab()
    await take(disk, deck(talks, 1), notesIn(talks))
    const cards = await cardsOn(disk)
    await take(disk, deck(newer, 2), [])
    const source = await readArticle(disk, 'A')
    expect(source?.article).toMatchObject({
      deckRevision: 2,
      addedAt: 1,
      revision: newer.article.revision,
    })
    expect(source?.offered).toEqual([])
    const place = placesOf(await term(disk, ceasefireId), source!)[0]!
    expect(place.texts.zh.slice(place.zh!.start, place.zh!.end)).toBe('停火')
    expect(place.texts).toEqual(newer.texts)
    expect(await cardsOn(disk)).toEqual(cards)
  })

  it('adds what is picked from the newer text, and no sentence twice', async () => {
    const disk = await openTab()
    await take(disk, deck(talks, 1), notesIn(talks).slice(3))
    const cards = await cardsOn(disk)
    const picked = offersOf(newer.article, newer.texts, 'zh', 9).sentences
    const { result: receipt, undo } = await take(disk, deck(newer, 2), picked)
    // The first sentence was not picked from the old text; the other two are the notes they were.
    expect(receipt.notes.created).toHaveLength(1)
    expect((await cardsOn(disk)).length).toBe(cards.length + 2)
    const source = await readArticle(disk, 'A')
    const [fresh] = await readNotes(disk, receipt.notes.created)
    const place = placesOf(fresh!, source!)[0]!
    expect(place.texts.zh.slice(place.zh!.start, place.zh!.end)).toBe('双方终于停火。')
    await undo?.()
    expect(await cardsOn(disk)).toEqual(cards)
    expect(await livingArticles(disk)).toEqual(['A'])
  })

  it('of an older or the same revision changes nothing that is shown', async () => {
    const disk = await openTab()
    await take(disk, deck(newer, 2), [])
    const before = await readArticle(disk, 'A')
    await take(disk, deck(newer, 2), [])
    await take(disk, deck(talks, 1), [])
    const after = await readArticle(disk, 'A')
    expect([after?.texts, after?.offered]).toEqual([before?.texts, []])
  })

  it('offers it beside what the learner has edited', async () => {
    const disk = await openTab()
    await take(disk, deck(talks, 1), [])
    const before = (await readArticle(disk, 'A'))!
    await editArticle(disk, before, repairArticle(before, 0, { do: 'merge' }))
    await take(disk, deck(newer, 2), [])
    const after = await readArticle(disk, 'A')
    expect(after?.texts).toEqual(talks.texts)
    expect(after?.offered.map(({ name }) => name)).toEqual(['A@2'])
  })

  it('brings a deleted deck back', async () => {
    const disk = await openTab()
    await take(disk, deck(talks, 1), notesIn(talks))
    await deleteArticle(disk, 'A')
    await take(disk, deck(newer, 2), [])
    expect(await livingArticles(disk)).toEqual(['A'])
  })
})
