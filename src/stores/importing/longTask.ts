import { shallowRef } from 'vue'
import type { Progress } from '../../worker/language/protocol.ts'

/** What is under way, for the progress bar. */
interface Task {
  readonly step: 'read' | 'dictionary' | Progress['step']
  readonly done: number
}

/** What takes long: one at a time, with progress, and cancelled by the next. A part of the import store. */
export function longTask() {
  const task = shallowRef<Task | null>(null)
  let abort: AbortController | null = null

  async function running(work: (signal: AbortSignal) => Promise<void>): Promise<void> {
    cancel()
    const own = new AbortController()
    abort = own
    try {
      await work(own.signal)
    } finally {
      if (abort === own) {
        task.value = null
        abort = null
      }
    }
  }

  function cancel(): void {
    abort?.abort()
  }
  return { task, running, cancel }
}
