// @vitest-environment happy-dom
import { notesOfArticle } from '../../src/storage/notes.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readArticle } from '../../src/storage/articles.ts'
import { readKnown } from '../../src/storage/settings.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useDoubts } from '../../src/stores/doubts.ts'
import { useLibrary } from '../../src/stores/library.ts'
import { useProblems } from '../../src/stores/problems.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useReader } from '../../src/stores/reader.ts'
import { useTappedWord } from '../../src/stores/tappedWord.ts'
import { useReview } from '../../src/stores/review.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { useUndo } from '../../src/stores/undo.ts'
import { bitext } from '../make.ts'
import { ceasefireId, demand, suspended, take, talks, term } from '../storage/talks.ts'
import { freshStores } from './freshStores.ts'
import { asked, learnTheTalks, problemWhenFull } from './talksSession.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()
beforeEach(async () => {
  await useSettings().change({ learning: 'zh', newPerDay: 20 })
})
afterEach(() => useDoubts().leave())

const disk = () => useDisk().open()
const undo = () => useUndo().undo()
/** What the bar of the shell offers to take back. */
const done = () => useUndo().last
type Reader = ReturnType<typeof useReader>
const textsOf = ({ pairs }: Reader) => pairs.map(({ texts }) => texts)
const offered = ({ offers }: Reader) => offers.map((offer) => offer.term.zh)
const learnt = ({ pairs }: Reader) => pairs.map((pair) => pair.learnt)

/** The talks, open, with nothing learnt of them. */
async function openTalks(): Promise<Reader> {
  await take(await disk(), talks, [])
  const reader = useReader()
  await reader.open('A')
  return reader
}

/** The talks, open, with all they offer learnt. */
async function openLearnt(): Promise<Reader> {
  await learnTheTalks()
  const reader = useReader()
  await reader.open('A')
  return reader
}

describe('an article that is opened', () => {
  it('shows its pairs with their words, none of them known', async () => {
    const reader = await openTalks()
    expect([reader.article?.id, reader.missing]).toEqual(['A', false])
    expect(textsOf(reader)[1]).toEqual({ zh: '会谈结束。', en: 'The talks ended.' })
    expect(reader.pairs[1]!.words.map(({ key }) => key)).toEqual(['会谈', '结束', '。'])
    expect(reader.pairs[1]!.knowledge).toEqual(['new', 'new', 'other'])
    expect([reader.coverage, offered(reader)]).toEqual([0, ['停火', '会谈']])
  })

  it('shows what is learnt and what is known', async () => {
    await useMemory().sayKnown('双方')
    const reader = await openLearnt()
    expect(reader.pairs[0]!.knowledge).toEqual(['known', 'learning', 'other'])
    expect([learnt(reader), offered(reader)]).toEqual([[true, true, true], []])
    expect(reader.coverage).toBeCloseTo(1 / 7)
  })

  it('is missing when it was never here, or was deleted', async () => {
    const reader = await openTalks()
    await reader.open('nowhere')
    expect([reader.missing, reader.article, reader.pairs]).toEqual([true, null, []])
    const library = useLibrary()
    await library.load()
    await library.remove('A')
    await reader.open('A')
    expect(reader.missing).toBe(true)
  })

  it('begins with nothing unfolded or tapped; what was done in another can still be taken back', async () => {
    const reader = await openTalks()
    await take(await disk(), demand, [])
    reader.toggleFoldAll()
    reader.unfold(0)
    await reader.tap(0, 2)
    await reader.learnTerm(0)
    await reader.open('B')
    expect([reader.foldAll, reader.isFolded(0), useTappedWord().tapped]).toEqual([
      false,
      false,
      null,
    ])
    await undo()
    await reader.open('A')
    expect(offered(reader)).toEqual(['停火', '会谈'])
  })

  it('folds its translation away, pair by pair back again', async () => {
    const reader = await openTalks()
    reader.toggleFoldAll()
    reader.unfold(1)
    expect([0, 1, 2].map(reader.isFolded)).toEqual([true, false, true])
    reader.toggleFoldAll()
    expect([0, 1, 2].map(reader.isFolded)).toEqual([false, false, false])
  })
})

describe('learning from the article', () => {
  it('makes a card of an offered term, and undo takes it back', async () => {
    const reader = await openTalks()
    const before = await notesOfArticle(await disk(), 'A')
    await reader.learnTerm(0)
    expect([offered(reader), done()?.what, done()?.title]).toEqual([
      ['会谈'],
      'article.learnt',
      '停火',
    ])
    expect(useMemory().summary.fresh).toBe(1)
    expect(reader.pairs[0]!.knowledge[1]).toBe('learning')
    await undo()
    expect([offered(reader), done(), useMemory().summary.fresh]).toEqual([
      ['停火', '会谈'],
      null,
      0,
    ])
    expect(await notesOfArticle(await disk(), 'A')).toEqual(before)
  })

  it('makes a card of a sentence, and undo takes it back', async () => {
    const reader = await openTalks()
    await reader.learnSentence(1)
    expect([learnt(reader), done()?.title]).toEqual([[false, true, false], '会谈结束。'])
    await undo()
    expect([learnt(reader), useMemory().cards]).toEqual([[false, false, false], []])
  })

  it('makes a card of a tapped word the article has no term for', async () => {
    const reader = await openTalks()
    await reader.tap(1, 2)
    expect(useTappedWord().tapped).toMatchObject({
      key: '结束',
      learnable: true,
      counterpart: null,
    })
    await useTappedWord().learn()
    expect([useTappedWord().tapped, done()?.title]).toEqual([null, '结束'])
    expect(useMemory().cards[0]?.headword).toBe('结束')
    await undo()
    expect(useMemory().cards).toEqual([])
  })

  it('takes the article’s own term when that is what was tapped, on either side', async () => {
    const reader = await openTalks()
    await reader.tap(0, 2)
    expect(useTappedWord().tapped).toMatchObject({ key: '停火', counterpart: 'cease fire' })
    await reader.tap(1, 5, 'en')
    expect(useTappedWord().tapped).toMatchObject({ learnable: true, counterpart: '会谈' })
    await useTappedWord().learn()
    expect(useMemory().cards[0]?.headword).toBe('会谈')
  })

  it('makes no card without an answer: the learner says what nothing else does', async () => {
    await useSettings().change({ learning: 'en' })
    const of = bitext([['卢比奥走了。', 'Rubio left.']], { id: 'R', addedAt: 3 })
    await take(await disk(), of, [])
    const reader = useReader()
    const problems = useProblems()
    await reader.open('R')
    await reader.tap(0, 1, 'en')
    expect(useTappedWord().tapped).toMatchObject({ answer: '', translation: '卢比奥走了。' })
    await problems.attempt('article.learn', () => useTappedWord().learn())
    expect([problems.problem, useMemory().cards, useTappedWord().tapped?.info.headword]).toEqual([
      'noAnswer',
      [],
      'rubio',
    ])
    await problems.attempt('article.learn', () => useTappedWord().learn(' 卢比奥 '))
    const card = useMemory().cards[0]!
    expect(await term(await disk(), card.note)).toMatchObject({ counterparts: ['卢比奥'] })
  })

  it('adds a context to a term met before, and undo takes only that', async () => {
    await take(await disk(), demand)
    const before = await term(await disk(), ceasefireId)
    const reader = await openTalks()
    await reader.learnTerm(0)
    const { contexts } = await term(await disk(), ceasefireId)
    expect(contexts.map(({ article }) => article)).toEqual(['B', 'A'])
    await undo()
    expect(await term(await disk(), ceasefireId)).toEqual(before)
    expect(offered(reader)).toEqual(['停火', '会谈'])
  })

  it('gives a term met before its context again when it is learnt again', async () => {
    await take(await disk(), demand)
    const reader = await openTalks()
    await reader.learnTerm(0)
    const learnt = await term(await disk(), ceasefireId)
    await undo()
    await reader.learnTerm(0)
    expect(await term(await disk(), ceasefireId)).toEqual(learnt)
    expect(offered(reader)).toEqual(['会谈'])
  })

  it('keeps the article as it is when the disk is full', async () => {
    const reader = await openTalks()
    expect(await problemWhenFull('notes', () => reader.learnTerm(0))).toBe('diskFull')
    expect([offered(reader), done()]).toEqual([['停火', '会谈'], null])
    expect(await problemWhenFull('notes', () => reader.learnSentence(0))).toBe('diskFull')
    expect([learnt(reader)[0], done()]).toEqual([false, null])
  })

  it('keeps what could not be undone, to be undone later', async () => {
    await take(await disk(), demand)
    const reader = await openTalks()
    await reader.learnTerm(0)
    expect(await problemWhenFull('notes', () => undo())).toBe('diskFull')
    expect([offered(reader), done()?.what]).toEqual([['会谈'], 'article.learnt'])
    await undo()
    expect([offered(reader), done()]).toEqual([['停火', '会谈'], null])
  })

  it('offers nothing to undo once that is forgotten', async () => {
    const reader = await openTalks()
    await reader.learnTerm(0)
    useUndo().forget('shell')
    await undo()
    expect(offered(reader)).toEqual(['会谈'])
  })

  it('keeps the sheet of a tapped word that could not be learnt', async () => {
    const reader = await openTalks()
    await reader.tap(0, 2)
    expect(await problemWhenFull('notes', () => useTappedWord().learn())).toBe('diskFull')
    expect(useTappedWord().tapped?.key).toBe('停火')
  })
})

describe('a word said to be known', () => {
  it('counts as known at once and on the disk, and undo takes that back', async () => {
    const reader = await openTalks()
    await reader.tap(1, 2)
    await useTappedWord().know()
    expect([reader.pairs[1]!.knowledge[1], useTappedWord().tapped]).toEqual(['known', null])
    expect(reader.coverage).toBeCloseTo(1 / 7)
    expect(await readKnown(await disk(), 'zh')).toEqual(new Set(['结束']))
    await undo()
    expect([reader.pairs[1]!.knowledge[1], reader.coverage]).toEqual(['new', 0])
    expect(await readKnown(await disk(), 'zh')).toEqual(new Set())
  })

  it('is its Chinese counterpart when the English word was tapped', async () => {
    const reader = await openTalks()
    await reader.tap(1, 5, 'en')
    await useTappedWord().know()
    expect(await readKnown(await disk(), 'zh')).toEqual(new Set(['会谈']))
  })

  it('stays known when it was known before', async () => {
    await useMemory().sayKnown('停火')
    const reader = await openLearnt()
    await reader.tap(0, 2)
    await useTappedWord().know()
    await undo()
    expect(await readKnown(await disk(), 'zh')).toEqual(new Set(['停火']))
  })
})

describe('a doubt', () => {
  async function openFlawed() {
    const flawed = bitext([['船上有373名乘客。', 'There were 337 passengers on board.']])
    await take(await disk(), flawed, [])
    const [reader, doubts] = [useReader(), useDoubts()]
    await reader.open('A')
    await expect.poll(() => doubts.open.length).toBeGreaterThan(0)
    return { reader, doubts }
  }

  it('that is called fine stays so on the disk until that is undone', async () => {
    const { reader, doubts } = await openFlawed()
    const many = doubts.open.length
    const { name } = doubts.open[0]!
    await reader.settleDoubt(name)
    expect([doubts.open.length, done()?.what]).toEqual([many - 1, 'doubts.settled'])
    expect((await readArticle(await disk(), 'A'))?.article.settledDoubts).toEqual([name])
    await undo()
    expect([doubts.open.length, done()]).toEqual([many, null])
    expect((await readArticle(await disk(), 'A'))?.article.settledDoubts).toEqual([])
  })

  it('is taken back where it was settled, whatever is open by then', async () => {
    const { reader, doubts } = await openFlawed()
    const open = doubts.open
    await reader.settleDoubt(open[0]!.name)
    await take(await disk(), demand, [])
    await reader.open('B')
    await undo()
    await reader.open('A')
    await expect.poll(() => doubts.open).toEqual(open)
  })

  it('stays open that could not be settled because the disk is full', async () => {
    const { reader, doubts } = await openFlawed()
    const open = doubts.open
    const settle = () => reader.settleDoubt(open[0]!.name)
    expect(await problemWhenFull('articles', settle)).toBe('diskFull')
    expect([doubts.open, done()]).toEqual([open, null])
  })
})

describe('a card of the article', () => {
  it('is still the same card, with its reviews, after its sentence was corrected', async () => {
    await learnTheTalks()
    const review = useReview()
    await review.begin()
    await review.answer('easy')
    await review.end()
    const reader = useReader()
    await reader.open('A')
    await reader.repair(0, { do: 'edit', side: 'zh', text: '双方昨天停火。' })
    const { state } = useMemory().today()
    expect(state.cards.get(`${ceasefireId}.read.zh-en`)?.reps).toBe(1)
    expect(await suspended(await disk())).toEqual([])
    await review.beginPractice()
    expect(asked(review)).toBe('停火')
    expect(review.question?.question[0]?.text).toBe('双方昨天停火。')
  })
})
