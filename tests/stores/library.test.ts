// @vitest-environment happy-dom
import { textsIn } from '../storage/talks.ts'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { articleHeads, readArticle } from '../../src/storage/articles.ts'
import { editArticle } from '../../src/storage/editing.ts'
import { readNotes } from '../../src/storage/notes.ts'
import { repairArticle } from '../../src/domain/article/edit.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useLibrary } from '../../src/stores/library.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useReview } from '../../src/stores/review.ts'
import { useUndo } from '../../src/stores/undo.ts'
import { bitext, withFields } from '../make.ts'
import {
  careList,
  ceasefireId,
  demand,
  everything,
  sentenceId,
  shownOn,
  take,
  term,
} from '../storage/talks.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'
import { asked, learnTheTalks, logOnDisk, problemWhenFull } from './talksSession.ts'

freshStores()
afterEach(() => {
  vi.restoreAllMocks()
  vi.useRealTimers()
})

const disk = () => useDisk().open()
const restore = () => useUndo().undo()
/** What the bar of the shell offers to take back. */
const removed = () => useUndo().last

/** The library of a learner with both articles. */
async function withBoth() {
  await learnTheTalks()
  await take(await disk(), demand)
  await useMemory().load()
  const library = useLibrary()
  await library.load()
  return library
}

const idsIn = ({ articles }: ReturnType<typeof useLibrary>) => articles.map(({ id }) => id)

describe('the library', () => {
  it('has the articles of the disk, the newest first', async () => {
    const library = useLibrary()
    expect([library.loaded, library.articles]).toEqual([false, []])
    await withBoth()
    expect([library.loaded, idsIn(library)]).toEqual([true, ['B', 'A']])
    expect(library.ids).toEqual(new Set(['A', 'B']))
  })

  it('names the newest article with a doubtful pair', async () => {
    const library = await withBoth()
    expect(library.doubtful).toBeNull()
    for (const [id, addedAt] of [
      ['old', 3],
      ['new', 4],
    ] as const) {
      const of = bitext([[`他来了${id}。`, `He came ${id}.`]], { id, addedAt })
      const beads = of.article.beads.map((bead) => ({ ...bead, confidence: 0.5 }))
      await take(await disk(), withFields(of, { beads }), [])
    }
    await library.load()
    expect(library.doubtful?.id).toBe('new')
  })

  it('counts the notes whose text is lost', async () => {
    const library = await withBoth()
    expect(library.needCare).toBe(0)
    const shown = (await readArticle(await disk(), 'A'))!
    await editArticle(await disk(), shown, repairArticle(shown, 2, { do: 'unpair' }))
    await library.load()
    expect(library.needCare).toBe(1)
    expect(Object.keys(await careList(await disk()))).toHaveLength(1)
  })
})

describe('deleting an article', () => {
  it('takes its sentences out of the review and leaves its terms a quote', async () => {
    const library = await withBoth()
    await library.remove('A')
    expect(idsIn(library)).toEqual(['B'])
    expect(removed()).toMatchObject({ what: 'library.removed', title: '' })
    expect(useMemory().summary.fresh).toBe(2)
    const talk = useMemory().cards.find(({ headword }) => headword === '会谈')
    expect((await term(await disk(), talk!.note)).contexts).toMatchObject([
      { zh: null, en: null, quote: { zh: '会谈结束。', en: 'The talks ended.' } },
    ])
  })

  it('is taken back whole: articles, notes, places and cards are as they were', async () => {
    const library = await withBoth()
    const before = await shownOn(await disk())
    const cards = useMemory().cards
    await library.remove('A')
    await restore()
    expect(await shownOn(await disk())).toEqual(before)
    expect(useMemory().cards).toEqual(cards)
    expect([idsIn(library), removed()]).toEqual([['B', 'A'], null])
  })

  it('keeps the reviews, and they count again when it is taken back', async () => {
    const library = await withBoth()
    const review = useReview()
    await review.begin()
    await review.answer('easy')
    await review.end()
    await library.remove('A')
    expect(await logOnDisk()).toHaveLength(1)
    await restore()
    const { state } = useMemory().today()
    expect(state.cards.get(`${ceasefireId}.read.zh-en`)?.reps).toBe(1)
  })

  it('can be followed by another: they are taken back one by one, the last one first', async () => {
    const library = await withBoth()
    await library.remove('A')
    await library.remove('B')
    expect(idsIn(library)).toEqual([])
    await restore()
    expect(idsIn(library)).toEqual(['B'])
    await restore()
    expect([idsIn(library), removed()]).toEqual([['B', 'A'], null])
  })

  it('changes nothing when the disk is full', async () => {
    const library = await withBoth()
    const before = await everything(await disk())
    expect(await problemWhenFull('articles', () => library.remove('A'))).toBe('diskFull')
    expect([idsIn(library), removed()]).toEqual([['B', 'A'], null])
    expect(await everything(await disk())).toEqual(before)
  })

  it('can still be taken back when the disk was full the first time', async () => {
    const library = await withBoth()
    await library.remove('A')
    expect(await problemWhenFull('articles', () => restore())).toBe('diskFull')
    expect([idsIn(library), removed()?.what]).toEqual([['B'], 'library.removed'])
    await restore()
    expect(idsIn(library)).toEqual(['B', 'A'])
  })

  it('in another tab takes its cards out of the review here', async () => {
    await withBoth()
    const review = useReview()
    await review.begin()
    expect(review.left).toBe(4)
    const other = inAnotherTab(useLibrary)
    await other.load()
    await other.remove('A')
    await expect.poll(() => review.left).toBe(2)
    expect(asked(review)).toBe('停火')
  })

  it('is final after a day: texts and sentences give back their room', async () => {
    const library = await withBoth()
    await library.remove('A')
    await library.tidy()
    expect(await textsIn(await disk(), 'A')).toHaveLength(2)
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + 90_000_000 })
    await library.tidy()
    expect(await textsIn(await disk(), 'A')).toEqual([])
    await restore()
    expect(idsIn(library)).toEqual(['B'])
    expect(await readNotes(await disk(), [sentenceId])).toMatchObject([
      { deletedAt: expect.any(Number) },
    ])
    expect((await articleHeads(await disk())).map(({ id }) => id)).toEqual(['A', 'B'])
  })

  it('is not offered to be taken back once it is forgotten', async () => {
    const library = await withBoth()
    await library.remove('A')
    useUndo().forget('shell')
    await restore()
    expect([idsIn(library), removed()]).toEqual([['B'], null])
  })
})
