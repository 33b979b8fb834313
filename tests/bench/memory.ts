import type { Answer, Rating } from '../../src/domain/model.ts'
import { seededRandom, shuffled } from '../../src/domain/random.ts'
import { NEW_CARD } from '../../src/domain/srs/cardState.ts'
import { decodeImage, encodeImage } from '../../src/domain/srs/image.ts'
import { answered, buildQueue, nextCard, rerankNew } from '../../src/domain/srs/queue.ts'
import type { QueueCard } from '../../src/domain/srs/queue.ts'
import { applyEntries, replay } from '../../src/domain/srs/replay.ts'
import { answerEntry, choices } from '../../src/domain/srs/schedule.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import { fit, optimise } from '../../src/domain/srs/optimise.ts'
import { simulateWorkloads } from '../../src/domain/srs/simulate.ts'
import { studyDay } from '../../src/domain/time.ts'
import { answersOf, learners } from '../quality/learners.ts'
import { quantile } from './figure.ts'
import type { Figure } from './figure.ts'

const CARDS = 20_000
const ANSWERS = 100_000
const DAY = 86_400_000
const START = Date.UTC(2025, 0, 1, 3)
const settings = DEFAULT_SRS_SETTINGS

/** Memory without a disk or a screen: replay, image, queue, optimiser and simulator, in this process. */
export async function benchMemory(): Promise<Figure[]> {
  const log = makeLog()
  const disordered = shuffled(log, seededRandom(2))
  const state = replay(log, settings)
  const image = encodeImage(state)
  const cards = [...state.cards.keys()].map((id, at): QueueCard => {
    return { id, note: id.slice(0, 10), article: `a${at % 50}`, kind: 'read' }
  })
  const unseen = Array.from({ length: CARDS }, (_, at): QueueCard => {
    return { id: `new${at}`, note: `new${at}`, article: `a${at % 50}`, kind: 'read' }
  })
  const now = { at: START + 230 * DAY, utcOffset: 480 }
  const input = { states: state.cards, now, settings: state.settings }
  const newQueue = buildQueue({ ...input, cards: unseen, newRank: ({ id }) => id.length })
  const learner = learners()[0]!
  const tenThousand = answersOf(learner, 10_000, 1)
  const hundredThousand = answersOf(learner, 100_000, 1)
  const figures: Figure[] = [
    {
      name: 'replay 100,000 answers of 20,000 cards',
      ...best(5, () => replay(log, settings)),
      aim: 300,
    },
    { name: '… in random order', ...best(5, () => replay(disordered, settings)) },
    { name: 'make the image', ...best(5, () => encodeImage(state)) },
    { name: 'read the image', ...best(5, () => decodeImage(image, settings)) },
    {
      name: 'build the queue, 20,000 cards due',
      ...best(5, () => buildQueue({ ...input, cards })),
    },
    { name: 'choose anew among 20,000 new cards', ...best(5, () => rerankNew(newQueue)), aim: 50 },
    { name: 'fit 10,000 scored answers', ...best(3, () => finish(fit(tenThousand))), aim: 500 },
    { name: '… with the gate', ...best(1, () => finish(optimise(tenThousand, settings.weights))) },
    {
      name: 'fit 100,000 scored answers',
      ...best(2, () => finish(fit(hundredThousand))),
      aim: 3_000,
    },
    {
      name: '… with the gate',
      ...best(1, () => finish(optimise(hundredThousand, settings.weights))),
    },
    {
      name: 'a year at five retentions, 20,000 cards',
      ...best(1, () => {
        const simulated = {
          states: state.cards.values(),
          settings,
          today: studyDay(now.at, 480, 4),
        }
        return finish(simulateWorkloads(simulated, [0.8, 0.85, 0.9, 0.95, 0.97]))
      }),
      aim: 3_000,
    },
  ]
  return [...figures, ...answering(cards)]
}

/** From one card to the next: choices, entry, replay of it, queue. */
function answering(cards: readonly QueueCard[]): Figure[] {
  const state = replay(makeLog(), settings)
  let at = START + 230 * DAY
  const now = { at, utcOffset: 480 }
  const queue = buildQueue({ cards, states: state.cards, now, settings: state.settings })
  const times: number[] = []
  for (let count = 0; count < 200; count++) {
    const started = performance.now()
    const card = nextCard(queue, at)
    if (card === null) break
    const before = state.cards.get(card.id) ?? NEW_CARD
    const moment = { at, utcOffset: 480 }
    const entry = answerEntry({
      id: `Z${String(count).padStart(6, '0')}`,
      device: 'phone',
      card: card.id,
      rating: 'good',
      tookMs: 5_000,
      at: moment,
      choice: choices(before, moment, state.settings, card.id).good,
      previous: before.last,
      settings: state.settings,
    })
    applyEntries(state, [entry])
    answered(queue, card)
    times.push(performance.now() - started)
    at += 8_000
  }
  return [
    { name: 'from card to card, p50', value: quantile(times, 0.5), unit: 'ms' },
    { name: 'from card to card, p95', value: quantile(times, 0.95), unit: 'ms' },
  ]
}

/** A log as it comes from disk: in order, every string its own. */
function makeLog(): Answer[] {
  const random = seededRandom(1)
  const entries: Answer[] = []
  const last = new Map<string, string>()
  for (let round = 0; round < ANSWERS / CARDS; round++) {
    for (let number = 0; number < CARDS; number++) {
      const card = `note${String(number).padStart(6, '0')}:read:zh-en`
      const at =
        START + (round * 40 + Math.floor(random() * 40)) * DAY + Math.floor(random() * 3.6e6)
      const id = `01HX${String(round * CARDS + number).padStart(22, '0')}`
      const day = studyDay(at, 480, 4)
      const chance = random()
      const rating: Rating = chance < 0.1 ? 'again' : chance < 0.2 ? 'hard' : 'good'
      entries.push({
        id,
        at,
        device: 'phone',
        card,
        type: 'answer',
        rating,
        tookMs: 5_000,
        utcOffset: 480,
        rolloverHour: 4,
        studyDay: day,
        phase: 'review',
        remaining: 0,
        intervalSeconds: 20 * 86_400,
        dueAt: null,
        dueDay: day + Math.floor(random() * 60),
        weights: 'default',
        model: 'fsrs-6',
        previous: last.get(card) ?? null,
      })
      last.set(card, id)
    }
  }
  const ordered: Answer[] = JSON.parse(JSON.stringify(entries.toSorted((a, b) => a.at - b.at)))
  return ordered
}

/** The shortest of so many runs, ms: other programs only ever make it longer. */
function best(runs: number, work: () => unknown): { value: number; unit: 'ms' } {
  const times = Array.from({ length: runs }, () => {
    const started = performance.now()
    work()
    return performance.now() - started
  })
  return { value: Math.min(...times), unit: 'ms' }
}

function finish<T>(work: Generator<number, T>): T {
  for (;;) {
    const { value, done } = work.next()
    if (done === true) return value
  }
}
