// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { deleteNote } from '../../src/storage/notes.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useProblems } from '../../src/stores/problems.ts'
import { useReview } from '../../src/stores/review.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { ceasefireId, suspended } from '../storage/talks.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'
import { asked, learnTheTalks, logOnDisk, problemWhenFull, reviewTheTalks } from './talksSession.ts'

freshStores()
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 5, 10, 12) })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

const MINUTE_MS = 60_000
const pass = (ms: number) => vi.setSystemTime(Date.now() + ms)

describe('a session', () => {
  it('begins with the first new card and counts what is left: one card a sentence', async () => {
    const review = await reviewTheTalks()
    expect(asked(review)).toBe('停火')
    expect([review.left, review.answered, review.canUndo]).toEqual([3, 0, false])
    expect(review.lastArticle).toBe('A')
  })

  it('has the answer on the disk, with the interval its button said, when the next card is up', async () => {
    const review = await reviewTheTalks()
    const said = review.intervals!.good
    pass(3_000)
    await review.answer('good')
    expect(asked(review)).toBe('会谈')
    expect(await logOnDisk()).toMatchObject([
      { type: 'answer', rating: 'good', tookMs: 3_000, intervalSeconds: said },
    ])
  })

  it('counts a card once when its button is pressed twice', async () => {
    const review = await reviewTheTalks()
    await Promise.all([review.answer('good'), review.answer('good')])
    expect(await logOnDisk()).toHaveLength(1)
    expect([asked(review), review.answered]).toEqual(['会谈', 1])
  })

  it('passes over a card whose note is gone from the disk', async () => {
    await learnTheTalks()
    await useMemory().load()
    await deleteNote(await useDisk().open(), ceasefireId)
    await useReview().begin()
    expect(asked(useReview())).toBe('会谈')
  })

  it('ends when nothing is left, and goes on when more is asked for', async () => {
    const review = await reviewTheTalks({ newPerDay: 2 })
    await review.answer('easy')
    await review.answer('easy')
    expect([review.question, review.left, useMemory().canLearnMore]).toEqual([null, 0, true])
    await review.more()
    expect(asked(review)).toBe('他走了。')
    expect([review.left, useMemory().canLearnMore]).toEqual([1, false])
  })

  it('brings a learning card back by itself when its minute has come', async () => {
    const review = await reviewTheTalks({ newPerDay: 1, learningSteps: [30] })
    await review.answer('again')
    expect(review.question).toBeNull()
    await review.tick()
    expect(review.question).toBeNull()
    pass(31 * MINUTE_MS)
    await review.tick()
    expect(asked(review)).toBe('停火')
  })

  it('that is over keeps its answers and takes nothing back any more', async () => {
    const review = await reviewTheTalks()
    await review.answer('good')
    await review.end()
    expect([review.ready, review.question, review.canUndo]).toEqual([false, null, false])
    expect(await review.undo()).toBe(false)
    expect(await logOnDisk()).toHaveLength(1)
  })

  it('puts a card aside once when the key is pressed twice', async () => {
    const review = await reviewTheTalks()
    await Promise.all([review.act({ do: 'suspend' }), review.act({ do: 'suspend' })])
    expect(await logOnDisk()).toHaveLength(1)
    await review.undo()
    expect(review.canUndo).toBe(false)
  })
})

describe('a full disk', () => {
  it('keeps the card up until the answer fits', async () => {
    const review = await reviewTheTalks()
    const good = () => review.answer('good')
    expect(await problemWhenFull('log', good)).toBe('diskFull')
    const { busy, canUndo, left } = review
    expect([asked(review), busy, canUndo, left]).toEqual(['停火', false, false, 3])
    await useProblems().attempt('review.answer', good)
    expect(useProblems().problem).toBeNull()
    expect(await logOnDisk()).toHaveLength(1)
  })

  it('keeps the card up, and nothing to undo, when it should be put aside', async () => {
    const review = await reviewTheTalks()
    expect(await problemWhenFull('log', () => review.act({ do: 'suspend' }))).toBe('diskFull')
    expect([asked(review), review.canUndo]).toEqual(['停火', false])
    expect(await logOnDisk()).toEqual([])
  })

  it('keeps the old wording up when an edit does not fit', async () => {
    const review = await reviewTheTalks()
    const edit = () => review.edit({ reading: 'ting1 huo1' })
    expect(await problemWhenFull('notes', edit)).toBe('diskFull')
    expect([review.question?.reading, review.canUndo]).toEqual(['ting2 huo3', false])
  })

  it('keeps a card that should be deleted', async () => {
    const review = await reviewTheTalks()
    expect(await problemWhenFull('notes', () => review.remove())).toBe('diskFull')
    expect([asked(review), review.canUndo, review.left]).toEqual(['停火', false, 3])
  })

  it('keeps what could not be undone, to be undone later', async () => {
    const review = await reviewTheTalks()
    await review.answer('good')
    expect(await problemWhenFull('log', () => review.undo())).toBe('diskFull')
    expect([asked(review), review.answered, review.canUndo]).toEqual(['会谈', 1, true])
    expect(await review.undo()).toBe(true)
    expect([asked(review), review.answered]).toEqual(['停火', 0])
  })

  it('half-way through “I know this” leaves card and word as they were', async () => {
    const review = await reviewTheTalks()
    const { put } = IDBObjectStore.prototype
    vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(function (
      this: IDBObjectStore,
      ...args: Parameters<typeof put>
    ) {
      if (this.name === 'preferences') throw new DOMException('', 'QuotaExceededError')
      return put.apply(this, args)
    })
    await useProblems().attempt('review.act', () => review.act({ do: 'known' }))
    vi.restoreAllMocks()
    expect(useProblems().problem).toBe('diskFull')
    expect([asked(review), await suspended(await useDisk().open())]).toEqual(['停火', []])
  })
})

describe('a card that was flagged', () => {
  it('is answered as if it had not been, and comes back as its button said', async () => {
    const review = await reviewTheTalks()
    const { id } = review.question!.card
    await review.act({ do: 'flag', flag: 1 })
    await review.act({ do: 'flag', flag: 4 })
    const shown = review.intervals?.easy
    await useProblems().attempt('review.answer', () => review.answer('easy'))
    expect(useProblems().problem).toBeNull()
    const flags = (await logOnDisk()).filter(({ type }) => type === 'flag')
    expect((await logOnDisk()).at(-1)).toMatchObject({
      type: 'answer',
      card: id,
      intervalSeconds: shown,
      previous: flags[1]?.id,
    })
    await review.undo()
    expect([review.question?.card.id, review.flag]).toEqual([id, 4])
  })
})

describe('another tab', () => {
  const stores = () => ({ review: useReview(), settings: useSettings() })

  async function secondTab() {
    const other = inAnotherTab(stores)
    await other.settings.load()
    await other.review.begin()
    return other.review
  }

  it('that was faster is told of, and the next card comes', async () => {
    vi.stubGlobal('BroadcastChannel', undefined)
    const review = await reviewTheTalks()
    const problems = useProblems()
    const other = await secondTab()
    expect(asked(other)).toBe('停火')
    await other.answer('good')
    await problems.attempt('review.answer', () => review.answer('again'))
    expect(problems.problem).toBe('alreadyAnswered')
    expect([asked(review), review.busy, review.left]).toEqual(['会谈', false, 3])
    expect(await logOnDisk()).toMatchObject([{ type: 'answer', rating: 'good' }])
  })

  it('uses up the cards of this one', async () => {
    const review = await reviewTheTalks()
    const other = await secondTab()
    await other.answer('easy')
    await expect.poll(() => review.left).toBe(2)
  })

  it('that took its answer back leaves the card new here', async () => {
    const review = await reviewTheTalks()
    const other = await secondTab()
    await other.answer('easy')
    await expect.poll(() => review.left).toBe(2)
    await other.undo()
    await expect.poll(() => review.left).toBe(3)
    await review.answer('good')
    expect(review.answered).toBe(1)
  })

  it('that answered a card this tab has heard of leaves it answered once', async () => {
    const review = await reviewTheTalks()
    const [memory, problems] = [useMemory(), useProblems()]
    const other = await secondTab()
    await other.answer('good')
    await expect.poll(() => memory.summary.learning).toBe(1)
    await problems.attempt('review.answer', () => review.answer('again'))
    const ofTheCard = (await logOnDisk()).filter(
      (entry) => entry.type === 'answer' && entry.card === `${ceasefireId}.read.zh-en`,
    )
    expect(ofTheCard).toMatchObject([{ rating: 'good' }])
    expect(asked(review)).not.toBe('停火')
  })
})
