/** The memory thread in the browser's own worker: the whole way there and back, unpacking and training set included. */
import { type Answer, type Entry } from '../../../src/domain/srs/entries.ts'
import { RATINGS } from '../../../src/domain/model.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../src/domain/srs/settings.ts'
import type { TrainingSet } from '../../../src/domain/srs/fit/trainingSet.ts'
import { DAY_MS, studyDay } from '../../../src/domain/time.ts'
import { packEntries } from '../../../src/formats/packedEntries.ts'
import type { PackedLog } from '../../../src/formats/packedLog.ts'
import { memoryClient, type MemoryClient } from '../../../src/worker/memory/client.ts'
import { answersOf, learners } from '../../quality/learners.ts'
import { CARDS, END, makeLog } from '../longLog.ts'

export interface MemoryTimes {
  readonly fit10kMs: number
  readonly fit100kMs: number
  readonly gate10kMs: number
  readonly gate100kMs: number
  /** From cancelling to the job's end, one for each moment tried. */
  readonly cancelMs: readonly number[]
  readonly statisticsMs: number
  readonly simulatorMs: number
}

const SEGMENT = 500
const settings = DEFAULT_SRS_SETTINGS
const forever = new AbortController().signal
const quietly = (): void => undefined

function packed(entries: readonly Entry[]): PackedLog {
  const segments = []
  for (let from = 0; from < entries.length; from += SEGMENT)
    segments.push(packEntries(entries.slice(from, from + SEGMENT)))
  return { segments, pending: [] }
}

/** The log that a training set could come from. */
function logOf({ starts, grades, times }: TrainingSet): Answer[] {
  const [pattern] = makeLog(1, 1)
  const log: Answer[] = []
  for (let card = 0; card + 1 < starts.length; card++) {
    for (let row = starts[card]!; row < starts[card + 1]!; row++) {
      const at = Math.round(times[row]! * DAY_MS)
      const id = String(row).padStart(26, '0')
      const rating = RATINGS[grades[row]! - 1]!
      log.push({ ...pattern!, id, at, studyDay: Math.floor(times[row]!), card: `c${card}`, rating })
    }
  }
  return log.sort((a, b) => a.at - b.at)
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return performance.now() - startedAt
}

/** With weights younger than every answer the gate has nothing to judge by: what is left is the fit alone. */
function withoutGate(log: readonly Answer[]): PackedLog {
  const { weights } = settings
  const last: Entry = {
    type: 'weights',
    id: 'w',
    at: 1e15,
    device: 'phone',
    model: 'fsrs-6',
    weights: weights.map((weight, at) => (at === 0 ? weight * 1.01 : weight)),
  }
  return packed([...log, last])
}

async function cancelledAfter(client: MemoryClient, log: PackedLog, ms: number): Promise<number> {
  const controller = new AbortController()
  const work = client.optimise(log, settings, quietly, controller.signal)
  await new Promise((resolve) => setTimeout(resolve, ms))
  const cancelledAt = performance.now()
  controller.abort()
  await work.catch(quietly)
  return performance.now() - cancelledAt
}

export async function memoryTimes(): Promise<MemoryTimes> {
  const client = memoryClient()
  const [learner] = learners()
  const small = logOf(answersOf(learner!, 10_000, 1))
  const large = logOf(answersOf(learner!, 100_000, 1))
  const optimise = (log: PackedLog) => timed(() => client.optimise(log, settings, quietly, forever))
  // The first time starts the thread and warms its code.
  await optimise(packed(small))
  const fit10kMs = await optimise(withoutGate(small))
  const gate10kMs = await optimise(packed(small))
  const fit100kMs = await optimise(withoutGate(large))
  const gate100kMs = await optimise(packed(large))
  const cancelMs: number[] = []
  for (const ms of [20, 150, 300, 450, 600, 800]) {
    cancelMs.push(await cancelledAfter(client, packed(large), ms))
  }

  const long = makeLog()
  const day = studyDay(END, 480, 4)
  const facts = Array.from({ length: CARDS }, (_, at) => {
    return { id: long[at]!.card, articles: [`a${at % 50}`], group: String((at % 7) + 1) }
  })
  const log = packed(long)
  const statisticsMs = await timed(() =>
    client.statistics(log, settings, facts, { at: END, day }, forever),
  )
  const plan = {
    today: day,
    retentions: Array.from({ length: 30 }, (_, step) => (70 + step) / 100),
    newCards: 400,
    days: 365,
    mostCards: 3_000,
  }
  const again = packed(long)
  const simulatorMs = await timed(() => client.simulate(again, settings, plan, quietly, forever))
  client.stop()
  return { fit10kMs, fit100kMs, gate10kMs, gate100kMs, cancelMs, statisticsMs, simulatorMs }
}
