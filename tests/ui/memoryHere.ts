import type { MemoryClient } from '../../src/worker/memory/client.ts'
import { memoryThread } from '../../src/worker/memory/thread.ts'

let jobs = 0

/**
 * The memory thread in this thread: happy-dom has no workers. To be put in place of one edge:
 *
 *     vi.mock('…/src/worker/memoryClient.ts', () => import('…/memoryHere.ts'))
 */
export function memoryClient(): MemoryClient {
  const thread = memoryThread()
  /** A job that is cancelled when the signal says so. */
  const run = async <T>(signal: AbortSignal, task: (job: number) => Promise<T>): Promise<T> => {
    signal.throwIfAborted()
    const job = ++jobs
    signal.addEventListener('abort', () => void thread.cancel(job))
    return await task(job)
  }
  return {
    optimise: (log, settings, onProgress, signal) =>
      run(signal, (job) => thread.optimise(job, log, settings, onProgress)),
    statistics: (log, settings, cards, now, signal) =>
      run(signal, (job) => thread.statistics(job, log, settings, cards, now)),
    simulate: (log, settings, plan, onProgress, signal) =>
      run(signal, (job) => thread.simulate(job, log, settings, plan, onProgress)),
    stop: () => undefined,
  }
}
