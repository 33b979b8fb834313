import { runInSlices } from '../longTask.ts'
import type { MemoryThread } from './protocol.ts'
import { measureLog, optimiseLog, simulateLog } from './tasks.ts'

/** The memory thread's side: it holds the numbers of cancelled jobs, nothing else. */
export function memoryThread(): MemoryThread {
  const cancelled = new Set<number>()

  async function run<R>(
    job: number,
    task: Generator<number, R>,
    onProgress: (progress: number) => void,
  ): Promise<R> {
    try {
      return await runInSlices(task, onProgress, () => cancelled.has(job))
    } finally {
      cancelled.delete(job)
    }
  }
  return {
    optimise: (job, log, settings, onProgress) => run(job, optimiseLog(log, settings), onProgress),
    statistics: (job, log, settings, cards, now) =>
      run(job, measureLog(log, settings, cards, now), () => undefined),
    simulate: (job, log, settings, plan, onProgress) =>
      run(job, simulateLog(log, settings, plan), onProgress),
    cancel: async (job) => {
      cancelled.add(job)
    },
  }
}
