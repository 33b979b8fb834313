import type { Browser } from '@playwright/test'
import { seededRandom, shuffled } from '../../src/domain/random.ts'
import { NEW_CARD } from '../../src/domain/srs/cardState.ts'
import { decodeImage, encodeImage } from '../../src/domain/srs/image.ts'
import { answered, buildQueue, nextCard, rerankNew } from '../../src/domain/srs/queue/queue.ts'
import type { QueueCard, QueueNotes } from '../../src/domain/srs/queue/notes.ts'
import { applyEntries, replay } from '../../src/domain/srs/replay.ts'
import { answerEntry, choices } from '../../src/domain/srs/schedule.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import { fit, optimise } from '../../src/domain/srs/fit/optimise.ts'
import { simulateWorkloads } from '../../src/domain/srs/simulate.ts'
import { studyDay } from '../../src/domain/time.ts'
import { answersOf, learners } from '../quality/learners.ts'
import { notesOf } from '../domain/srs/queue/notesOf.ts'
import { TestServer } from '../e2e/testServer.ts'
import { openBenchPage } from './benchPage.ts'
import { quantile } from './figure.ts'
import type { Figure } from './figure.ts'
import { CARDS, END, makeLog } from './longLog.ts'
import { surveys } from './survey.ts'

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
  const notes = notesOf(cards)
  const unseen = Array.from({ length: CARDS }, (_, at): QueueCard => {
    return { id: `new${at}`, note: `new${at}`, article: `a${at % 50}`, kind: 'read' }
  })
  const now = { at: END, utcOffset: 480 }
  const input = { states: state.cards, now, settings: state.settings }
  const newQueue = buildQueue({
    ...input,
    notes: notesOf(unseen),
    newRank: (note) => note.length,
  })
  const retentions = Array.from({ length: 30 }, (_, step) => (70 + step) / 100)
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
      ...best(5, () => buildQueue({ ...input, notes })),
    },
    ...surveys().map(({ name, work }): Figure => ({ name, ...best(5, work) })),
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
      name: 'a year at thirty retentions, 20,000 cards',
      ...best(1, () => {
        const simulated = {
          states: state.cards.values(),
          settings,
          today: studyDay(now.at, 480, 4),
        }
        return finish(simulateWorkloads(simulated, retentions))
      }),
      aim: 3_000,
    },
  ]
  return [...figures, ...answering(notes)]
}

/** The same in Chromium's worker, from the page and back: the log is transferred, unpacked and gone through. */
export async function measureMemoryThread(browser: Browser, site: string): Promise<Figure[]> {
  const server = new TestServer(site)
  await server.start()
  const page = await browser.newPage()
  try {
    await openBenchPage(page, server)
    const times = await page.evaluate(async () => {
      if (window.bench === undefined) throw new Error('no bench')
      return await window.bench.memory()
    })
    const ms = (name: string, value: number, aim?: number): Figure => ({
      name,
      value,
      unit: 'ms',
      ...(aim !== undefined && { aim }),
    })
    return [
      ms('fit 10,000 scored answers', times.fit10kMs, 500),
      ms('… with the gate', times.gate10kMs),
      ms('fit 100,000 scored answers', times.fit100kMs, 3_000),
      ms('… with the gate', times.gate100kMs, 3_000),
      ms('cancelled, at the worst of six moments', Math.max(...times.cancelMs), 100),
      ms('all statistics, 100,000 answers of 20,000 cards', times.statisticsMs),
      ms('a year at thirty retentions, 20,000 cards', times.simulatorMs, 3_000),
    ]
  } finally {
    await page.close()
    await server.stop()
  }
}

/** From one card to the next: choices, entry, replay of it, queue. */
function answering(notes: QueueNotes): Figure[] {
  const state = replay(makeLog(), settings)
  let at = END
  const now = { at, utcOffset: 480 }
  const queue = buildQueue({ notes, states: state.cards, now, settings: state.settings })
  const times: number[] = []
  for (let count = 0; count < 200; count++) {
    const started = performance.now()
    const card = nextCard(queue, at)
    if (card === null) break
    const before = state.cards.get(card.id) ?? NEW_CARD
    const moment = { at, utcOffset: 480 }
    const entry = {
      id: `Z${String(count).padStart(6, '0')}`,
      at: at,
      device: 'phone',
      ...answerEntry({
        card: card.id,
        rating: 'good',
        tookMs: 5_000,
        at: moment,
        choice: choices(before, moment, state.settings, card.id).good,
        previous: before.last,
        settings: state.settings,
      }),
    }
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
