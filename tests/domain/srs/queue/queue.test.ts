import { describe, expect, it } from 'vitest'
import { NEW_CARD } from '../../../../src/domain/srs/cardState.ts'
import type { ReplayCard } from '../../../../src/domain/srs/cardState.ts'
import {
  answered,
  backlogOf,
  buildQueue,
  dropped,
  nextCard,
  rerankNew,
  summarise,
} from '../../../../src/domain/srs/queue/queue.ts'
import type { Queue, QueueCard, QueueInput } from '../../../../src/domain/srs/queue/queue.ts'
import { applyEntries, momentFor, replay } from '../../../../src/domain/srs/replay.ts'
import { answerEntry, choices } from '../../../../src/domain/srs/schedule.ts'
import { practiceOrder } from '../../../../src/domain/srs/queue/survey.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../../src/domain/srs/settings.ts'
import type { SrsSettings } from '../../../../src/domain/srs/settings.ts'
import { studyDay } from '../../../../src/domain/time.ts'
import { seededRandom } from '../../../../src/domain/random.ts'
import { notesOf } from './notesOf.ts'

const MINUTE = 60_000
const now = { at: Date.UTC(2026, 2, 2, 4), utcOffset: 480 }
const today = studyDay(now.at, 480, 4)

const card = (id: string, fields: Partial<QueueCard> = {}): QueueCard => ({
  id,
  note: id,
  article: 'article',
  kind: 'read',
  ...fields,
})

const review = (fields: Partial<ReplayCard> = {}): ReplayCard => ({
  ...NEW_CARD,
  phase: 'review',
  memory: { stability: 10, difficulty: 5 },
  lastDay: today - 10,
  dueDay: today,
  introducedDay: today - 20,
  reviewedDay: today - 10,
  reps: 3,
  last: 'before',
  ...fields,
})

const learning = (dueInMinutes: number, fields: Partial<ReplayCard> = {}): ReplayCard =>
  review({
    phase: 'learning',
    remaining: 1,
    dueAt: now.at + dueInMinutes * MINUTE,
    dueDay: null,
    lastDay: today,
    introducedDay: today,
    reviewedDay: null,
    ...fields,
  })

function queueOf(
  states: Record<string, ReplayCard>,
  cards: readonly QueueCard[] = Object.keys(states).map((id) => card(id)),
  fields: Partial<QueueInput> & { settings?: SrsSettings } = {},
): { queue: Queue; states: Map<string, ReplayCard> } {
  const map = new Map(Object.entries(states).filter(([, state]) => state !== NEW_CARD))
  const input = {
    notes: notesOf(cards),
    states: map,
    now,
    settings: DEFAULT_SRS_SETTINGS,
    ...fields,
  }
  return { queue: buildQueue(input), states: map }
}

/** Answers everything that comes, each card out of the way at once, and lists it. */
function runThrough(queue: Queue, states: Map<string, ReplayCard>): string[] {
  const order: string[] = []
  for (;;) {
    const next = nextCard(queue, now.at)
    if (next === null || order.length > 1_000) return order
    order.push(next.id)
    states.set(next.id, review({ lastDay: today, dueDay: today + 9 }))
    answered(queue, next)
  }
}

const many = (count: number, prefix: string, state: (at: number) => ReplayCard) =>
  Object.fromEntries(Array.from({ length: count }, (_, at) => [`${prefix}${at}`, state(at)]))

describe('queue', () => {
  it('takes learning cards whose time has come, then those of earlier days, then reviews by risk', () => {
    const { queue, states } = queueOf({
      safe: review({ lastDay: today - 5 }),
      risky: review({ lastDay: today - 50 }),
      yesterday: learning(0, { dueAt: null, dueDay: today, lastDay: today - 1 }),
      soon: learning(-1),
      sooner: learning(-9),
    })
    expect(runThrough(queue, states)).toEqual(['sooner', 'soon', 'yesterday', 'risky', 'safe'])
  })

  it('takes the longest overdue first when the learner prefers that', () => {
    const { queue, states } = queueOf(
      {
        early: review({ dueDay: today - 1, lastDay: today - 90 }),
        overdue: review({ dueDay: today - 4, lastDay: today - 5 }),
      },
      undefined,
      { settings: { ...DEFAULT_SRS_SETTINGS, reviewOrder: 'day' } },
    )
    expect(runThrough(queue, states)).toEqual(['overdue', 'early'])
  })

  it('leaves out what is not due, suspended or buried', () => {
    const { queue, states } = queueOf({
      tomorrow: review({ dueDay: today + 1 }),
      suspended: review({ suspended: true }),
      buried: review({ buriedUntilDay: today + 1 }),
      shown: review({ buriedUntilDay: today }),
    })
    expect(runThrough(queue, states)).toEqual(['shown'])
  })

  it('spreads new cards evenly among the reviews', () => {
    const { queue, states } = queueOf({
      ...many(18, 'r', () => review()),
      ...many(30, 'n', () => NEW_CARD),
    })
    const order = runThrough(queue, states)
    expect(order).toHaveLength(24)
    const places = order.flatMap((id, at) => (id.startsWith('n') ? [at] : []))
    expect(places).toHaveLength(6)
    const gaps = places.map((at, index) => at - (places[index - 1] ?? -1))
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(3)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(5)
  })

  it('stops at the limits of the day, over all articles, with what was done before', () => {
    const settings = { ...DEFAULT_SRS_SETTINGS, reviewsPerDay: 10, newPerDay: 4 }
    const elsewhere = review({ lastDay: today, dueDay: today + 3, reviewedDay: today })
    const introduced = review({ lastDay: today, dueDay: today + 3, introducedDay: today })
    const states = { ...many(12, 'r', () => review()), ...many(9, 'n', () => NEW_CARD) }
    const done = { ...many(2, 'd', () => elsewhere), ...many(3, 'i', () => introduced) }
    // One card of each sort has left the library; it counts nevertheless.
    const cards = Object.keys({ ...states, d0: 0, i0: 0 }).map((id) => card(id))
    const order = runThrough(...both(queueOf({ ...states, ...done }, cards, { settings })))
    expect(order.filter((id) => id.startsWith('r'))).toHaveLength(8)
    expect(order.filter((id) => id.startsWith('n'))).toHaveLength(1)
  })

  it('stops at the limits of an article', () => {
    const states = { ...many(8, 'r', () => review()), ...many(8, 'n', () => NEW_CARD) }
    const cards = Object.keys(states).map((id, at) => card(id, { article: at % 2 ? 'a' : 'b' }))
    const order = runThrough(
      ...both(
        queueOf(states, cards, {
          limitsOf: (article) => (article === 'a' ? { newPerDay: 1, reviewsPerDay: 2 } : {}),
        }),
      ),
    )
    const ofA = order.filter((id) => cards.find((known) => known.id === id)!.article === 'a')
    expect(ofA.filter((id) => id.startsWith('r'))).toHaveLength(2)
    expect(ofA.filter((id) => id.startsWith('n'))).toHaveLength(1)
    expect(order.filter((id) => id.startsWith('n'))).toHaveLength(5)
  })

  it('gives more new cards when asked, once', () => {
    const states = many(20, 'n', () => NEW_CARD)
    const { queue, states: map } = queueOf(states, undefined, { more: 5 })
    expect(summarise(queue, now.at).fresh).toBe(11)
    runThrough(queue, map)
    for (const [id, state] of map) map.set(id, { ...state, introducedDay: today })
    expect(summarise(buildQueue(queue.input), now.at).fresh).toBe(0)
    const settled = { ...queue.input, more: 0 }
    expect(summarise(buildQueue(settled), now.at).fresh).toBe(0)
  })

  it('never asks two cards of one note on one day', () => {
    const cards = [
      card('a:read', { note: 'a' }),
      card('a:cloze', { note: 'a', kind: 'cloze' }),
      card('b:read', { note: 'b' }),
      card('b:cloze', { note: 'b', kind: 'cloze' }),
      card('c:read', { note: 'c' }),
      card('c:cloze', { note: 'c', kind: 'cloze' }),
    ]
    const { queue, states } = queueOf(
      {
        'a:read': review({ lastDay: today, dueDay: today + 5 }),
        'a:cloze': review(),
        'b:read': review({ lastDay: today - 30 }),
        'b:cloze': review({ lastDay: today - 60 }),
      },
      cards,
    )
    expect(runThrough(queue, states).sort()).toEqual(['b:cloze', 'c:read'])
  })

  it('asks to produce a word once reading it is stable', () => {
    const cards = [
      card('a:read', { note: 'a' }),
      card('a:produce', { note: 'a', kind: 'produce' }),
      card('b:read', { note: 'b' }),
      card('b:produce', { note: 'b', kind: 'produce' }),
      card('c:produce', { note: 'c', kind: 'produce' }),
      card('d:read', { note: 'd' }),
      card('d:produce', { note: 'd', kind: 'produce' }),
    ]
    const later = { dueDay: today + 9 }
    const { queue, states } = queueOf(
      {
        'a:read': review({ ...later, memory: { stability: 20.9, difficulty: 5 } }),
        'b:read': review({ ...later, memory: { stability: 21, difficulty: 5 } }),
        // The learner knows it and has put it away.
        'd:read': review({ ...later, suspended: true }),
      },
      cards,
    )
    expect(runThrough(queue, states)).toEqual(['b:produce', 'c:produce', 'd:produce'])
  })

  it('does not show the same card twice running while there is another', () => {
    const { queue } = queueOf({ a: learning(-2), b: learning(15) }, undefined, { last: 'a' })
    expect(nextCard(queue, now.at)!.id).toBe('b')
    const { queue: alone } = queueOf({ a: learning(-2), b: learning(25) }, undefined, { last: 'a' })
    expect(nextCard(alone, now.at)!.id).toBe('a')
    const { queue: first } = queueOf({ a: learning(-2), r: review() }, undefined, { last: 'a' })
    expect(nextCard(first, now.at)!.id).toBe('r')
  })

  it('looks twenty minutes ahead when nothing else is left, and no further', () => {
    const { queue } = queueOf({ a: learning(20) })
    expect(nextCard(queue, now.at)!.id).toBe('a')
    const { queue: later } = queueOf({ a: learning(21) })
    expect(nextCard(later, now.at)).toBeNull()
    expect(summarise(later, now.at).nextAt).toBe(now.at + MINUTE)
    expect(nextCard(later, now.at + MINUTE)!.id).toBe('a')
  })

  it('pauses new cards while reviews are piled up to two budgets, and asks the riskiest', () => {
    const settings = { ...DEFAULT_SRS_SETTINGS, reviewsPerDay: 20 }
    const piled = many(40, 'r', (at) => review({ lastDay: today - 10 - at }))
    const { queue, states } = queueOf({ ...piled, n: NEW_CARD }, undefined, { settings })
    expect(summarise(queue, now.at)).toMatchObject({
      reviews: 20,
      fresh: 0,
      paused: true,
    })
    expect(backlogOf(queue)).toBe(40)
    expect(runThrough(queue, states)).toEqual(Array.from({ length: 20 }, (_, at) => `r${39 - at}`))
    const fewer = many(39, 'r', () => review())
    const { queue: below } = queueOf({ ...fewer, n: NEW_CARD }, undefined, { settings })
    expect(summarise(below, now.at)).toMatchObject({ fresh: 1, paused: false })
    const { queue: asked } = queueOf({ ...piled, n: NEW_CARD }, undefined, { settings, more: 5 })
    expect(summarise(asked, now.at)).toMatchObject({ fresh: 1, paused: true })
  })

  it('goes on pausing new cards when the day’s budget is done', () => {
    const settings = { ...DEFAULT_SRS_SETTINGS, reviewsPerDay: 20 }
    const left = many(20, 'r', () => review())
    const done = many(20, 'd', () =>
      review({ lastDay: today, dueDay: today + 3, reviewedDay: today }),
    )
    const { queue } = queueOf({ ...left, ...done, n: NEW_CARD }, undefined, { settings })
    expect(summarise(queue, now.at)).toMatchObject({ reviews: 0, fresh: 0, paused: true })
  })

  it('introduces new cards by rank, and by another rank when that has changed', () => {
    const states = many(30, 'n', () => NEW_CARD)
    let unknown = (at: number) => 30 - at
    const { queue, states: map } = queueOf(states, undefined, {
      newRank: (note) => unknown(Number(note.slice(1))),
    })
    expect(nextCard(queue, now.at)!.id).toBe('n29')
    map.set('n29', review({ lastDay: today, dueDay: today + 3, introducedDay: today }))
    answered(queue, card('n29'))
    unknown = (at) => (at === 7 ? 1 : at === 8 ? Infinity : 9)
    rerankNew(queue)
    expect(runThrough(queue, map)).toEqual(['n7', 'n0', 'n1', 'n2', 'n3'])
  })

  it('fills the place of a new card that was suspended before its turn', () => {
    const { queue, states } = queueOf(many(9, 'n', () => NEW_CARD))
    states.set('n0', { ...NEW_CARD, suspended: true })
    expect(nextCard(queue, now.at)!.id).toBe('n1')
    rerankNew(queue)
    expect(summarise(queue, now.at).fresh).toBe(6)
  })

  it('never introduces what is ranked Infinity', () => {
    const { queue, states } = queueOf({ a: NEW_CARD, b: NEW_CARD }, [card('a'), card('b')], {
      newRank: (note) => (note === 'a' ? Infinity : 1),
    })
    expect(runThrough(queue, states)).toEqual(['b'])
  })

  it('keeps words that look alike apart', () => {
    const cards = [card('情报'), card('情况'), card('停火')]
    const limited = { ...DEFAULT_SRS_SETTINGS, newPerDay: 2 }
    const alike = (a: string, b: string) => a[0] === b[0]
    const { queue, states } = queueOf({}, cards, { alike, settings: limited })
    expect(runThrough(queue, states)).toEqual(['情报', '停火'])
    const all = queueOf({}, cards, { alike })
    expect(runThrough(all.queue, all.states)).toEqual(['情报', '停火', '情况'])
    const { queue: next } = queueOf(
      { 情报: review({ lastDay: today, dueDay: today + 1, introducedDay: today }) },
      cards,
      { alike },
    )
    expect(nextCard(next, now.at)!.id).toBe('停火')
  })

  it('never asks again what could not be shown, due as it may be: every kind of card, each once', () => {
    const { queue } = queueOf({
      waiting: learning(-1),
      due: review(),
      fresh: { ...NEW_CARD },
      early: learning(10),
    })
    const offered: string[] = []
    for (;;) {
      const next = nextCard(queue, now.at)
      if (next === null || offered.length > 10) break
      offered.push(next.id)
      dropped(queue, next)
    }
    expect(offered.toSorted()).toEqual(['due', 'early', 'fresh', 'waiting'])
  })

  it('passes over what was suspended or answered elsewhere since', () => {
    const { queue, states } = queueOf({ a: review({ lastDay: today - 60 }), b: review() })
    expect(nextCard(queue, now.at)!.id).toBe('a')
    states.set('a', review({ suspended: true }))
    expect(nextCard(queue, now.at)!.id).toBe('b')
    states.set('b', review({ lastDay: today, dueDay: today + 9 }))
    expect(nextCard(queue, now.at)).toBeNull()
  })

  it('estimates the minutes by the usual time of an answer', () => {
    const { queue } = queueOf({ ...many(18, 'r', () => review()), ...many(6, 'n', () => NEW_CARD) })
    expect(summarise(queue, now.at)).toMatchObject({ learning: 0, reviews: 18, fresh: 6 })
    // 18 reviews and 6 new cards met three times each, 12 s an answer
    expect(summarise(queue, now.at).minutes).toBe(8)
    const slower = buildQueue({ ...queue.input, tookMs: 20_000 })
    expect(summarise(slower, now.at).minutes).toBe(12)
  })

  it('is empty for an empty library', () => {
    const { queue } = queueOf({}, [])
    expect(nextCard(queue, now.at)).toBeNull()
    expect(summarise(queue, now.at)).toEqual({
      learning: 0,
      reviews: 0,
      fresh: 0,
      minutes: 0,
      paused: false,
      nextAt: null,
    })
  })
})

describe('practiceOrder', () => {
  it('asks everything learnt, due or not, least likely to be recalled first', () => {
    const { queue, states } = queueOf({
      fresh: NEW_CARD,
      safe: review({ dueDay: today + 30, lastDay: today - 1 }),
      shaky: review({ dueDay: today + 30, lastDay: today - 40 }),
      away: review({ suspended: true }),
    })
    const before = [...states]
    expect(practiceOrder(queue.input, today).map(({ id }) => id)).toEqual(['shaky', 'safe'])
    expect([...states]).toEqual(before)
  })
})

describe('days of study', () => {
  it('keep every rule from the first card on', () => {
    for (let seed = 1; seed <= 12; seed++) study(seed)
  })

  it('grant no day’s new cards twice to a traveller, whichever way round the world', () => {
    for (let seed = 1; seed <= 40; seed++) travel(seed)
  })
})

/** Forty days of a learner with sixty notes of two cards each; checks the rules after every answer. */
function study(seed: number): void {
  const random = seededRandom(seed)
  const cards = Array.from({ length: 60 }, (_, at) => [
    card(`${at}:read`, { note: `${at}` }),
    card(`${at}:cloze`, { note: `${at}`, kind: 'cloze' }),
  ]).flat()
  const log = replay([], DEFAULT_SRS_SETTINGS)
  let serial = 0
  let answers = 0
  for (let day = 0; day < 40; day++) {
    let at = now.at + day * 86_400_000 + random() * 6 * 3_600_000
    const moment = momentFor(log, at, () => 480)
    const queue = buildQueue({
      notes: notesOf(cards),
      states: log.cards,
      now: moment,
      settings: log.settings,
    })
    const promised = summarise(queue, at)
    const met = new Map<string, string>()
    const fresh = new Set<string>()
    let last: QueueCard | null = null
    for (;;) {
      const next = nextCard(queue, at)
      if (next === null) break
      expect(nextCard(queue, at)).toBe(next)
      const sibling = met.get(next.note)
      expect(sibling === undefined || sibling === next.id, `seed ${seed}: siblings met`).toBe(true)
      met.set(next.note, next.id)
      if (last?.id === next.id) {
        const others = queue.intraday.filter(({ card: other, dueAt }) => {
          return other.id !== next.id && dueAt <= at + 20 * MINUTE
        })
        expect(others, `seed ${seed}: the same card twice running`).toEqual([])
      }
      last = next
      const state = log.cards.get(next.id) ?? NEW_CARD
      if (state.phase === 'new') fresh.add(next.id)
      const rating = random() < 0.15 ? 'again' : random() < 0.9 ? 'good' : 'easy'
      const here = { at, utcOffset: 480 }
      applyEntries(log, [
        {
          id: `e${String(serial++).padStart(6, '0')}`,
          at: at,
          device: 'phone',
          ...answerEntry({
            card: next.id,
            rating,
            tookMs: 5_000,
            at: here,
            choice: choices(state, here, log.settings, next.id)[rating],
            previous: state.last,
            settings: log.settings,
          }),
        },
      ])
      answered(queue, next)
      if (random() < 0.3) rerankNew(queue)
      answers += 1
      at += 8_000
    }
    expect(fresh.size).toBeLessThanOrEqual(6)
    expect(fresh.size).toBe(promised.fresh)
    expect(summarise(queue, at)).toMatchObject({ reviews: 0, fresh: 0 })
  }
  expect(answers).toBeGreaterThan(200)
}

function both({ queue, states }: ReturnType<typeof queueOf>): [Queue, Map<string, ReplayCard>] {
  return [queue, states]
}

/** A learner on the move who takes every new card a queue offers, at every stop; the library never runs out. */
function travel(seed: number): void {
  const random = seededRandom(seed)
  const cards = Array.from({ length: 400 }, (_, at) => card(String(at).padStart(3, '0')))
  const settings = { ...DEFAULT_SRS_SETTINGS, rolloverHour: Math.floor(random() * 24) }
  const log = replay([], settings)
  let at = now.at
  let utcOffset = 480
  let day = -Infinity
  let serial = 0
  for (let stop = 0; stop < 40; stop++) {
    at += random() * 16 * 3_600_000
    if (random() < 0.6) utcOffset = Math.round((random() * 26 - 12) * 4) * 15
    const moment = momentFor(log, at, () => utcOffset)
    expect(moment.day!, `seed ${seed}`).toBeGreaterThanOrEqual(day)
    day = moment.day!
    const queue = buildQueue({ notes: notesOf(cards), states: log.cards, now: moment, settings })
    for (const fresh of queue.fresh) {
      at += 1_000
      const here = { ...moment, at }
      applyEntries(log, [
        {
          id: `e${String(serial++).padStart(6, '0')}`,
          at: at,
          device: 'phone',
          ...answerEntry({
            card: fresh.id,
            rating: 'easy',
            tookMs: 1_000,
            at: here,
            choice: choices(NEW_CARD, here, settings, fresh.id).easy,
            previous: null,
            settings,
          }),
        },
      ])
    }
  }
  const introduced = new Map<number, number>()
  for (const { introducedDay } of log.cards.values()) {
    introduced.set(introducedDay!, (introduced.get(introducedDay!) ?? 0) + 1)
  }
  for (const count of introduced.values()) expect(count).toBeLessThanOrEqual(6)
  // Round the world one meets at most two dates more than pass at home.
  const daysAtHome = Math.ceil((at - now.at) / 86_400_000)
  expect(introduced.size).toBeLessThanOrEqual(daysAtHome + 3)
}
