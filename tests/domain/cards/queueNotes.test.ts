import { describe, expect, it } from 'vitest'
import type { Kind } from '../../../src/domain/cards/kinds/kind.ts'
import { KINDS, type KindTable } from '../../../src/domain/cards/kinds/table.ts'
import { read } from '../../../src/domain/cards/kinds/read.ts'
import { indexedCards, queueNotes, type IndexedNote } from '../../../src/domain/cards/queueNotes.ts'
import { seededRandom } from '../../../src/domain/random.ts'
import { NEW_CARD, type ReplayCard } from '../../../src/domain/srs/cardState.ts'
import { isStable } from '../../../src/domain/srs/models.ts'
import {
  buildQueue,
  hasMoreNew,
  rerankNew,
  summarise,
} from '../../../src/domain/srs/queue/queue.ts'
import { cardNamed } from '../../../src/domain/srs/queue/notes.ts'
import type { QueueCard, QueueInput } from '../../../src/domain/srs/queue/queue.ts'
import { dailyLimit, practiceOrder, type DayTally } from '../../../src/domain/srs/queue/survey.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../src/domain/srs/settings.ts'
import { studyDay } from '../../../src/domain/time.ts'
import { toyKind } from './kinds/toyKind.ts'

const now = { at: Date.UTC(2026, 2, 2, 4), utcOffset: 480 }
const today = studyDay(now.at, 480, DEFAULT_SRS_SETTINGS.rolloverHour)
const settings = { ...DEFAULT_SRS_SETTINGS, newPerDay: 12, reviewsPerDay: 30 }

const named = (kind: string, fields: Partial<Kind>): Kind => ({ ...read, kind, ...fields })
const EIGHT: KindTable = [
  named('choose', { of: ['term'], unlocked: (settled) => settled('toy') }),
  ...KINDS,
  toyKind,
  named('hum', { unlocked: (settled) => settled('read') || settled('cloze') }),
  named('jot', { of: ['term'], direction: 'toLearnt', unlocked: (settled) => settled('nothing') }),
  named('spot', { of: ['sentence'], unlocked: () => false }),
]
const NAMES = [...EIGHT.map(({ kind }) => kind), 'sing', 'dance']

function library(random: () => number, count: number): readonly IndexedNote[] {
  return Array.from({ length: count }, (_, at): IndexedNote => {
    const kinds = NAMES.filter(() => random() < 0.5)
    const article = `a${Math.floor(random() * 4)}`
    return {
      id: `n${at}`,
      kind: random() < 0.7 ? 'term' : 'sentence',
      learning: random() < 0.8 ? 'zh' : 'en',
      article,
      articles: [article],
      headword: `w${at}`,
      createdAt: at,
      ...(random() < 0.3 ? { kinds } : {}),
    }
  })
}

function randomState(random: () => number): ReplayCard {
  const pick = <T>(...values: readonly T[]): T => values[Math.floor(random() * values.length)]!
  const phase = pick('new', 'learning', 'review', 'review', 'review', 'relearning')
  const lastDay = today - pick(0, 1, 4, 30)
  const timed = (phase === 'learning' || phase === 'relearning') && random() < 0.5
  return {
    ...NEW_CARD,
    phase,
    memory: phase === 'new' ? null : { stability: pick(0.5, 3, 20.9, 21, 200), difficulty: 5 },
    lastDay: phase === 'new' ? null : lastDay,
    lastAt: phase === 'new' ? null : now.at - (today - lastDay) * 86_400_000,
    dueAt: timed ? now.at + Math.floor((random() - 0.5) * 7_200_000) : null,
    dueDay: timed || phase === 'new' ? null : today + pick(-3, 0, 1, 9),
    introducedDay: phase === 'new' ? null : today - pick(0, 9, 40),
    reviewedDay: phase === 'review' ? lastDay : null,
    suspended: random() < 0.1,
    buriedUntilDay: pick(null, null, null, today, today + 1),
    reps: 1,
    last: 'e',
  }
}

/** States of some cards, in any order, and of cards nobody here knows. */
function randomStates(random: () => number, cards: readonly QueueCard[], share: number) {
  const ids = cards.flatMap(({ id }) => (random() < share ? [id] : []))
  const strange = cards.flatMap(({ note }) => {
    const odd = [
      `${note}.sing.zh-en`,
      `${note}.read.en-zh`,
      `${note}.read`,
      `${note}`,
      `gone.${note}`,
    ]
    return random() < 0.1 ? [odd[Math.floor(random() * odd.length)]!] : []
  })
  const all = [...new Set([...ids, ...strange])].toSorted(() => random() - 0.5)
  return new Map(all.map((id) => [id, randomState(random)]))
}

/** What a queue is made of, the plain way: every card of every note is made and looked at. */
function plainSurvey(cards: readonly QueueCard[], input: QueueInput, kinds: KindTable) {
  const stateOf = (id: string) => input.states.get(id) ?? NEW_CARD
  const shown = cards.filter(({ id }) => {
    const { suspended, buriedUntilDay } = stateOf(id)
    return !suspended && (buriedUntilDay === null || buriedUntilDay <= today)
  })
  const isTimed = ({ phase, dueAt }: ReplayCard) =>
    phase !== 'new' && phase !== 'review' && dueAt !== null
  const isDue = (state: ReplayCard) =>
    state.phase !== 'new' && !isTimed(state) && state.dueDay !== null && state.dueDay <= today
  const of = (note: string, is: (state: ReplayCard) => boolean) => (name: string) => {
    const other = cards.find((card) => card.note === note && card.kind === name)
    return other === undefined || is(stateOf(other.id))
  }
  const isFirm = (state: ReplayCard) => !state.suspended && isStable(state, input.settings)
  const isSettled = (state: ReplayCard) => state.suspended || isStable(state, input.settings)
  return {
    intraday: shown.filter(({ id }) => isTimed(stateOf(id))),
    interday: shown.filter(({ id }) => isDue(stateOf(id)) && stateOf(id).phase !== 'review'),
    due: shown.filter(({ id }) => isDue(stateOf(id)) && stateOf(id).phase === 'review'),
    fresh: shown.filter(({ id, kind, note }) => {
      const open = kinds
        .find((one) => one.kind === kind)!
        .unlocked(of(note, isSettled), of(note, isFirm))
      return stateOf(id).phase === 'new' && open
    }),
    introduced: cards.filter(({ id }) => stateOf(id).introducedDay === today),
    reviewed: cards.filter(({ id }) => stateOf(id).reviewedDay === today),
    answered: cards.filter(({ id }) => stateOf(id).lastDay === today),
  }
}

/** The new cards of the day, the plain way: all candidates sorted, taken while the limits last. */
function plainNew(
  cards: readonly QueueCard[],
  fresh: readonly QueueCard[],
  queue: ReturnType<typeof buildQueue>,
): string[] {
  const firsts = new Set(
    cards.flatMap((card, at) => (cards[at - 1]?.note === card.note ? [] : [card.id])),
  )
  const unmet = new Set(fresh.flatMap(({ id, note }) => (firsts.has(id) ? [note] : [])))
  const { input, survey } = queue
  const done = queue.fresh.slice(0, queue.freshDone)
  const limit = dailyLimit(input, survey.introducedToday, 'newPerDay', queue.paused)
  for (const card of done) {
    if ((input.states.get(card.id) ?? NEW_CARD).phase !== 'new') limit.use(card)
  }
  const rank = input.newRank ?? (() => 0)
  const candidates = fresh
    .filter(({ id, note }) => {
      const { phase, suspended, buriedUntilDay } = input.states.get(id) ?? NEW_CARD
      const away = suspended || (buriedUntilDay ?? -Infinity) > today
      return phase === 'new' && !away && !queue.taken.notes.has(note) && rank(note) < Infinity
    })
    .toSorted((a, b) => rank(a.note) - rank(b.note))
  const chosen: QueueCard[] = []
  const heldBack: QueueCard[] = []
  const take = (card: QueueCard) => {
    if (chosen.some(({ note }) => note === card.note) || !limit.allows(card)) return
    limit.use(card)
    chosen.push(card)
  }
  const further = survey.introduced.filter(({ id }) => !firsts.has(id)).length
  let more = Math.max(1, Math.floor((limit.left + survey.introduced.length) / 3)) - further
  const waiting = candidates.filter(
    ({ note }, at) => candidates.findIndex((other) => other.note === note) === at,
  )
  while (limit.left > 0) {
    const others = [...survey.introduced, ...chosen]
    const allowed = ({ note }: QueueCard) => more > 0 || unmet.has(note)
    const card = waiting.find(allowed) ?? waiting[0]
    if (card === undefined) break
    waiting.splice(waiting.indexOf(card), 1)
    if (!unmet.has(card.note)) more -= 1
    if (others.some(({ note }) => input.alike?.(card.note, note))) heldBack.push(card)
    else take(card)
  }
  heldBack.forEach(take)
  return [...done, ...chosen].map(({ id }) => id)
}

const ids = (cards: readonly QueueCard[]) => cards.map(({ id }) => id)
const tally = (cards: readonly QueueCard[]): DayTally['byArticle'] => {
  const counts = new Map<string, number>()
  for (const { article } of cards) counts.set(article, (counts.get(article) ?? 0) + 1)
  return counts
}

/** A random library and log, and the queue both ways. */
function both(seed: number) {
  const random = seededRandom(seed)
  const kinds = random() < 0.5 ? KINDS : EIGHT
  const notes = library(random, 1 + Math.floor(random() * 60))
  const cards = indexedCards(notes, kinds)
  const states = randomStates(random, cards, [0.05, 0.3, 0.9][seed % 3]!)
  const ranks = new Map(
    notes.map(({ id }) => [id, random() < 0.1 ? Infinity : Math.floor(random() * 8)]),
  )
  const input: QueueInput = {
    notes: queueNotes(notes, kinds),
    states,
    now,
    settings: { ...settings, reviewsPerDay: random() < 0.3 ? 2 : 30 },
    more: random() < 0.2 ? 5 : 0,
    limitsOf: (article) => (article === 'a1' ? { newPerDay: 2, reviewsPerDay: 3 } : {}),
    ...(random() < 0.7 ? { newRank: (note: string) => ranks.get(note)! } : {}),
    ...(random() < 0.7
      ? { alike: (a: string, b: string) => a !== b && a.slice(-1) === b.slice(-1) }
      : {}),
  }
  return { random, cards, states, input, plain: plainSurvey(cards, input, kinds) }
}

describe('a queue that makes cards only when they are asked', () => {
  it('is the queue of all cards looked at one by one', () => {
    let news = 0
    for (let seed = 1; seed <= 400; seed++) {
      const { random, cards, states, input, plain } = both(seed)
      const queue = buildQueue(input)
      const { survey } = queue
      expect(ids(survey.intraday), `seed ${seed}`).toEqual(ids(plain.intraday))
      expect(ids(survey.interday), `seed ${seed}`).toEqual(ids(plain.interday))
      expect(ids(survey.due), `seed ${seed}`).toEqual(ids(plain.due))
      expect(ids(survey.introduced), `seed ${seed}`).toEqual(ids(plain.introduced))
      expect(ids(survey.answered), `seed ${seed}`).toEqual(ids(plain.answered))
      expect(survey.introducedToday.byArticle, `seed ${seed}`).toEqual(tally(plain.introduced))
      expect(survey.reviewedToday.byArticle, `seed ${seed}`).toEqual(tally(plain.reviewed))
      expect(ids(queue.fresh), `seed ${seed}`).toEqual(plainNew(cards, plain.fresh, queue))
      news += queue.fresh.length

      // Some cards move on; the new ones are chosen anew.
      for (const { id } of cards) if (random() < 0.2) states.set(id, randomState(random))
      for (const { note } of cards) if (random() < 0.1) queue.taken.notes.add(note)
      rerankNew(queue)
      expect(ids(queue.fresh), `seed ${seed}`).toEqual(plainNew(cards, plain.fresh, queue))
      for (const value of Object.values(summarise(queue, now.at))) expect(value).not.toBeNaN()
    }
    expect(news).toBeGreaterThan(800)
  })

  it('practises what was learnt, of the kinds it knows', () => {
    for (let seed = 1; seed <= 60; seed++) {
      const { cards, states, input } = both(seed)
      const learnt = cards.filter(({ id }) => {
        const state = states.get(id)
        return state !== undefined && state.memory !== null && !state.suspended
      })
      expect(ids(practiceOrder(input, today)).toSorted()).toEqual(ids(learnt).toSorted())
    }
  })

  it('knows its cards by their ids, and no others', () => {
    const { cards, input } = both(5)
    for (const { id, note, kind, article } of cards) {
      expect(cardNamed(input.notes, id)).toEqual({ id, note, kind, article })
    }
    for (const id of ['', 'n0', 'n0.sing.zh-en', 'n0.read', 'nobody.read.zh-en', '.read.zh-en']) {
      expect(cardNamed(input.notes, id)).toBeNull()
    }
  })

  it('has more new cards as long as a note has one that is not in today’s queue', () => {
    const notes = library(seededRandom(3), 3).map(({ kinds: _own, ...note }) => note)
    const input = { notes: queueNotes(notes), states: new Map(), now, settings }
    const limited = (newPerDay: number) =>
      buildQueue({ ...input, settings: { ...settings, newPerDay } })
    expect(hasMoreNew(limited(2))).toBe(true)
    expect(hasMoreNew(limited(3))).toBe(false)
    expect(hasMoreNew(buildQueue({ ...input, notes: queueNotes([]) }))).toBe(false)
  })

  it('has no room for more kinds than it has bits', () => {
    expect(() =>
      queueNotes(
        [],
        Array.from({ length: 31 }, () => read),
      ),
    ).toThrow(RangeError)
  })
})
