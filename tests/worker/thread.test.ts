import { Worker } from 'node:worker_threads'
import type { Remote } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { AppError } from '../../src/domain/errors.ts'
import { threadOf, type Connection, type Thread } from '../../src/worker/thread.ts'
import type { Echo } from './echo.ts'

let workers: Worker[] = []
let thread: Thread<Echo>
const opened: string[] = []

/** A real thread of Node: comlink's messages, and an end that can be seen. */
function connect(): Connection {
  const worker = new Worker(new URL('./echo.worker.mjs', import.meta.url))
  workers.push(worker)
  return {
    endpoint: nodeEndpoint(worker),
    terminate: () => void worker.terminate(),
    onLost: (tell) => {
      worker.on('error', (error) => tell(String(error)))
      worker.on('exit', (code) => tell(`exit ${code}`))
    },
  }
}

async function prepare(remote: Remote<Echo>): Promise<void> {
  const word = `word ${workers.length}`
  opened.push(word)
  await remote.open(word)
}

beforeEach(() => {
  workers = []
  opened.length = 0
  thread = threadOf<Echo>({ connect, prepare, idleMs: 60_000 })
})
afterEach(async () => {
  vi.useRealTimers()
  thread.stop()
  await Promise.all(workers.map((worker) => worker.terminate()))
})

const echo = (value: string, signal?: AbortSignal) =>
  thread.run((remote) => remote.echo(value), signal)
const errorOf = (work: Promise<unknown>) => work.catch((error: unknown) => error)

describe('a thread', { timeout: 60_000 }, () => {
  it('is started with the first call, prepared once, and kept', async () => {
    expect(workers).toHaveLength(0)
    expect(await Promise.all([echo('a'), echo('b')])).toEqual(['a', 'b'])
    expect(await thread.run((remote) => remote.given())).toBe('word 1')
    expect(workers).toHaveLength(1)
    expect(opened).toEqual(['word 1'])
  })

  it('that dies rejects what is under way, and the next call has a new one, prepared again', async () => {
    await echo('a')
    const waiting = errorOf(thread.run((remote) => remote.silent()))
    const dying = errorOf(thread.run((remote) => remote.die()))
    for (const error of await Promise.all([waiting, dying])) {
      expect(error).toBeInstanceOf(AppError)
      expect(error).toMatchObject({ code: 'workerLost', cause: 'exit 3' })
    }
    expect(await echo('b')).toBe('b')
    expect(await thread.run((remote) => remote.given())).toBe('word 2')
    expect(workers).toHaveLength(2)
  })

  it('that dies with nothing to do is replaced without a word', async () => {
    await echo('a')
    await workers[0]!.terminate()
    expect(await echo('b')).toBe('b')
    expect(workers).toHaveLength(2)
  })

  it('that is stopped rejects what is under way', async () => {
    await echo('a')
    const work = errorOf(thread.run((remote) => remote.silent()))
    await Promise.resolve()
    thread.stop()
    expect(await work).toMatchObject({ code: 'workerLost' })
  })

  it('that cannot be prepared says why, and the next call tries again', async () => {
    let tries = 0
    thread = threadOf<Echo>({
      connect,
      prepare: async (remote) => {
        tries += 1
        if (tries === 1) throw new AppError('dictionaryUnavailable')
        await remote.open('second')
      },
      idleMs: 60_000,
    })
    expect(await errorOf(echo('a'))).toMatchObject({ code: 'dictionaryUnavailable' })
    expect(await thread.run((remote) => remote.given())).toBe('second')
    expect(workers).toHaveLength(2)
  })

  it('is prepared once more when that is asked for, but not started for it', async () => {
    await thread.renew()
    expect(workers).toHaveLength(0)
    await echo('a')
    await thread.renew()
    expect(opened).toEqual(['word 1', 'word 1'])
  })

  it('is ended when it has had nothing to do for a while, not before', async () => {
    thread = threadOf<Echo>({ connect, idleMs: 50 })
    const ended = new Promise((resolve) => {
      void echo('a').then(() => workers[0]!.once('exit', resolve))
    })
    await ended
    expect(await echo('b')).toBe('b')
    expect(workers).toHaveLength(2)
    const busy = errorOf(thread.run((remote) => remote.silent()))
    const first = await Promise.race([busy, new Promise((resolve) => setTimeout(resolve, 150))])
    expect(first).toBeUndefined()
  })
})

describe('a call that is cancelled', { timeout: 60_000 }, () => {
  it('stops by itself when it listens; the thread stays', async () => {
    await echo('a')
    const controller = new AbortController()
    const work = errorOf(thread.run((remote, job) => remote.polite(job), controller.signal))
    await echo('b')
    controller.abort()
    expect(await work).toMatchObject({ name: 'AbortError' })
    expect(await echo('c')).toBe('c')
    expect(workers).toHaveLength(1)
  })

  it.each(['deaf', 'silent'] as const)('ends a thread that is %s', async (way) => {
    await echo('a')
    const controller = new AbortController()
    const work = thread.run((remote) => {
      queueMicrotask(() => controller.abort())
      return remote[way]()
    }, controller.signal)
    expect(await errorOf(work)).toMatchObject({ name: 'AbortError' })
    expect(await echo('b')).toBe('b')
    expect(workers).toHaveLength(2)
  })

  it('does not wait for a thread that is still being prepared, nor end it', async () => {
    const controller = new AbortController()
    const work = errorOf(echo('a', controller.signal))
    controller.abort()
    expect(await work).toMatchObject({ name: 'AbortError' })
    expect(await echo('b')).toBe('b')
    expect(workers).toHaveLength(1)
  })

  it('before it began starts nothing', async () => {
    expect(await errorOf(echo('a', AbortSignal.abort()))).toMatchObject({ name: 'AbortError' })
    expect(workers).toHaveLength(0)
  })

  it('has no result, however fast it was', async () => {
    await echo('a')
    const controller = new AbortController()
    const work = errorOf(
      thread.run((remote) => {
        queueMicrotask(() => controller.abort())
        return remote.echo('b')
      }, controller.signal),
    )
    expect(await work).toMatchObject({ name: 'AbortError' })
    expect(workers).toHaveLength(1)
  })
})

describe('an error', { timeout: 60_000 }, () => {
  it('of the app arrives with its code, its fields and the message of its cause', async () => {
    const error = await errorOf(thread.run((remote) => remote.refuse('diskFull')))
    expect(error).toBeInstanceOf(AppError)
    expect(error).toMatchObject({ code: 'diskFull', cause: 'no room', wanted: 7 })
  })

  it('that is an abort stays one', async () => {
    const error = await errorOf(thread.run((remote) => remote.abort()))
    expect(error).toBeInstanceOf(DOMException)
    expect(error).toMatchObject({ name: 'AbortError' })
  })

  it('of ours keeps its name and its message', async () => {
    const error = await errorOf(thread.run((remote) => remote.blunder()))
    expect(error).toMatchObject({ name: 'RangeError', message: 'out of it' })
  })
})
