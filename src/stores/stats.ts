import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { IndexedCard } from '../domain/cards/queueNotes.ts'
import { srsSettingsOf } from '../domain/learner/settings.ts'
import type { Side } from '../domain/model.ts'
import type { CardFacts, Statistics } from '../domain/srs/measure/measure.ts'
import type { Workload } from '../domain/srs/simulate.ts'
import { studyDayOf } from '../domain/time.ts'
import { wordGroups } from '../storage/wordGroups.ts'
import { readPackedLog } from '../storage/readLog.ts'
import { useDisk } from './disk.ts'
import { useMemory } from './memory.ts'
import { useMemoryThread } from './memoryThread.ts'
import { useSettings } from './settings.ts'

/** Desired retentions whose price is worked out: every percent there is to choose. */
const RETENTIONS = Array.from({ length: 30 }, (_, step) => (70 + step) / 100)
const SIMULATED_DAYS = 365
const MOST_SIMULATED = 3_000

/** What the log says about the learner, and what other desired retentions would cost: both taken in the memory thread. */
export const useStats = defineStore('stats', () => {
  const disk = useDisk()
  const memory = useMemory()
  const settings = useSettings()
  const thread = useMemoryThread()

  const statistics = shallowRef<Statistics | null>(null)
  const workloads = shallowRef<readonly Workload[] | null>(null)
  const simulating = ref(false)
  const progress = ref(0)
  let measuring = new AbortController()
  let simulation = new AbortController()

  function today() {
    const moment = memory.now()
    return { at: moment.at, day: studyDayOf(moment, settings.learner.rolloverHour) }
  }

  /** Takes the statistics anew. */
  async function load(): Promise<void> {
    measuring.abort()
    measuring = new AbortController()
    const { signal } = measuring
    await memory.load()
    const device = await disk.open()
    const { learning } = settings.learner
    const [groups, log, client] = await Promise.all([
      wordGroups(device, learning),
      readPackedLog(device),
      thread.open(),
    ])
    const cards = memory.cards.map((card) => factsOf(card, groups, learning))
    const srs = srsSettingsOf(settings.learner)
    const taken = await client.statistics(log, srs, cards, today(), signal)
    statistics.value = taken
  }

  /** What every desired retention would cost, worked out from the learner's own cards. Some hundred milliseconds. */
  async function simulate(): Promise<void> {
    simulation.abort()
    simulation = new AbortController()
    const { signal } = simulation
    simulating.value = true
    progress.value = 0
    try {
      await memory.load()
      const [log, client] = await Promise.all([readPackedLog(await disk.open()), thread.open()])
      const { cards: states } = memory.today().state
      const plan = {
        today: today().day,
        retentions: RETENTIONS,
        newCards: memory.cards.filter(({ id }) => !states.has(id)).length,
        days: SIMULATED_DAYS,
        mostCards: MOST_SIMULATED,
      }
      const report = (done: number) => {
        progress.value = done
      }
      const srs = srsSettingsOf(settings.learner)
      workloads.value = await client.simulate(log, srs, plan, report, signal)
    } finally {
      if (simulation.signal === signal) simulating.value = false
    }
  }

  function cancel(): void {
    simulation.abort()
  }
  return { statistics, workloads, simulating, progress, load, simulate, cancel }
})

/** A word is known by its reading card: only that one counts, under the word's level. */
function factsOf(
  card: IndexedCard,
  groups: ReadonlyMap<string, string>,
  learning: Side,
): CardFacts {
  const speaks = card.noteKind === 'term' && card.kind === 'read' && card.learning === learning
  const group = speaks ? (groups.get(card.note) ?? null) : null
  return { id: card.id, articles: card.articles, group }
}
