import { type ChildProcess, fork } from 'node:child_process'
import { mkdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { batchJobs, type BatchJob } from './batchFiles.ts'
import type { BatchAnswer, BatchOrder } from './batchDeck.ts'
import type { Said } from './deckDetails.ts'
import { Complaint } from './inputFile.ts'

/** What reads TypeScript, wherever this is run from. */
const TSX = pathToFileURL(createRequire(import.meta.url).resolve('tsx')).href
const WORKER = fileURLToPath(new URL('batchWorker.ts', import.meta.url))

/**
 * Makes a deck of every file in a folder, or of every two that are the sides of one article, on all cores. Decks that are there
 * already and newer than their files stay; a file that cannot be used is told of, and stops nothing.
 *
 * @param note is told what went wrong, a sentence at a time
 * @param start begins a process that makes decks
 * @returns what was done, a sentence
 * @throws Complaint when the folder cannot be read, or some of its files could not be used
 */
export async function batch(
  folder: string,
  out: string,
  said: Said,
  note: (sentence: string) => void,
  start: () => Maker = forked,
): Promise<string> {
  const { jobs, done } = await batchJobs(folder, out)
  await mkdir(out, { recursive: true }).catch((cause: unknown) => {
    throw new Complaint(`${out} cannot be made.`, { cause })
  })
  const bad: string[] = []
  let finished = 0
  const queue = [...jobs]
  const tell = (job: BatchJob, answer: BatchAnswer) => {
    finished += 1
    if (answer !== null) {
      bad.push(job.out)
      clearProgress()
      note(answer)
    }
    showProgress(finished, jobs.length)
  }
  const workers = Math.min(availableParallelism(), jobs.length)
  await Promise.all(Array.from({ length: workers }, () => work(queue, said, start(), tell)))
  clearProgress()
  const made = jobs.length - bad.length
  const there = done === 0 ? '' : `, ${done} were there already`
  const whole = `${made} of ${jobs.length + done} decks written to ${out}${there}.`
  if (bad.length > 0) throw new Complaint(`${whole} ${bad.length} could not be made.`)
  return `${whole}\n`
}

/** Makes one deck after the other. */
export interface Maker {
  make(order: BatchOrder): Promise<BatchAnswer>
  stop(): void
}

async function work(
  queue: BatchJob[],
  said: Said,
  maker: Maker,
  tell: (job: BatchJob, answer: BatchAnswer) => void,
): Promise<void> {
  for (let job = queue.shift(); job !== undefined; job = queue.shift())
    tell(job, await maker.make({ job, said }))
  maker.stop()
}

/** A process of its own; another takes its place when it dies. */
function forked(): Maker {
  let child: ChildProcess | null = null
  return {
    make: (order) =>
      new Promise((resolve) => {
        const own = (child ??= fork(WORKER, {
          execArgv: ['--import', TSX],
          stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
        }))
        const onMessage = (answer: unknown) => {
          own.off('exit', onExit)
          resolve(typeof answer === 'string' ? answer : null)
        }
        const onExit = () => {
          own.off('message', onMessage)
          child = null
          resolve(`${order.job.files.join(' and ')} took too much memory.`)
        }
        own.once('message', onMessage)
        own.once('exit', onExit)
        own.send(order)
      }),
    stop: () => child?.disconnect(),
  }
}

const WIDTH = 30
/** A bar on a terminal; nothing where the output goes into a file. */
function showProgress(done: number, of: number): void {
  if (!process.stderr.isTTY) return
  const full = Math.round((WIDTH * done) / of)
  process.stderr.write(`\r[${'#'.repeat(full)}${' '.repeat(WIDTH - full)}] ${done}/${of}`)
}
function clearProgress(): void {
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K')
}
