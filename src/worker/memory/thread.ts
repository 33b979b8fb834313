import { jobs } from '../serve.ts'
import type { MemoryThread } from './protocol.ts'
import { measureLog, optimiseLog, simulateLog } from './tasks.ts'

/** The memory thread's side: it holds the numbers of the jobs under way, nothing else. */
export function memoryThread(): MemoryThread {
  const { run, cancel } = jobs()
  return {
    optimise: (job, log, settings, onProgress) => run(job, optimiseLog(log, settings), onProgress),
    statistics: (job, log, settings, cards, now) =>
      run(job, measureLog(log, settings, cards, now), () => undefined),
    simulate: (job, log, settings, plan, onProgress) =>
      run(job, simulateLog(log, settings, plan), onProgress),
    cancel,
  }
}
