import { proxy, transfer, wrap, type Remote } from 'comlink'
import { AppError } from '../../domain/errors.ts'
import type { Side } from '../../domain/model.ts'
import type {
  Bitext,
  DictionaryFiles,
  Doubt,
  Draft,
  InputFile,
  LanguageThread,
  Layout,
  Progress,
} from './protocol.ts'

/** The page's side of the language thread: one worker, started when it is first needed, restarted when it dies. */
export interface LanguageClient {
  readonly thread: Remote<LanguageThread>
  readFiles(files: readonly InputFile[]): ReturnType<Remote<LanguageThread>['readFiles']>
  build(
    layout: Layout,
    learning: Side,
    onProgress: (progress: Progress) => void,
    signal: AbortSignal,
  ): Promise<Draft>
  /** What looks wrong in a translation. Progress is 0 … 1. */
  doubts(
    bitext: Bitext,
    onProgress: (done: number) => void,
    signal: AbortSignal,
  ): Promise<readonly Doubt[]>
  open(files: DictionaryFiles): Promise<void>
  stop(): void
}

let jobs = 0

/** Starts the language thread. `onLost` is told when the browser ends it; the next task needs a new one. */
export function startLanguageThread(onLost: (error: AppError) => void): LanguageClient {
  const worker = new Worker(new URL('./language.worker.ts', import.meta.url), {
    type: 'module',
    name: 'duizhao-language',
  })
  worker.addEventListener('error', (event) => {
    onLost(new AppError('workerLost', { cause: event.message }))
  })
  const thread = wrap<LanguageThread>(worker)

  /** Runs something under a number by which the signal cancels it. */
  async function asJob<T>(signal: AbortSignal, run: (job: number) => Promise<T>): Promise<T> {
    signal.throwIfAborted()
    const job = ++jobs
    const cancel = () => void thread.cancel(job)
    signal.addEventListener('abort', cancel, { once: true })
    try {
      return await run(job)
    } finally {
      signal.removeEventListener('abort', cancel)
    }
  }

  return {
    thread,
    readFiles: (files) => {
      const buffers = files.map((file) => file.bytes.buffer)
      return thread.readFiles(transfer([...files], buffers as ArrayBuffer[]))
    },
    build: (layout, learning, onProgress, signal) =>
      asJob(signal, (job) => thread.build(job, layout, learning, proxy(onProgress))),
    doubts: ({ texts, segments, beads }, onProgress, signal) =>
      asJob(signal, (job) => thread.doubts(job, { texts, segments, beads }, proxy(onProgress))),
    open: (files) => thread.open(transfer(files, Object.values<ArrayBuffer>({ ...files }))),
    stop: () => worker.terminate(),
  }
}
