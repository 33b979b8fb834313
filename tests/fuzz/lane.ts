import { fork, type ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import type { Order, Told } from './child.ts'

/** An input that takes longer has no end. Far more than any takes, whatever else the machine does. */
const LIMIT_MS = 30_000
/** Of the child's heap: the app has about as much on a phone. */
const LIMIT_MB = 400

/** What went wrong, and the seed that repeats it. */
export interface Finding {
  readonly target: string
  readonly seed: number
  readonly what: string
}

/** A child process that takes inputs one after the other, and another one in its place when an input ended it. */
export class Lane {
  #child: ChildProcess | null = null

  /** What inputs `from` … `to` of a target found. */
  async run(target: string, from: number, to: number): Promise<readonly Finding[]> {
    const findings: Finding[] = []
    for (let next = from; next < to;) {
      const { at, found, died } = await this.#batch({ target, from: next, to })
      findings.push(...found)
      if (died === null) break
      findings.push({ target, seed: at, what: died })
      next = at + 1
    }
    return findings
  }

  #batch(order: Order): Promise<{ at: number; found: Finding[]; died: string | null }> {
    const child = (this.#child ??= start())
    const found: Finding[] = []
    let at = order.from
    return new Promise((resolve) => {
      let timer = setTimeout(() => end('no end in sight'), LIMIT_MS)
      const end = (died: string | null) => {
        clearTimeout(timer)
        child.removeAllListeners()
        if (died !== null) {
          child.kill('SIGKILL')
          this.#child = null
        }
        resolve({ at, found, died })
      }
      child.on('exit', (code, signal) => end(`ended by itself (${signal ?? code}): memory?`))
      child.on('message', (told: Told) => {
        if ('done' in told) return end(null)
        at = told.at
        clearTimeout(timer)
        timer = setTimeout(() => end('no end in sight'), LIMIT_MS)
        if ('finding' in told) found.push({ target: order.target, seed: at, what: told.finding })
      })
      child.send(order)
    })
  }

  stop(): void {
    this.#child?.kill()
  }
}

const start = (): ChildProcess =>
  fork(join(import.meta.dirname, 'child.ts'), {
    execArgv: [`--max-old-space-size=${LIMIT_MB}`, '--import', 'tsx'],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
