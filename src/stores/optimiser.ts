import { keepQuietly } from '../storage/refusals.ts'
import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { srsSettingsOf } from '../domain/learner/settings.ts'
import { OPTIMISE_EVERY } from '../domain/srs/fit/optimise.ts'
import { setBefore, weightSets } from '../domain/srs/fit/weightsHistory.ts'
import type { WeightSet } from '../domain/srs/fit/weightsHistory.ts'
import { othersIn } from '../formats/packedLog.ts'
import { readAttempt, rememberAttempt, type Attempt } from '../storage/attempts.ts'
import { readPackedLog } from '../storage/readLog.ts'
import { countAnswers } from '../storage/reviewLog.ts'
import { useDisk } from './disk.ts'
import { useMemory } from './memory.ts'
import { useMemoryThread } from './memoryThread.ts'
import { useSettings } from './settings.ts'

/**
 * Weights fitted to this learner: by itself every so many reviews, or on demand. An accepted fit is an entry of the log;
 * intervals follow it from the next answer of each card on.
 */
export const useOptimiser = defineStore('optimiser', () => {
  const disk = useDisk()
  const memory = useMemory()
  const settings = useSettings()
  const thread = useMemoryThread()

  const last = shallowRef<Attempt | null>(null)
  /** The weights that can be gone back to. */
  const earlier = shallowRef<WeightSet | null>(null)
  const running = ref(false)
  const progress = ref(0)
  let controller = new AbortController()

  /** Reads what the last attempt came to, and which weights came before those in force. */
  async function load(): Promise<void> {
    const device = await disk.open()
    const [attempt, log] = await Promise.all([readAttempt(device), readPackedLog(device)])
    last.value = attempt
    earlier.value = setBefore(weightSets(othersIn(log), srsSettingsOf(settings.learner)))
  }

  /**
   * Fits when it is time to: after {@link OPTIMISE_EVERY} new reviews, if the learner lets it. For the end of a session and
   * idle moments.
   *
   * @param mayChange asked before new weights are put in force; when a review has begun meanwhile they are dropped, and
   *   the next call tries again
   */
  async function considerRunning(mayChange: () => boolean = () => true): Promise<void> {
    const { autoOptimise, model } = settings.learner
    if (!autoOptimise || model !== 'fsrs-6' || running.value) return
    const device = await disk.open()
    const [attempt, answers] = await Promise.all([readAttempt(device), countAnswers(device)])
    // Nobody asked for it: where there is no room for new weights, it is tried another time.
    if (answers - (attempt?.answers ?? 0) >= OPTIMISE_EVERY) await keepQuietly(() => run(mayChange))
  }

  /** Fits now, and lets the gate decide. Throws AbortError when it is cancelled. */
  async function run(mayChange: () => boolean = () => true): Promise<void> {
    if (running.value) return
    running.value = true
    progress.value = 0
    controller = new AbortController()
    try {
      const device = await disk.open()
      // Of two tabs one after the other.
      await device.locks(`${device.name}-optimise`, () => attempt(mayChange))
    } finally {
      running.value = false
    }
    await load()
  }

  async function attempt(mayChange: () => boolean): Promise<void> {
    const device = await disk.open()
    const { signal } = controller
    await memory.load()
    const [answers, log, client] = await Promise.all([
      countAnswers(device),
      readPackedLog(device),
      thread.open(),
    ])
    const report = (done: number) => {
      progress.value = done
    }
    const found = await client.optimise(log, srsSettingsOf(settings.learner), report, signal)
    if (!mayChange()) return
    const { weights, accepted, scored, before, after } = found
    if (accepted) await memory.append([{ type: 'weights', model: 'fsrs-6', weights }])
    await rememberAttempt(device, {
      at: device.now(),
      answers,
      scored,
      accepted,
      before,
      after,
    })
  }

  function cancel(): void {
    controller.abort()
  }

  /** Puts the weights before those in force back in force: another entry of the log. */
  async function goBack(): Promise<void> {
    await load()
    if (earlier.value === null) return
    const { model } = settings.learner
    await memory.load()
    await memory.append([{ type: 'weights', model, weights: earlier.value.weights }])
    await load()
  }

  return { last, earlier, running, progress, load, considerRunning, run, cancel, goBack }
})
