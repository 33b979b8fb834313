import { describe, expect, it } from 'vitest'
import type { Article, Note, TermNote } from '../../src/domain/model.ts'
import { isQuoteOnly } from '../../src/domain/contexts.ts'
import { cardsOf, offersOf } from '../../src/domain/notes.ts'
import { placesOf } from '../../src/domain/places.ts'
import { remapArticle } from '../../src/domain/remap.ts'
import { replay } from '../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import {
  articleHeads,
  articlesOf,
  careList,
  putArticle,
  readArticle,
  readTexts,
  recogniseArticle,
} from '../../src/storage/articles.ts'
import { cardIndex, rebuildCardIndex } from '../../src/storage/cardIndex.ts'
import type { Disk } from '../../src/storage/database.ts'
import { deleteArticle, forgetDeleted, restoreArticle } from '../../src/storage/deletion.ts'
import { putDraft, readDrafts } from '../../src/storage/drafts.ts'
import { editArticle, undoEdit } from '../../src/storage/editing.ts'
import {
  commitImport,
  firstRevisions,
  undoImport,
  updateDeck,
} from '../../src/storage/importing.ts'
import {
  addNotes,
  deleteNote,
  editNote,
  notesOfArticle,
  putNote,
  readNotes,
  undoNotes,
} from '../../src/storage/notes.ts'
import { appendEntry, readLog } from '../../src/storage/reviewLog.ts'
import { answer, bitext, termIn, type Bitext } from '../make.ts'
import { fillDisk, freshDatabases, openTab, type Clock } from './testDisk.ts'

freshDatabases()

function withTerms(of: Bitext, ...terms: readonly (readonly [string, string, string])[]): Bitext {
  const found = terms.map(([zh, en, reading]) => termIn(of.texts, zh, en, reading))
  return { ...of, article: { ...of.article, terms: found } }
}

const talks = withTerms(
  bitext(
    [
      ['双方停火。', 'Both sides cease fire.'],
      ['会谈结束。', 'The talks ended.'],
      ['他走了。', 'He left.'],
    ],
    { id: 'A', addedAt: 1 },
  ),
  ['停火', 'cease fire', 'ting2 huo3'],
  ['会谈', 'talks', 'hui4 tan2'],
)
const demand = withTerms(
  bitext([['他们要求停火。', 'They demand a ceasefire.']], { id: 'B', addedAt: 2 }),
  ['停火', 'ceasefire', 'ting2 huo3'],
)

/** Every term and sentence an article offers. */
function notesIn(of: Bitext): readonly Note[] {
  const { terms, sentences } = offersOf(of.article, of.texts, 'zh', 7)
  return [...terms, ...sentences]
}

const take = (disk: Disk, of: Bitext, notes = notesIn(of)) =>
  commitImport(disk, of.article, of.revisions, notes)

/** Everything in the stores that are not derived. */
async function everything(disk: Disk): Promise<unknown> {
  const database = await disk.connection()
  const stores = ['articles', 'texts', 'notes', 'log', 'drafts'] as const
  return await Promise.all(stores.map((store) => database.getAll(store)))
}

/** The index as it is kept, and as it would be made anew: they must agree. */
async function expectSoundIndex(disk: Disk): Promise<void> {
  const kept = await cardIndex(disk)
  await rebuildCardIndex(disk)
  const made = await cardIndex(disk)
  expect(made.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    kept.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
}

const ceasefireId = notesIn(demand)[0]!.id
const sentenceId = notesIn(talks)[3]!.id

async function term(disk: Disk, id: string): Promise<TermNote> {
  const [note] = await readNotes(disk, [id])
  if (note?.kind !== 'term') throw new RangeError(id)
  return note
}

async function suspended(disk: Disk): Promise<readonly string[]> {
  const state = replay(await readLog(disk), DEFAULT_SRS_SETTINGS)
  return [...state.cards].filter(([, card]) => card.suspended).map(([id]) => id)
}

describe('importing', () => {
  it('writes article, texts and notes, and forgets the draft', async () => {
    const disk = await openTab()
    await putDraft(disk, 'draft', { step: 2 })
    const receipt = await commitImport(
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
    const before = (await cardIndex(disk)).length
    const receipt = await take(disk, demand, notesIn(demand).slice(0, 1))
    expect(receipt.notes.created).toEqual([])
    expect((await cardIndex(disk)).length).toBe(before)
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
    expect(again).toMatchObject({ added: false, article: 'A', notes: { created: [] } })
    expect(await everything(disk)).toEqual(before)
    await undoImport(disk, again)
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
    const receipt = await take(disk, copy, notesIn(copy).slice(0, 1))
    expect(receipt).toMatchObject({ added: false, article: 'A', notes: { created: [] } })
    expect((await articlesOf(disk)).map(({ id }) => id)).toEqual(['A'])
    const contexts = (await term(disk, notesIn(talks)[1]!.id)).contexts
    expect(contexts.every(({ article }) => article === 'A')).toBe(true)
    await expectSoundIndex(disk)
  })

  it('recognises the same text under another id, living articles first', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const { contentHash } = talks.article
    expect(await recogniseArticle(disk, { id: 'new', contentHash })).toMatchObject({ id: 'A' })
    expect(await recogniseArticle(disk, { id: 'new', contentHash: 'other' })).toBeNull()
    await deleteArticle(disk, 'A')
    expect(await recogniseArticle(disk, { contentHash })).toMatchObject({
      id: 'A',
      deletedAt: 1_000,
    })
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
      expect(await cardIndex(disk)).toEqual([])
      expect(await articleHeads(disk)).toEqual([])
    },
  )

  it('can be taken back: as if it had not been', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const before = await everything(disk)
    await undoImport(disk, await take(disk, demand))
    expect(await everything(disk)).toEqual(before)
    expect(await recogniseArticle(disk, { id: 'B' })).toBeNull()
    await expectSoundIndex(disk)
  })
})

describe('the card index', () => {
  it('knows of every card what a queue must know, without reading notes', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const cards = await cardIndex(disk)
    expect(cards).toHaveLength(2 * 3 + 3)
    expect(cards[0]).toEqual({
      ...cardsOf(notesIn(talks)[0]!)[0],
      noteKind: 'term',
      learning: 'zh',
      article: 'A',
      articles: ['A'],
      headword: '停火',
      createdAt: 7,
    })
    expect(cards.map(({ kind }) => kind).slice(5)).toEqual(['produce', 'read', 'read', 'read'])
  })

  it('keeps the order in which notes came, over many chunks', async () => {
    const disk = await openTab()
    const [note] = notesIn(demand)
    if (note?.kind !== 'term') throw new RangeError()
    const many = Array.from({ length: 1_203 }, (_, i) => ({
      ...note,
      id: `t${i}`,
      headword: `w${i}`,
    }))
    await addNotes(disk, many)
    await addNotes(disk, [{ ...note, id: 't-last' }])
    await deleteNote(disk, 't700')
    const ids = [...new Set((await cardIndex(disk)).map((card) => card.note))]
    expect(ids).toEqual([...many.map(({ id }) => id).filter((id) => id !== 't700'), 't-last'])
    await expectSoundIndex(disk)
  })

  it('is made again when it is gone', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const cards = await cardIndex(disk)
    await (await disk.connection()).clear('image')
    expect((await cardIndex(disk)).map(({ id }) => id).toSorted()).toEqual(
      cards.map(({ id }) => id).toSorted(),
    )
    expect(await articleHeads(disk)).toHaveLength(1)
  })
})

describe('notes', () => {
  it('are added and taken away again', async () => {
    const disk = await openTab()
    await take(disk, talks, [])
    const before = await everything(disk)
    const receipt = await addNotes(disk, notesIn(talks).slice(0, 2))
    expect(await cardIndex(disk)).toHaveLength(6)
    await undoNotes(disk, receipt)
    expect(await everything(disk)).toEqual(before)
  })

  it('that come twice in one go are one', async () => {
    const disk = await openTab()
    const [note] = notesIn(demand)
    expect(await addNotes(disk, [note!, note!])).toEqual({
      created: [note!.id],
      before: [],
      entries: [],
    })
  })

  it("carry the learner's words, and give them back", async () => {
    const disk = await openTab()
    await take(disk, talks)
    const before = await editNote(disk, ceasefireId, { gloss: ['truce'] })
    expect((await term(disk, ceasefireId)).edits).toEqual({ gloss: ['truce'] })
    await putNote(disk, before!)
    expect(await term(disk, ceasefireId)).toEqual(before)
    expect(await editNote(disk, 'none', {})).toBeNull()
  })

  it('are deleted without touching the log, and come back', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const {
      id: _id,
      at: _at,
      device: _device,
      ...rest
    } = answer({ card: `${ceasefireId}.read.zh-en` })
    await appendEntry(disk, rest)
    const before = await deleteNote(disk, ceasefireId)
    expect((await cardIndex(disk)).some((card) => card.note === ceasefireId)).toBe(false)
    expect(await readLog(disk)).toHaveLength(1)
    await putNote(disk, before!)
    expect((await cardIndex(disk)).filter((card) => card.note === ceasefireId)).toHaveLength(3)
  })
})

describe('deleting an article', () => {
  async function both(clock: Clock = { now: 50 }): Promise<Disk> {
    const disk = await openTab(clock)
    await take(disk, talks)
    await take(disk, demand)
    return disk
  }

  it('removes its sentences and contexts; a term that loses its last keeps the pair as a quote', async () => {
    const disk = await both()
    await deleteArticle(disk, 'A')
    expect((await term(disk, ceasefireId)).contexts.map(({ article }) => article)).toEqual(['B'])
    const alone = await term(disk, notesIn(talks)[1]!.id)
    expect(alone.contexts.map(isQuoteOnly)).toEqual([true])
    expect(alone.contexts[0]?.quote).toEqual({ zh: '会谈结束。', en: 'The talks ended.' })
    const cards = await cardIndex(disk)
    expect(cards.filter(({ noteKind }) => noteKind === 'sentence')).toHaveLength(1)
    expect(cards.find(({ headword }) => headword === '会谈')).toMatchObject({
      article: '',
      articles: [],
    })
    expect((await articlesOf(disk)).map(({ id }) => id)).toEqual(['B'])
    await expectSoundIndex(disk)
  })

  it('is undone exactly', async () => {
    const disk = await both()
    const before = await everything(disk)
    await deleteArticle(disk, 'A')
    await deleteArticle(disk, 'A')
    expect(await restoreArticle(disk, 'A')).toEqual([])
    expect(await everything(disk)).toEqual(before)
    await expectSoundIndex(disk)
  })

  it('is undone even when a note was changed in between', async () => {
    const disk = await both()
    await deleteArticle(disk, 'A')
    await deleteArticle(disk, 'B')
    await editNote(disk, ceasefireId, { gloss: ['truce'] })
    await restoreArticle(disk, 'A')
    expect(await term(disk, ceasefireId)).toMatchObject({
      edits: { gloss: ['truce'] },
      contexts: [{ article: 'A' }],
    })
  })

  it('gives its room back later, and then cannot be undone', async () => {
    const disk = await both()
    await deleteArticle(disk, 'A')
    expect(await forgetDeleted(disk, 50)).toBe(0)
    expect(await forgetDeleted(disk, 51)).toBe(1)
    expect(await forgetDeleted(disk, 51)).toBe(0)
    expect(await readTexts(disk, 'A')).toEqual([])
    expect(await restoreArticle(disk, 'A')).toBeNull()
    expect(await recogniseArticle(disk, { id: 'A' })).toMatchObject({ deletedAt: 50 })
    await take(disk, talks)
    expect((await cardIndex(disk)).filter(({ article }) => article === 'A')).not.toEqual([])
    await expectSoundIndex(disk)
  })
})

describe('editing an article', () => {
  async function reviewed(): Promise<Disk> {
    const disk = await openTab()
    await take(disk, talks)
    for (const { id } of await cardIndex(disk)) {
      const { id: _id, at: _at, device: _device, ...rest } = answer({ card: id })
      await appendEntry(disk, rest)
    }
    return disk
  }

  const typo = (of: Article, revisions: typeof talks.revisions) =>
    remapArticle(of, revisions, {
      kind: 'segment',
      side: 'zh',
      segment: 1,
      text: '会谈终于结束了。',
    })
  const emptied = (of: Article, revisions: typeof talks.revisions) =>
    remapArticle(of, revisions, { kind: 'segment', side: 'zh', segment: 1, text: '' })

  it('fixes a typo: every card keeps its id, its reviews and its due day', async () => {
    const disk = await reviewed()
    const cards = await cardIndex(disk)
    const log = await readLog(disk)
    const notes = await notesOfArticle(disk, 'A')
    const { entries, care } = await editArticle(
      disk,
      talks.article,
      typo(talks.article, talks.revisions),
    )
    expect([entries, care]).toEqual([[], []])
    expect(await cardIndex(disk)).toEqual(cards)
    expect(await readLog(disk)).toEqual(log)
    expect(await notesOfArticle(disk, 'A')).toEqual(notes)
    const source = await readArticle(disk, 'A')
    const [sentence] = await readNotes(disk, [sentenceId])
    const place = placesOf(sentence!, source!)[0]!
    expect(place.texts.zh.slice(place.zh!.start, place.zh!.end)).toBe('会谈终于结束了。')
  })

  it('suspends cards whose text is lost, says so, and takes it all back', async () => {
    const disk = await reviewed()
    const receipt = await editArticle(disk, talks.article, emptied(talks.article, talks.revisions))
    const lost = (await cardIndex(disk)).filter(
      ({ note }) => note === sentenceId || note === notesIn(talks)[1]!.id,
    )
    expect((await suspended(disk)).toSorted()).toEqual(lost.map(({ id }) => id).toSorted())
    expect(await careList(disk)).toMatchObject([
      { article: 'A', why: 'lost' },
      { article: 'A', why: 'lost' },
    ])
    expect((await articleHeads(disk))[0]).toMatchObject({ beads: 3, paired: 2, needCare: 2 })
    const back = await undoEdit(disk, receipt)
    expect(back.entries.map(({ type }) => type)).toEqual(['void', 'void', 'void', 'void'])
    expect(await suspended(disk)).toEqual([])
    expect(await careList(disk)).toEqual([])
    expect((await readArticle(disk, 'A'))?.article).toEqual({
      ...talks.article,
      revision: { zh: 2, en: 0 },
    })
  })

  it('does not suspend twice what needs care already', async () => {
    const disk = await reviewed()
    const first = await editArticle(disk, talks.article, emptied(talks.article, talks.revisions))
    const source = await readArticle(disk, 'A')
    const more = remapArticle(source!.article, source!.revisions, {
      kind: 'segment',
      side: 'en',
      segment: 2,
      text: 'He has left.',
    })
    const second = await editArticle(disk, source!.article, more)
    expect([first.entries.length, second.entries.length]).toEqual([4, 0])
    expect(second.care).toEqual(first.care)
  })

  it('leaves a term alone that still has a place in another article', async () => {
    const disk = await reviewed()
    await take(disk, demand)
    const without = remapArticle(talks.article, talks.revisions, {
      kind: 'segment',
      side: 'zh',
      segment: 0,
      text: '双方收兵。',
    })
    const { care } = await editArticle(disk, talks.article, without)
    expect(care).toEqual([])
  })

  it('brings cards back when their term is met elsewhere, and when the article goes', async () => {
    const disk = await reviewed()
    const gone = remapArticle(talks.article, talks.revisions, {
      kind: 'segment',
      side: 'zh',
      segment: 0,
      text: '',
    })
    await editArticle(disk, talks.article, gone)
    expect(await suspended(disk)).toHaveLength(4)
    const { entries } = await take(disk, demand)
    expect(entries).toHaveLength(3)
    expect(await suspended(disk)).toHaveLength(1)
    expect(await deleteArticle(disk, 'A')).toHaveLength(1)
    expect(await suspended(disk)).toEqual([])
    expect(await restoreArticle(disk, 'A')).toHaveLength(1)
    expect(await suspended(disk)).toHaveLength(1)
  })

  it('brings a card back when its term is picked where it still stands', async () => {
    const disk = await reviewed()
    await editArticle(disk, talks.article, emptied(talks.article, talks.revisions))
    const again = withTerms(bitext([['会谈再次开始。', 'The talks began again.']], { id: 'C' }), [
      '会谈',
      'talks',
      'hui4 tan2',
    ])
    await take(disk, again, [])
    const { entries } = await addNotes(disk, notesIn(again).slice(0, 1))
    expect(entries).toHaveLength(3)
    expect((await careList(disk)).map(({ note }) => note)).toEqual([sentenceId])
  })

  it('asks no care for a note that is deleted', async () => {
    const disk = await reviewed()
    await editArticle(disk, talks.article, emptied(talks.article, talks.revisions))
    await deleteNote(disk, sentenceId)
    expect((await careList(disk)).map(({ note }) => note)).not.toContain(sentenceId)
    expect((await articleHeads(disk))[0]?.needCare).toBe(1)
  })

  it('is refused when another tab has changed the article since', async () => {
    const [disk, other] = [await reviewed(), await openTab()]
    await editArticle(other, talks.article, typo(talks.article, talks.revisions))
    const before = await everything(disk)
    const work = editArticle(disk, talks.article, emptied(talks.article, talks.revisions))
    await expect(work).rejects.toMatchObject({ code: 'changedElsewhere' })
    expect(await everything(disk)).toEqual(before)
  })

  it.each(['texts', 'log', 'articles'])(
    'changes nothing when there is no room for %s',
    async (store) => {
      const disk = await reviewed()
      const before = await everything(disk)
      const makeRoom = fillDisk(store)
      const work = editArticle(disk, talks.article, emptied(talks.article, talks.revisions))
      await expect(work).rejects.toMatchObject({ code: 'diskFull' })
      makeRoom()
      expect(await everything(disk)).toEqual(before)
    },
  )

  it('changes a title without touching anything else', async () => {
    const disk = await reviewed()
    const titled = { ...talks.article, title: { zh: '停火', en: 'Truce' } }
    await putArticle(disk, titled)
    expect((await articleHeads(disk))[0]?.title.en).toBe('Truce')
    expect((await readArticle(disk, 'A'))?.article).toEqual(titled)
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
    const cards = await cardIndex(disk)
    const done = await updateDeck(disk, deck(newer, 2), newer.texts)
    expect(done?.care).toEqual([])
    const source = await readArticle(disk, 'A')
    expect(source?.article).toMatchObject({
      deckRevision: 2,
      addedAt: 1,
      revision: { zh: 1, en: 1 },
    })
    const place = placesOf(await term(disk, ceasefireId), source!)[0]!
    expect(place.texts.zh.slice(place.zh!.start, place.zh!.end)).toBe('停火')
    expect(place.texts).toEqual(newer.texts)
    expect(await cardIndex(disk)).toEqual(cards)
  })

  it('adds what is picked from the newer text, and no sentence twice', async () => {
    const disk = await openTab()
    await commitImport(disk, deck(talks, 1), talks.revisions, notesIn(talks).slice(3))
    const cards = await cardIndex(disk)
    await updateDeck(disk, deck(newer, 2), newer.texts)
    const picked = offersOf(newer.article, newer.texts, 'zh', 9).sentences
    const receipt = await commitImport(
      disk,
      deck(newer, 2),
      firstRevisions('A', newer.texts),
      picked,
    )
    // The first sentence was not picked from the old text; the other two are the notes they were.
    expect(receipt.notes.created).toHaveLength(1)
    expect((await cardIndex(disk)).length).toBe(cards.length + 1)
    const source = await readArticle(disk, 'A')
    const [fresh] = await readNotes(disk, receipt.notes.created)
    const place = placesOf(fresh!, source!)[0]!
    expect(place.texts.zh.slice(place.zh!.start, place.zh!.end)).toBe('双方终于停火。')
    await undoImport(disk, receipt)
    expect(await cardIndex(disk)).toEqual(cards)
    expect((await articlesOf(disk)).map(({ id }) => id)).toEqual(['A'])
  })

  it('does nothing for a deck that is no newer, or unknown', async () => {
    const disk = await openTab()
    expect(await updateDeck(disk, deck(newer, 2), newer.texts)).toBeNull()
    await commitImport(disk, deck(talks, 2), talks.revisions, notesIn(talks))
    expect(await updateDeck(disk, deck(newer, 2), newer.texts)).toBeNull()
  })

  it('brings a deleted deck back', async () => {
    const disk = await openTab()
    await commitImport(disk, deck(talks, 1), talks.revisions, notesIn(talks))
    await deleteArticle(disk, 'A')
    await updateDeck(disk, deck(newer, 2), newer.texts)
    expect((await articlesOf(disk)).map(({ id }) => id)).toEqual(['A'])
  })
})
