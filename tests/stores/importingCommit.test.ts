// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Deck } from '../../src/domain/model.ts'
import { writeDeck } from '../../src/formats/deckFile.ts'
import { readArticle } from '../../src/storage/articles.ts'
import { readDrafts } from '../../src/storage/drafts.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useDoubts } from '../../src/stores/doubts.ts'
import { useImporting } from '../../src/stores/importing.ts'
import { useLibrary } from '../../src/stores/library.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { usePicking } from '../../src/stores/picking.ts'
import { useReader } from '../../src/stores/reader.ts'
import { useReview } from '../../src/stores/review.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { useUndo } from '../../src/stores/undo.ts'
import { everything, shownOn, suspended } from '../storage/talks.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'
import { logOnDisk, problemWhenFull } from './talksSession.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()
beforeEach(() => useLibrary().load())
afterEach(() => useDoubts().leave())

const PASTED = [
  '双方昨天宣布停火。',
  'Both sides announced a ceasefire yesterday.',
  '会谈持续了三天。',
  'The talks lasted three days.',
].join('\n')

const deck: Deck = {
  format: 'duizhao-deck',
  version: 1,
  id: 'deck-talks',
  revision: 1,
  title: { zh: '会谈', en: 'Talks' },
  level: '',
  provenance: { source: 'here', author: 'A. N.', translator: '', date: '', licence: 'CC0' },
  beads: [
    { zh: '双方停火。', en: 'Both sides cease fire.' },
    { zh: '会谈结束。', en: 'The talks ended.' },
  ],
  terms: [
    { zh: '停火', en: 'cease fire', reading: 'ting2 huo3', gloss: ['to cease fire'], kind: 'word' },
  ],
}
const fileOf = (of: Deck) => new File([writeDeck(of)], 'deck.json')
const disk = () => useDisk().open()
const undoImported = () => useUndo().undo()
/** What the bar of the shell offers to take back. */
const imported = () => useUndo().last
const headwords = () => [
  ...new Set(useMemory().cards.flatMap(({ headword }) => (headword === '' ? [] : [headword]))),
]

/** An import of the pasted text with only these terms ticked, and no sentence. */
async function picking(...terms: readonly string[]) {
  await useSettings().change({ learning: 'zh', newPerDay: 20 })
  await useMemory().load()
  const importing = useImporting()
  await importing.takeClip({ text: PASTED })
  await pickOnly(...terms)
  return importing
}
async function pickOnly(...terms: readonly string[]): Promise<void> {
  const importing = useImporting()
  await importing.goTo('pick')
  const wanted = importing.draft!.terms.flatMap((term, i) => (terms.includes(term.zh) ? [i] : []))
  expect(wanted).toHaveLength(terms.length)
  usePicking().restore(wanted, [])
}

async function takeDeck(of: Deck, ...terms: readonly string[]): Promise<string> {
  await useSettings().change({ learning: 'zh', newPerDay: 20 })
  await useImporting().takeFiles([fileOf(of)])
  await pickOnly(...terms)
  return await useImporting().commit()
}

const textsOf = async (id: string) => (await readArticle(await disk(), id))!.texts

describe('committing', () => {
  it('writes the article and what was picked, and forgets the draft', async () => {
    const importing = await picking('停火')
    await importing.toggleSentence(1)
    const id = await importing.commit()
    expect((await textsOf(id)).zh).toBe('双方昨天宣布停火。\n会谈持续了三天。')
    expect([headwords(), useMemory().summary.fresh]).toEqual([['停火'], 2])
    expect(await readDrafts(await disk())).toEqual([])
    expect(importing).toMatchObject({ stage: 'put', draft: null, canUndo: false })
    expect(useLibrary().articles.map((head) => head.id)).toEqual([id])
  })

  it('writes the article as it was repaired', async () => {
    const importing = await picking('停火')
    await importing.goTo('see')
    await importing.repair(0, { do: 'merge' })
    const { article } = (await readArticle(await disk(), await importing.commit()))!
    expect(article.beads).toHaveLength(1)
  })

  it('imports once when the button is pressed twice', async () => {
    const importing = await picking('停火')
    const ids = await Promise.allSettled([importing.commit(), importing.commit()])
    expect(ids[0]).toEqual(ids[1])
    expect(useLibrary().articles).toHaveLength(1)
    expect(headwords()).toEqual(['停火'])
  })

  it('gives a second import of one text to the article that is here', async () => {
    const first = await (await picking('停火')).commit()
    const second = await (await picking('会谈')).commit()
    expect(second).toBe(first)
    expect([useLibrary().articles.length, headwords()]).toEqual([1, ['停火', '会谈']])
  })

  it.each(['articles', 'revisions', 'notes'])(
    'keeps the import on screen when there is no room for the %s: nothing is written, nothing lost',
    async (store) => {
      const importing = await picking('停火')
      const before = await everything(await disk())
      const { draft } = importing
      expect(await problemWhenFull(store, () => importing.commit())).toBe('diskFull')
      expect(await everything(await disk())).toEqual(before)
      expect(importing).toMatchObject({ stage: 'pick', draft })
      expect([imported(), usePicking().terms.size]).toEqual([null, 1])
      await importing.commit()
      expect(headwords()).toEqual(['停火'])
    },
  )

  it('is heard in another tab: its review has the new cards', async () => {
    const importing = await picking('停火')
    const other = inAnotherTab(() => ({ memory: useMemory(), settings: useSettings() }))
    await other.settings.load()
    await other.memory.load()
    expect(other.memory.summary.fresh).toBe(0)
    await importing.commit()
    await expect.poll(() => other.memory.summary.fresh).toBe(1)
  })
})

describe('undo of an import', () => {
  it('leaves everything as if it had not been', async () => {
    const importing = await picking('停火', '会谈')
    const library = useLibrary()
    await importing.startOver()
    const before = await shownOn(await disk())
    await importing.takeClip({ text: PASTED })
    await pickOnly('停火', '会谈')
    await importing.commit()
    expect(imported()?.title).toBe(library.articles[0]!.title.zh)
    await undoImported()
    expect(await shownOn(await disk())).toEqual(before)
    expect([imported(), library.articles, useMemory().cards]).toEqual([null, [], []])
  })

  it('takes only the new context from a word met before, and keeps its reviews', async () => {
    await takeDeck(deck, '停火')
    const review = useReview()
    await review.begin()
    await review.answer('easy')
    await review.end()
    const before = await shownOn(await disk())
    await (await picking('停火')).commit()
    await undoImported()
    expect(await shownOn(await disk())).toEqual(before)
    expect(useMemory().today().state.cards.size).toBe(1)
    expect(await logOnDisk()).toHaveLength(1)
  })

  it('leaves the article that was here before, with the notes it had', async () => {
    const id = await (await picking('停火')).commit()
    await (await picking('会谈')).commit()
    await undoImported()
    expect(useLibrary().articles.map((head) => head.id)).toEqual([id])
    expect(headwords()).toEqual(['停火'])
  })

  it('can be tried again when the disk was full', async () => {
    await takeDeck(deck, '停火')
    await (await picking('停火')).commit()
    const library = useLibrary()
    expect(await problemWhenFull('notes', () => undoImported())).toBe('diskFull')
    expect([library.articles.length, imported() === null]).toEqual([2, false])
    await undoImported()
    expect(library.articles.map(({ id }) => id)).toEqual(['deck-talks'])
    expect(imported()?.title).toBe('会谈')
  })
})

describe('a deck', () => {
  it('of a later revision is told of as that, and taken without new cards', async () => {
    await takeDeck(deck, '停火')
    const before = useMemory().notes.length
    const beads = [{ zh: '双方终于停火。', en: 'Both sides cease fire.' }, deck.beads[1]!]
    const importing = useImporting()
    await importing.takeFiles([fileOf({ ...deck, revision: 2, beads })])
    expect(importing.update).toEqual({ revision: 2, corrected: 1 })
    expect(importing.duplicate).toBe('deck-talks')
    await importing.commit()
    expect((await textsOf('deck-talks')).zh).toContain('双方终于停火。')
    expect(useMemory().notes.length).toBe(before)
    await importing.takeFiles([fileOf({ ...deck, revision: 2, beads })])
    expect(importing.update).toBeNull()
  })

  it('is an article under its own id, paired as it says, its terms first', async () => {
    const id = await takeDeck(deck, '停火')
    expect(id).toBe('deck-talks')
    const { article } = (await readArticle(await disk(), id))!
    expect(article).toMatchObject({
      deckRevision: 1,
      title: deck.title,
      provenance: deck.provenance,
    })
    expect(article.beads).toHaveLength(2)
    expect(article.terms[0]!.zh).toBe('停火')
  })

  it('that is newer corrects the texts; cards and reviews stay', async () => {
    await takeDeck(deck, '停火')
    const review = useReview()
    await review.begin()
    await review.answer('easy')
    await review.end()
    const [first, second] = [{ zh: '双方终于停火。', en: 'Both sides cease fire.' }, deck.beads[1]!]
    await takeDeck({ ...deck, revision: 2, beads: [first, second] })
    expect((await textsOf('deck-talks')).zh).toBe('双方终于停火。会谈结束。')
    expect(useMemory().cards.filter(({ kind }) => kind === 'read')).toHaveLength(1)
    expect([...useMemory().today().state.cards.values()][0]?.reps).toBe(1)
    expect(await suspended(await disk())).toEqual([])
  })

  it('that is older than what is here changes no text', async () => {
    await takeDeck({ ...deck, revision: 3 }, '停火')
    const older = { ...deck, beads: [{ zh: '停火了。', en: 'Cease fire.' }, deck.beads[1]!] }
    await takeDeck(older)
    expect((await textsOf('deck-talks')).zh).toBe('双方停火。会谈结束。')
  })

  it('that was deleted here is back with its cards when it is imported again', async () => {
    await takeDeck(deck, '停火')
    const library = useLibrary()
    await library.remove('deck-talks')
    await takeDeck(deck)
    expect(library.articles.map((head) => head.id)).toEqual(['deck-talks'])
    const reader = useReader()
    await reader.open('deck-talks')
    expect(reader.offers.map(({ term }) => term.zh)).not.toContain('停火')
  })

  it('that is newer changes no text when its notes do not fit on the disk', async () => {
    await takeDeck(deck)
    const [, second] = deck.beads
    const newer = { ...deck, revision: 2, beads: [{ zh: '停火了。', en: 'Cease fire.' }, second!] }
    await useImporting().takeFiles([fileOf(newer)])
    await useImporting().goTo('pick')
    usePicking().restore([], [0])
    expect(await problemWhenFull('notes', () => useImporting().commit())).toBe('diskFull')
    expect((await textsOf('deck-talks')).zh).toBe('双方停火。会谈结束。')
  })
})
