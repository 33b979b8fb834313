import { wrap, type Endpoint, type Remote } from 'comlink'
import { AppError } from '../domain/errors.ts'
import { keepErrors } from './crossing.ts'
import type { Hello } from './serve.ts'

/** What every thread can be asked. */
export interface Cancellable {
  cancel(job: number): Promise<void>
}

/** A worker that has been started. */
export interface Connection {
  readonly endpoint: Endpoint
  terminate(): void
  /** Tells why when the worker is gone, however it went. */
  onLost(tell: (why: string) => void): void
}

export interface ThreadOptions<T> {
  readonly connect: () => Connection
  /** What a thread needs before its first task, each time one is started. */
  readonly prepare?: (thread: Remote<T>) => Promise<void>
  /** A thread without work is ended after so long. */
  readonly idleMs: number
}

/** The page's side of a thread: a worker that is started when it is needed, and again when it was lost. */
export interface Thread<T> {
  /**
   * The result of a call, under a number by which the thread knows the job.
   *
   * @throws AbortError once `signal` says so: the thread is asked to stop, and ended when it does not within 300 ms
   * @throws AppError `workerLost` when the worker is gone; the next call starts another one
   */
  run<R>(
    call: (thread: Remote<T>, job: number) => Promise<R>,
    signal?: AbortSignal | undefined,
  ): Promise<R>
  /** Prepares the worker once more, where one is running. */
  renew(): Promise<void>
  /** Ends the worker; calls under way reject with `workerLost`. */
  stop(): void
}

/** A cancelled job that does not stop by itself is ended with its worker. */
const PATIENCE_MS = 300

interface Running<T> {
  readonly remote: Remote<T>
  readonly ready: Promise<void>
  /** Rejects when the worker is gone. */
  readonly lost: Promise<never>
  readonly end: (error: Error) => void
  underWay: number
}

const aborted = () => new DOMException('cancelled', 'AbortError')
const lostBy = (cause: string) => new AppError('workerLost', { cause })

let lastJob = 0

/** A thread, not started yet. */
export function threadOf<T extends Cancellable>(options: ThreadOptions<T>): Thread<T> {
  keepErrors()
  let running: Running<T> | null = null
  let idle: ReturnType<typeof setTimeout> | undefined

  function start(): Running<T> {
    const connection = options.connect()
    const remote = wrap<T>(connection.endpoint)
    const { promise: lost, reject } = withReject()
    const end = (error: Error): void => {
      reject(error)
      connection.terminate()
      if (running === own) running = null
    }
    connection.onLost((why) => end(lostBy(why)))
    const ready = Promise.race([options.prepare?.(remote), lost])
    const own: Running<T> = { remote, ready, lost, end, underWay: 0 }
    // A worker that cannot be prepared is of no use: the next call tries with another one.
    ready.catch(end)
    return own
  }

  async function run<R>(
    call: (thread: Remote<T>, job: number) => Promise<R>,
    signal?: AbortSignal,
  ): Promise<R> {
    signal?.throwIfAborted()
    clearTimeout(idle)
    running ??= start()
    const own = running
    const job = ++lastJob
    const { promise: cancelled, reject: giveUp } = withReject()
    let patience: ReturnType<typeof setTimeout> | undefined
    let called = false
    const cancel = (): void => {
      // While the thread is being prepared there is nothing to stop yet.
      if (!called) return giveUp(aborted())
      void own.remote['cancel'](job)
      patience = setTimeout(() => {
        giveUp(aborted())
        own.end(lostBy('a cancelled job did not stop'))
      }, PATIENCE_MS)
    }
    signal?.addEventListener('abort', cancel, { once: true })
    own.underWay += 1
    try {
      await Promise.race([own.ready, cancelled])
      if (signal?.aborted) throw aborted()
      called = true
      const result = await Promise.race([call(own.remote, job), own.lost, cancelled])
      if (signal?.aborted) throw aborted()
      return result
    } finally {
      signal?.removeEventListener('abort', cancel)
      clearTimeout(patience)
      own.underWay -= 1
      if (own.underWay === 0 && running === own) {
        idle = setTimeout(() => own.end(lostBy('idle')), options.idleMs)
      }
    }
  }

  return {
    run,
    renew: async () => {
      if (running === null) return
      const { remote, lost } = running
      await Promise.race([options.prepare?.(remote), lost])
    },
    stop: () => {
      clearTimeout(idle)
      running?.end(lostBy('stopped'))
    },
  }
}

/** A promise that is only ever rejected, and is no accident when nobody waits for it. */
function withReject(): { promise: Promise<never>; reject: (error: Error) => void } {
  let reject: (error: Error) => void = () => undefined
  const promise = new Promise<never>((_resolve, refuse) => {
    reject = refuse
  })
  promise.catch(() => undefined)
  return { promise, reject }
}

const isHello = (data: unknown): data is Hello =>
  typeof data === 'object' && data !== null && 'lives' in data && typeof data.lives === 'string'

/** The connection with a worker of the browser whose side is `serve`d. */
export function connectionOf(worker: Worker): Connection {
  return {
    endpoint: worker,
    terminate: () => worker.terminate(),
    onLost: (tell) => {
      worker.addEventListener('error', ({ message }) => tell(message))
      worker.addEventListener('messageerror', () => tell('an answer could not be read'))
      worker.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
        if (isHello(data)) void navigator.locks.request(data.lives, () => tell('gone'))
      })
    },
  }
}
