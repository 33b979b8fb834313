import { proxy, transfer, wrap, type Remote } from 'comlink'
import { AppError } from '../../domain/errors.ts'
import type { CardFacts, Statistics } from '../../domain/srs/measure/measure.ts'
import type { Optimised } from '../../domain/srs/fit/optimise.ts'
import type { SrsSettings } from '../../domain/srs/settings.ts'
import type { Workload } from '../../domain/srs/simulate.ts'
import { buffersOf } from '../../formats/packedLog.ts'
import type { PackedLog } from '../../formats/packedLog.ts'
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

/** A thread without work is ended after so long. */
const IDLE_MS = 15_000
/** A cancelled job that does not stop by itself is ended with its thread. */
const PATIENCE_MS = 1_000

interface Running {
  readonly worker: Worker
  readonly thread: Remote<MemoryThread>
  /** Rejects when the browser ends the thread. */
  readonly lost: Promise<never>
}

let jobs = 0

function start(): Running {
  const worker = new Worker(new URL('./memory.worker.ts', import.meta.url), {
    type: 'module',
    name: 'duizhao-memory',
  })
  const lost = new Promise<never>((_resolve, reject) => {
    worker.addEventListener('error', ({ message }) => {
      reject(new AppError('workerLost', { cause: message }))
    })
  })
  return { worker, thread: wrap<MemoryThread>(worker), lost }
}

/** A memory thread that is started with its first task and ended when it has had none for a while. */
export function memoryClient(): MemoryClient {
  let running: Running | null = null
  let underWay = 0
  let idle: ReturnType<typeof setTimeout> | undefined

  function stop(): void {
    running?.worker.terminate()
    running = null
  }

  async function run<T>(
    signal: AbortSignal,
    task: (thread: Remote<MemoryThread>, job: number) => Promise<T>,
  ): Promise<T> {
    signal.throwIfAborted()
    clearTimeout(idle)
    running ??= start()
    const { thread, lost } = running
    lost.catch(stop)
    const job = ++jobs
    underWay += 1
    let patience: ReturnType<typeof setTimeout> | undefined
    let cancel = () => {}
    const cancelled = new Promise<never>((_resolve, reject) => {
      cancel = () => {
        void thread.cancel(job)
        patience = setTimeout(() => {
          stop()
          reject(new DOMException('cancelled', 'AbortError'))
        }, PATIENCE_MS)
      }
    })
    signal.addEventListener('abort', cancel, { once: true })
    try {
      return await Promise.race([task(thread, job), lost, cancelled])
    } finally {
      signal.removeEventListener('abort', cancel)
      clearTimeout(patience)
      underWay -= 1
      if (underWay === 0) idle = setTimeout(stop, IDLE_MS)
    }
  }

  const handedOver = (log: PackedLog): PackedLog => transfer(log, buffersOf(log))
  return {
    optimise: (log, settings, onProgress, signal) =>
      run(signal, (thread, job) =>
        thread.optimise(job, handedOver(log), settings, proxy(onProgress)),
      ),
    statistics: (log, settings, cards, now, signal) =>
      run(signal, (thread, job) => thread.statistics(job, handedOver(log), settings, cards, now)),
    simulate: (log, settings, plan, onProgress, signal) =>
      run(signal, (thread, job) =>
        thread.simulate(job, handedOver(log), settings, plan, proxy(onProgress)),
      ),
    stop,
  }
}
