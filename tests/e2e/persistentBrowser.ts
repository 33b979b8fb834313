import { setTimeout as wait } from 'node:timers/promises'
import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  type Page,
} from '@playwright/test'
import { browserArguments, findBrowser } from './browser.ts'

/** A browser with a profile on disk: it can be killed in the middle of anything and opened again. */
export class PersistentBrowser {
  readonly #profile: string
  readonly #options: BrowserContextOptions
  readonly #watch: (context: BrowserContext) => void
  #context: BrowserContext | null = null

  constructor(
    profile: string,
    options: BrowserContextOptions,
    watch: (context: BrowserContext) => void,
  ) {
    this.#profile = profile
    this.#options = options
    this.#watch = watch
  }

  get context(): BrowserContext {
    if (this.#context === null) throw new TypeError('the browser is closed')
    return this.#context
  }

  /** Opens it, or opens it again with everything the profile kept. @returns its one page, still blank */
  async open(): Promise<Page> {
    const executablePath = findBrowser()
    this.#context = await chromium.launchPersistentContext(this.#profile, {
      ...this.#options,
      // As on every device; the tests without a profile have none by default.
      serviceWorkers: 'allow',
      ...(executablePath === null ? {} : { executablePath }),
      args: browserArguments(),
    })
    this.#watch(this.#context)
    return this.#context.pages()[0] ?? (await this.#context.newPage())
  }

  async close(): Promise<void> {
    await this.#context?.close()
    this.#context = null
  }

  /** The id of the browser's main process. */
  async pid(): Promise<number> {
    const browser = this.context.browser()
    if (browser === null) throw new TypeError('the browser cannot be asked for its process')
    const session = await browser.newBrowserCDPSession()
    const { processInfo } = await session.send('SystemInfo.getProcessInfo')
    const main = processInfo.find((one) => one.type === 'browser')
    if (main === undefined) throw new TypeError('no browser process')
    return main.id
  }

  /**
   * SIGKILL, as when a phone takes the memory back: nothing in the browser gets a chance to finish.
   *
   * @param known its process, asked for before when the moment matters
   */
  async kill(known?: number): Promise<void> {
    const pid = known ?? (await this.pid())
    const closed = this.context.waitForEvent('close')
    process.kill(pid, 'SIGKILL')
    await closed
    this.#context = null
    await untilGone(pid)
  }
}

/** The profile stays locked until the process has left the process table. */
async function untilGone(pid: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    try {
      process.kill(pid, 0)
    } catch {
      return
    }
    await wait(50)
  }
  throw new Error(`process ${pid} survived SIGKILL`)
}
