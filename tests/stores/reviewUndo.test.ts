// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import type { LearnerSettings } from '../../src/domain/learner/settings.ts'
import { studyDayOf } from '../../src/domain/time.ts'
import { appendEntries } from '../../src/storage/reviewLog.ts'
import { readKnown } from '../../src/storage/settings.ts'
import type { CardAction } from '../../src/stores/review/cardActions.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useReview } from '../../src/stores/review.ts'
import { answer } from '../make.ts'
import { ceasefireId, demand, shownOn, suspended, take, term } from '../storage/talks.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'
import { asked, learnTheTalks, logOnDisk, reviewTheTalks, statesOnDisk } from './talksSession.ts'

const NOON = new Date(2026, 5, 10, 12)

freshStores()
beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'], now: NOON })
})
afterEach(() => {
  vi.useRealTimers()
})

const reading = `${ceasefireId}.read.zh-en`
const disk = () => useDisk().open()
const stateOf = async (card: string) => (await statesOnDisk()).get(card)
const today = () => studyDayOf({ at: NOON.getTime(), utcOffset: -NOON.getTimezoneOffset() }, 4)

/** A review of the reading card of 停火 alone, which was learnt ten days ago. */
async function reviewDueCard(part: Partial<LearnerSettings> = {}) {
  await learnTheTalks({ newPerDay: 0, ...part })
  const { id: _id, at: _at, device: _device, ...draft } = answer({ card: reading })
  await appendEntries(await disk(), [
    { ...draft, studyDay: today() - 10, intervalSeconds: 864_000, dueDay: today() },
  ])
  const review = useReview()
  await review.begin()
  return review
}

describe('undo', () => {
  it('takes answers back in order, the last one first, each to its card', async () => {
    const review = await reviewTheTalks()
    for (const rating of ['good', 'again', 'easy'] as const) await review.answer(rating)
    const back: (string | null)[] = []
    while (await review.undo()) back.push(asked(review))
    expect(back).toEqual(['他走了。', '会谈', '停火'])
    expect([review.answered, review.canUndo, review.left]).toEqual([0, false, 3])
    expect([...(await statesOnDisk()).values()].filter(({ reps }) => reps > 0)).toEqual([])
  })

  it('leaves the card as it was before: it can be answered anew', async () => {
    const review = await reviewTheTalks()
    const said = review.intervals
    await review.answer('easy')
    await review.undo()
    expect(review.intervals).toEqual(said)
    await review.answer('good')
    expect(await stateOf(reading)).toMatchObject({ reps: 1, phase: 'learning' })
    expect((await logOnDisk()).map(({ type }) => type)).toEqual(['answer', 'void', 'answer'])
  })

  it.each<[string, CardAction, object]>([
    ['a suspension', { do: 'suspend' }, { suspended: true }],
    ['a burial', { do: 'bury' }, { buriedUntilDay: today() + 1 }],
    ['a reset', { do: 'reset' }, { phase: 'new', memory: null }],
    ['a due day', { do: 'setDue', inDays: 3 }, { dueDay: today() + 3 }],
    ['a flag', { do: 'flag', flag: 4 }, { flag: 4 }],
  ])('takes back %s', async (_name, action, done) => {
    const review = await reviewDueCard()
    const before = await stateOf(reading)
    await review.act(action)
    expect(await stateOf(reading)).toMatchObject(done)
    expect(review.question?.card.id === reading).toBe(action.do === 'flag')
    await review.undo()
    expect(await stateOf(reading)).toEqual(before)
    expect([review.question?.card.id, review.flag, review.left]).toEqual([reading, 0, 1])
  })

  it('takes back that a word is known: its cards and the word itself', async () => {
    const review = await reviewTheTalks()
    const memory = useMemory()
    await review.act({ do: 'known' })
    expect(memory.knowledgeOf('停火', {}, 'zh')).toBe('known')
    expect(await suspended(await disk())).toHaveLength(5)
    await review.undo()
    expect(memory.knowledgeOf('停火', {}, 'zh')).toBe('learning')
    expect([await suspended(await disk()), asked(review)]).toEqual([[], '停火'])
  })

  it('brings a deleted note back as it was', async () => {
    const review = await reviewTheTalks()
    const before = await shownOn(await disk())
    await review.remove()
    expect((await term(await disk(), ceasefireId)).deletedAt).toBe(Date.now())
    expect([asked(review), review.left]).toEqual(['会谈', 3])
    await review.undo()
    expect(await shownOn(await disk())).toEqual(before)
    expect([asked(review), review.left]).toEqual(['停火', 3])
  })

  it('takes edits of one card back one by one, while the card stays up', async () => {
    const review = await reviewTheTalks()
    await review.edit({ reading: 'ting2 huo4' })
    await review.edit({ counterparts: ['truce'] })
    expect(review.question).toMatchObject({ reading: 'ting2 huo4', term: { en: 'truce' } })
    await review.undo()
    expect(review.question).toMatchObject({ reading: 'ting2 huo4', term: { en: 'cease fire' } })
    await review.undo()
    expect(review.question?.reading).toBe('ting2 huo3')
    expect((await term(await disk(), ceasefireId)).edits).toBeUndefined()
    expect([asked(review), review.canUndo]).toEqual(['停火', false])
  })

  it('goes back through everything a session did, whatever it was, to where it began', async () => {
    const review = await reviewTheTalks()
    const before = await shownOn(await disk())
    await review.act({ do: 'flag', flag: 2 })
    await review.edit({ gloss: ['truce'] })
    await review.answer('good')
    await review.act({ do: 'known' })
    await review.act({ do: 'bury' })
    await review.remove()
    await review.answer('again')
    expect(review.answered).toBe(2)
    const back: (string | null)[] = []
    while (await review.undo()) back.push(asked(review))
    expect(back).toEqual(['停火', '他走了。', '会谈结束。', '会谈', '停火', '停火', '停火'])
    expect(await shownOn(await disk())).toEqual(before)
    const touched = [...(await statesOnDisk()).values()].filter(
      ({ reps, flag, suspended: aside, buriedUntilDay }) =>
        reps > 0 || flag > 0 || aside || buriedUntilDay !== null,
    )
    expect(touched).toEqual([])
    expect([review.left, review.answered, review.flag]).toEqual([3, 0, 0])
  })

  it('counts only what this session did', async () => {
    const review = await reviewTheTalks()
    await review.answer('good')
    await review.end()
    await review.begin()
    expect(await review.undo()).toBe(false)
    expect(await stateOf(reading)).toMatchObject({ reps: 1 })
  })

  it('leaves a word known that was known before its card said so', async () => {
    const review = await reviewTheTalks()
    await useMemory().sayKnown('停火')
    await review.act({ do: 'known' })
    await review.undo()
    expect(await readKnown(await disk(), 'zh')).toEqual(new Set(['停火']))
  })

  it('of an edit keeps a context that another tab gave the note meanwhile', async () => {
    const review = await reviewTheTalks()
    await review.edit({ counterparts: ['truce'] })
    const there = inAnotherTab(useDisk)
    await take(await there.open(), demand)
    await review.undo()
    const { contexts, edits } = await term(await disk(), ceasefireId)
    expect(edits).toBeUndefined()
    expect(contexts.map(({ article }) => article)).toEqual(['A', 'B'])
  })
})

describe('a card forgotten too often', () => {
  async function forgetOnce() {
    const review = await reviewDueCard({ leechThreshold: 1 })
    await review.answer('again')
    return review
  }

  it('is named until something is done about it', async () => {
    const review = await forgetOnce()
    expect(review.leech?.card).toBe(reading)
    await review.treatLeech(null)
    expect(review.leech).toBeNull()
    expect(await suspended(await disk())).toEqual([])
  })

  it('is put aside, and that can be taken back', async () => {
    const review = await forgetOnce()
    await review.treatLeech('suspend')
    expect(await suspended(await disk())).toEqual([reading])
    expect(review.leech).toBeNull()
    await review.undo()
    expect(await suspended(await disk())).toEqual([])
    expect(review.answered).toBe(1)
  })

  it('is not asked any more when it is up again while it is put aside', async () => {
    const review = await forgetOnce()
    vi.setSystemTime(NOON.getTime() + 30 * 60_000)
    await review.tick()
    expect(asked(review)).toBe('停火')
    await review.treatLeech('suspend')
    expect(asked(review)).toBeNull()
    await review.undo()
    expect(asked(review)).toBe('停火')
    await review.answer('good')
    expect(review.answered).toBe(2)
  })

  it('is worded anew, and that can be taken back before the answer is', async () => {
    const review = await forgetOnce()
    await review.treatLeech({ counterparts: ['truce'] })
    expect((await term(await disk(), ceasefireId)).edits).toEqual({ counterparts: ['truce'] })
    await review.undo()
    expect((await term(await disk(), ceasefireId)).edits).toBeUndefined()
    expect(review.answered).toBe(1)
    await review.undo()
    expect([asked(review), review.answered, review.leech]).toEqual(['停火', 0, null])
  })

  it('is no leech any more when the answer is taken back', async () => {
    const review = await forgetOnce()
    await review.undo()
    expect(review.leech).toBeNull()
    expect(await stateOf(reading)).toMatchObject({ reps: 1, lapses: 0 })
  })
})
