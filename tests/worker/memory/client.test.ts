import { expose } from 'comlink'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { DEFAULT_SRS_SETTINGS } from '../../../src/domain/srs/settings.ts'
import { packEntries } from '../../../src/formats/packedEntries.ts'
import type { PackedLog } from '../../../src/formats/packedLog.ts'
import { memoryClient } from '../../../src/worker/memory/client.ts'
import { memoryThread } from '../../../src/worker/memory/thread.ts'
import { answer } from '../../domain/srs/devices.ts'

/** A worker without a thread of its own: the memory thread behind the messages of a channel. */
class HereWorker extends EventTarget {
  static started: HereWorker[] = []
  readonly #channel = new MessageChannel()
  ended = false

  constructor() {
    super()
    HereWorker.started.push(this)
    expose(memoryThread(), this.#channel.port2)
    this.#channel.port1.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      this.dispatchEvent(new MessageEvent('message', { data }))
    })
    this.#channel.port1.start()
  }

  postMessage(message: unknown, transfer: Transferable[]): void {
    if (!this.ended) this.#channel.port1.postMessage(message, transfer)
  }

  terminate(): void {
    this.ended = true
    this.#channel.port1.close()
  }
}

beforeEach(() => {
  HereWorker.started = []
  vi.stubGlobal('Worker', HereWorker)
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  for (const worker of HereWorker.started) worker.terminate()
})

const settings = DEFAULT_SRS_SETTINGS
const never = new AbortController().signal
const quietly = () => undefined

function log(answers = 200): PackedLog {
  const entries = Array.from({ length: answers }, (_, at) =>
    answer({ id: String(at).padStart(6, '0'), at: 1.7e12 + at * 9e7, card: `c${at % 40}` }),
  )
  return { segments: [packEntries(entries)], pending: [] }
}
const plan = { today: 20_300, retentions: [0.9], newCards: 0, days: 30, mostCards: 100 }

describe('the page’s side of the memory thread', () => {
  it('starts the thread with the first task and keeps it for the next', async () => {
    const client = memoryClient()
    expect(HereWorker.started).toHaveLength(0)
    const { scored } = await client.optimise(log(), settings, quietly, never)
    expect(scored).toBe(160)
    const [workload] = await client.simulate(log(), settings, plan, quietly, never)
    expect(workload!.answersPerDay).toBeGreaterThan(0)
    expect(HereWorker.started).toHaveLength(1)
    client.stop()
  })

  it('hands the log over instead of copying it', async () => {
    const client = memoryClient()
    const mine = log()
    await client.optimise(mine, settings, quietly, never)
    expect(mine.segments[0]!.at).toHaveLength(0)
    client.stop()
  })

  it('tells the thread to stop when the signal says so', async () => {
    const client = memoryClient()
    const controller = new AbortController()
    const work = client.optimise(log(20_000), settings, () => controller.abort(), controller.signal)
    await expect(work).rejects.toMatchObject({ name: 'AbortError' })
    expect(HereWorker.started[0]!.ended).toBe(false)
    client.stop()
  })

  it('does nothing for a signal that has spoken already', async () => {
    const client = memoryClient()
    const work = client.optimise(log(), settings, quietly, AbortSignal.abort())
    await expect(work).rejects.toMatchObject({ name: 'AbortError' })
    expect(HereWorker.started).toHaveLength(0)
  })

  it('ends a thread that does not listen, and starts another one for the next task', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const client = memoryClient()
    const controller = new AbortController()
    const work = client.optimise(log(), settings, quietly, controller.signal)
    await new Promise(setImmediate)
    // As if it hung: nothing goes in or out any more.
    HereWorker.started[0]!.ended = true
    HereWorker.started[0]!.terminate()
    controller.abort()
    const [outcome] = await Promise.all([
      work.catch((error: unknown) => error),
      vi.advanceTimersByTimeAsync(300),
    ])
    expect(outcome).toMatchObject({ name: 'AbortError' })
    await client.optimise(log(), settings, quietly, never)
    expect(HereWorker.started).toHaveLength(2)
    client.stop()
  })

  it('says when the browser has ended the thread', async () => {
    const client = memoryClient()
    const work = client.optimise(log(), settings, quietly, never)
    const lost = Object.assign(new Event('error'), { message: 'out of memory' })
    HereWorker.started[0]!.dispatchEvent(lost)
    await expect(work).rejects.toMatchObject({ code: 'workerLost' })
    await client.optimise(log(), settings, quietly, never)
    expect(HereWorker.started).toHaveLength(2)
    client.stop()
  })

  it('ends the thread when it has had nothing to do for a while', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] })
    const client = memoryClient()
    await client.optimise(log(), settings, quietly, never)
    expect(HereWorker.started[0]!.ended).toBe(false)
    await vi.advanceTimersByTimeAsync(15_000)
    expect(HereWorker.started[0]!.ended).toBe(true)
  })
})
