import { proxy, transfer, type Remote } from 'comlink'
import type { Side } from '../../domain/model.ts'
import { connectionOf, threadOf } from '../thread.ts'
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

/** A call of the thread, and a signal that gives it up. */
type Call<F> = F extends (...given: infer Given) => infer Result
  ? (...given: [...Given, signal?: AbortSignal]) => Result
  : never

/** What is asked of the thread as it is: quick, or at least not long. */
type Plain =
  | 'readClip'
  | 'recognise'
  | 'draftOf'
  | 'words'
  | 'lookUp'
  | 'meantHere'
  | 'convert'
  | 'foci'

/**
 * The page's side of the language thread: one worker, started when it is first needed and again when it was lost, each
 * time with the dictionary. Calls reject with AbortError when their signal says so, and with AppError `workerLost` when
 * the browser ended the worker; the next call starts a new one.
 */
export interface LanguageClient {
  readonly thread: { readonly [K in Plain]: Call<LanguageThread[K]> }
  readFiles(
    files: readonly InputFile[],
    signal?: AbortSignal,
  ): ReturnType<LanguageThread['readFiles']>
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
  /** Resolves when there is a thread with its dictionary. */
  ready(signal?: AbortSignal): Promise<void>
  /** Gives the thread, where one is running, the dictionary as it is now. */
  renew(): Promise<void>
  stop(): void
}

/** Whoever reads looks up a word now and then, and should not wait for the dictionary each time. */
const IDLE_MS = 300_000

const connect = () =>
  connectionOf(
    new Worker(new URL('./language.worker.ts', import.meta.url), {
      type: 'module',
      name: 'duizhao-language',
    }),
  )

/**
 * A language thread.
 *
 * @param files reads the dictionary for a worker that has none yet
 */
export function startLanguageThread(files: () => Promise<DictionaryFiles>): LanguageClient {
  const prepare = async (thread: Remote<LanguageThread>) => {
    const read = await files()
    const buffers = Object.values({ ...read }).filter((one) => one instanceof ArrayBuffer)
    await thread.open(transfer(read, buffers))
  }
  const { run, renew, stop } = threadOf<LanguageThread>({ connect, prepare, idleMs: IDLE_MS })
  return {
    thread: {
      readClip: (clip, signal) => run((thread) => thread.readClip(clip), signal),
      recognise: (source, choice, signal) =>
        run((thread) => thread.recognise(source, choice), signal),
      draftOf: (deck, signal) => run((thread) => thread.draftOf(deck), signal),
      words: (texts, side, cuts, translations, signal) =>
        run((thread) => thread.words(texts, side, cuts, translations), signal),
      lookUp: (text, at, side, cuts, alone, translation, signal) =>
        run((thread) => thread.lookUp(text, at, side, cuts, alone, translation), signal),
      meantHere: (info, here, signal) => run((thread) => thread.meantHere(info, here), signal),
      convert: (texts, script, signal) => run((thread) => thread.convert(texts, script), signal),
      foci: (requests, side, cuts, signal) =>
        run((thread) => thread.foci(requests, side, cuts), signal),
    },
    readFiles: (files, signal) => {
      const buffers = files.map((file) => file.bytes.buffer)
      return run((thread) => thread.readFiles(transfer([...files], buffers)), signal)
    },
    build: (layout, learning, onProgress, signal) =>
      run((thread, job) => thread.build(job, layout, learning, proxy(onProgress)), signal),
    doubts: ({ texts, segments, beads }, onProgress, signal) =>
      run(
        (thread, job) => thread.doubts(job, { texts, segments, beads }, proxy(onProgress)),
        signal,
      ),
    ready: (signal) => run(async () => undefined, signal),
    renew,
    stop,
  }
}
