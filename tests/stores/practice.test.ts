// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { useReview } from '../../src/stores/review.ts'
import { freshStores } from './freshStores.ts'
import { asked, logOnDisk, reviewTheTalks } from './talksSession.ts'

freshStores()
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: new Date(2026, 5, 10, 12) })
})
afterEach(() => {
  vi.useRealTimers()
})

describe('a practice', () => {
  async function practiceTheTalks() {
    const review = await reviewTheTalks({ newPerDay: 3 })
    for (let i = 0; i < 3; i++) await review.answer('easy')
    await review.end()
    await review.beginPractice()
    return review
  }

  it('asks what was learnt and writes nothing', async () => {
    const review = await practiceTheTalks()
    const before = await logOnDisk()
    expect([review.practising, review.intervals, review.left]).toEqual([true, null, 3])
    for (let i = 0; i < 3; i++) await review.answer('good')
    expect([review.question, review.left, review.answered]).toEqual([null, 0, 3])
    expect(await logOnDisk()).toEqual(before)
  })

  it('asks what was forgotten again at the end', async () => {
    const review = await practiceTheTalks()
    const first = asked(review)
    await review.answer('again')
    await review.answer('good')
    await review.answer('good')
    expect([asked(review), review.left]).toEqual([first, 1])
  })

  it('takes its answers back in order', async () => {
    const review = await practiceTheTalks()
    const [first] = [asked(review)]
    await review.answer('again')
    const second = asked(review)
    await review.answer('good')
    await review.undo()
    expect([asked(review), review.left]).toEqual([second, 3])
    await review.undo()
    expect([asked(review), review.left, review.canUndo]).toEqual([first, 3, false])
  })

  it('is over when a review begins', async () => {
    const review = await practiceTheTalks()
    await review.begin()
    expect([review.practising, review.question]).toEqual([false, null])
  })

  it.each<[string, (review: ReturnType<typeof useReview>) => Promise<void>]>([
    ['put aside', (review) => review.act({ do: 'suspend' })],
    ['deleted', (review) => review.remove()],
  ])('goes on behind a card that was %s and is back', async (_name, leave) => {
    const review = await practiceTheTalks()
    await leave(review)
    const second = asked(review)
    await review.undo()
    expect(review.left).toBe(3)
    await review.answer('good')
    expect([asked(review), review.left]).toEqual([second, 2])
  })

  it('passes over no card when a key is pressed twice', async () => {
    const review = await practiceTheTalks()
    await Promise.all([review.act({ do: 'bury' }), review.act({ do: 'bury' })])
    expect(review.left).toBe(2)
  })
})
