import { describe, expect, it } from 'vitest'
import type { Article } from '../../src/domain/model.ts'
import { offersOf } from '../offers.ts'
import { placesOf } from '../../src/domain/notes/places.ts'
import { articleHeads, readArticle, recogniseArticle } from '../../src/storage/articles.ts'
import { deleteArticle } from '../../src/storage/deletion.ts'
import { putDraft, readDrafts } from '../../src/storage/drafts.ts'
import { commitImport, firstRevisions, updateDeck } from '../../src/storage/importing.ts'
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
import { bitext, type Bitext } from '../make.ts'
import { fillDisk, freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

describe('importing', () => {
  it('writes article, texts and notes, and forgets the draft', async () => {
    const disk = await openTab()
    await putDraft(disk, 'draft', { step: 2 })
    const { result: receipt } = await commitImport(
      disk,
      talks.article,
      talks.revisions,
      notesIn(talks),
      'draft',
    )
    expect(receipt).toMatchObject({ article: 'A', added: true, notes: { before: [] } })
    expect(await readArticle(disk, 'A')).toEqual({
      article: talks.article,
      revisions: talks.revisions.toSorted((a, b) => (a.side < b.side ? -1 : 1)),
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
    expect(copy.article.contentHash).toBe(talks.article.contentHash)
    const { result: receipt } = await take(disk, copy, notesIn(copy).slice(0, 1))
    expect(receipt).toMatchObject({ added: false, article: 'A', notes: { created: [] } })
    expect(await livingArticles(disk)).toEqual(['A'])
    const contexts = (await term(disk, notesIn(talks)[1]!.id)).contexts
    expect(contexts.every(({ article }) => article === 'A')).toBe(true)
    await expectSoundIndex(disk)
  })

  it.each(['articles', 'texts', 'notes', 'image'])(
    'leaves nothing behind when there is no room for %s',
    async (store) => {
      const disk = await openTab()
      await putDraft(disk, 'draft', {})
      const before = await everything(disk)
      const makeRoom = fillDisk(store)
      const work = commitImport(disk, talks.article, talks.revisions, notesIn(talks), 'draft')
      await expect(work).rejects.toMatchObject({ code: 'diskFull' })
      makeRoom()
      expect(await everything(disk)).toEqual(before)
      expect(await cardsOn(disk)).toEqual([])
      expect(await articleHeads(disk)).toEqual([])
    },
  )

  it('can be taken back: as if it had not been', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const before = await everything(disk)
    await (await take(disk, demand)).undo?.()
    expect(await everything(disk)).toEqual(before)
    expect(await recogniseArticle(disk, { id: 'B' })).toBeNull()
    await expectSoundIndex(disk)
  })
})

describe('importing a deck again', () => {
  const deck = (of: Bitext, deckRevision: number): Article => ({ ...of.article, deckRevision })
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
    await commitImport(disk, deck(talks, 1), firstRevisions('A', talks.texts), notesIn(talks))
    const cards = await cardsOn(disk)
    const done = await updateDeck(disk, deck(newer, 2), newer.texts)
    expect(done.result).toBe(true)
    const source = await readArticle(disk, 'A')
    expect(source?.article).toMatchObject({
      deckRevision: 2,
      addedAt: 1,
      revision: { zh: 1, en: 1 },
    })
    const place = placesOf(await term(disk, ceasefireId), source!)[0]!
    expect(place.texts.zh.slice(place.zh!.start, place.zh!.end)).toBe('停火')
    expect(place.texts).toEqual(newer.texts)
    expect(await cardsOn(disk)).toEqual(cards)
  })

  it('adds what is picked from the newer text, and no sentence twice', async () => {
    const disk = await openTab()
    await commitImport(disk, deck(talks, 1), talks.revisions, notesIn(talks).slice(3))
    const cards = await cardsOn(disk)
    await updateDeck(disk, deck(newer, 2), newer.texts)
    const picked = offersOf(newer.article, newer.texts, 'zh', 9).sentences
    const { result: receipt, undo } = await commitImport(
      disk,
      deck(newer, 2),
      firstRevisions('A', newer.texts),
      picked,
    )
    // The first sentence was not picked from the old text; the other two are the notes they were.
    expect(receipt.notes.created).toHaveLength(1)
    expect((await cardsOn(disk)).length).toBe(cards.length + 1)
    const source = await readArticle(disk, 'A')
    const [fresh] = await readNotes(disk, receipt.notes.created)
    const place = placesOf(fresh!, source!)[0]!
    expect(place.texts.zh.slice(place.zh!.start, place.zh!.end)).toBe('双方终于停火。')
    await undo?.()
    expect(await cardsOn(disk)).toEqual(cards)
    expect(await livingArticles(disk)).toEqual(['A'])
  })

  it('does nothing for a deck that is no newer, or unknown', async () => {
    const disk = await openTab()
    expect((await updateDeck(disk, deck(newer, 2), newer.texts)).result).toBe(false)
    await commitImport(disk, deck(talks, 2), talks.revisions, notesIn(talks))
    expect((await updateDeck(disk, deck(newer, 2), newer.texts)).result).toBe(false)
  })

  it('brings a deleted deck back', async () => {
    const disk = await openTab()
    await commitImport(disk, deck(talks, 1), talks.revisions, notesIn(talks))
    await deleteArticle(disk, 'A')
    await updateDeck(disk, deck(newer, 2), newer.texts)
    expect(await livingArticles(disk)).toEqual(['A'])
  })
})
