import { proxy, transfer } from 'comlink'
import type { CardFacts, Statistics } from '../../domain/srs/measure/measure.ts'
import type { Optimised } from '../../domain/srs/fit/optimise.ts'
import type { SrsSettings } from '../../domain/srs/settings.ts'
import type { Workload } from '../../domain/srs/simulate.ts'
import { buffersOf } from '../../formats/packedLog.ts'
import type { PackedLog } from '../../formats/packedLog.ts'
import { connectionOf, threadOf } from '../thread.ts'
import type { MemoryThread, Now, Plan } from './protocol.ts'

type OnProgress = (progress: number) => void

/**
 * The page's side of the memory thread. The log is handed over with each task and cannot be used afterwards.
 *
 * Every task rejects with AbortError when its signal says so, and with AppError `workerLost` when the browser ended the
 * thread; the next task starts a new one.
 */
export interface MemoryClient {
  optimise(
    log: PackedLog,
    settings: SrsSettings,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<Optimised>
  statistics(
    log: PackedLog,
    settings: SrsSettings,
    cards: readonly CardFacts[],
    now: Now,
    signal: AbortSignal,
  ): Promise<Statistics>
  simulate(
    log: PackedLog,
    settings: SrsSettings,
    plan: Plan,
    onProgress: OnProgress,
    signal: AbortSignal,
  ): Promise<readonly Workload[]>
  stop(): void
}

/** It holds nothing that would have to be made again. */
const IDLE_MS = 15_000

const connect = () =>
  connectionOf(
    new Worker(new URL('./memory.worker.ts', import.meta.url), {
      type: 'module',
      name: 'duizhao-memory',
    }),
  )

/** A memory thread that is started with its first task. */
export function memoryClient(): MemoryClient {
  const { run, stop } = threadOf<MemoryThread>({ connect, idleMs: IDLE_MS })
  const handedOver = (log: PackedLog): PackedLog => transfer(log, buffersOf(log))
  return {
    optimise: (log, settings, onProgress, signal) =>
      run(
        (thread, job) => thread.optimise(job, handedOver(log), settings, proxy(onProgress)),
        signal,
      ),
    statistics: (log, settings, cards, now, signal) =>
      run((thread, job) => thread.statistics(job, handedOver(log), settings, cards, now), signal),
    simulate: (log, settings, plan, onProgress, signal) =>
      run(
        (thread, job) => thread.simulate(job, handedOver(log), settings, plan, proxy(onProgress)),
        signal,
      ),
    stop,
  }
}
