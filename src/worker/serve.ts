import { expose } from 'comlink'
import { keepErrors } from './crossing.ts'

/** What a thread says when it is there: it holds this lock as long as it lives. */
export interface Hello {
  readonly lives: string
}

/**
 * Makes this worker a thread that answers calls. The browser ends workers without a word to the page (for memory, in its
 * task manager); but then it gives back their locks, and that the page can wait for.
 */
export function serve(thread: object): void {
  keepErrors()
  expose(thread)
  const hello: Hello = { lives: `duizhao-thread-${crypto.randomUUID()}` }
  void navigator.locks.request(hello.lives, () => {
    postMessage(hello)
    return new Promise<never>(() => undefined)
  })
}

/** The longest a task may go without letting messages in. */
const SLICE_MS = 40

/** Lets the thread's messages in: a message to oneself queues behind them, and is not clamped like a timer. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      channel.port1.close()
      resolve()
    }
    channel.port2.postMessage(null)
  })

/** The jobs a thread has under way, by number. */
export interface Jobs {
  /**
   * The result of a generator that yields its progress, run in slices so that messages get through between them.
   *
   * @throws AbortError as soon as the job is cancelled between two slices
   */
  run<P, R>(job: number, task: Generator<P, R>, onProgress: (progress: P) => void): Promise<R>
  /** Nothing happens when there is no such job (any more). */
  cancel(job: number): Promise<void>
}

/** A list of jobs, none yet. */
export function jobs(): Jobs {
  const underWay = new Set<number>()
  return {
    async run(job, task, onProgress) {
      underWay.add(job)
      try {
        let sliceEnds = performance.now() + SLICE_MS
        for (;;) {
          const step = task.next()
          if (step.done) return step.value
          if (performance.now() < sliceEnds) continue
          onProgress(step.value)
          await breathe()
          if (!underWay.has(job)) throw new DOMException('cancelled', 'AbortError')
          sliceEnds = performance.now() + SLICE_MS
        }
      } finally {
        underWay.delete(job)
      }
    },
    async cancel(job) {
      underWay.delete(job)
    },
  }
}
