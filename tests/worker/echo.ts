import { parentPort } from 'node:worker_threads'
import { expose, type Endpoint } from 'comlink'
import nodeEndpoint from 'comlink/dist/esm/node-adapter.mjs'
import { AppError } from '../../src/domain/errors.ts'
import { keepErrors } from '../../src/worker/crossing.ts'
import { jobs } from '../../src/worker/serve.ts'

const { run, cancel } = jobs()
let given = 'nothing'

function* endless(): Generator<number, string> {
  for (;;) yield 0.5
}

/** A thread that can do everything a thread may do wrong. */
const echo = {
  cancel,
  async open(word: string) {
    given = word
  },
  async given() {
    return given
  },
  async echo(value: string) {
    return value
  },
  /** Yields, and so can be cancelled. */
  async polite(job: number) {
    return await run(job, endless(), () => undefined)
  },
  /** Never lets a message in. */
  async deaf() {
    for (;;);
  },
  async silent() {
    return await new Promise<string>(() => undefined)
  },
  async die() {
    process.exit(3)
  },
  async refuse(code: 'diskFull') {
    throw Object.assign(new AppError(code, { cause: new Error('no room') }), { wanted: 7 })
  },
  async abort() {
    throw new DOMException('enough', 'AbortError')
  },
  async blunder() {
    throw new RangeError('out of it')
  },
}
export type Echo = typeof echo

if (parentPort !== null) {
  keepErrors()
  const endpoint: Endpoint = nodeEndpoint(parentPort)
  expose(echo, endpoint)
}
