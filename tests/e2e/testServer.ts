import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { startStaticServer, type StaticServer } from '../../src/cli/staticServer.ts'

/** What `npm run build` wrote; `DIST` in the environment names another folder, built with `-- --out`. */
export const BUILT = resolve(import.meta.dirname, '../..', process.env['DIST'] ?? 'dist')

/** The server of one test worker. Its port stays the same, so that a page finds it again after a pause. */
export class TestServer {
  readonly #base: string | undefined
  #running: StaticServer | null = null
  #directory: string
  #port = 0
  #url = ''

  /** @param base path to serve under, when it is not the one the build was made for */
  constructor(directory: string = BUILT, base?: string) {
    this.#directory = directory
    this.#base = base
  }

  /** Of the start page; the same while the server is switched off. */
  get url(): string {
    return this.#url
  }

  /** Starts, or starts again with another build under the same address: an update as a learner meets it. */
  async start(directory: string = this.#directory): Promise<void> {
    if (!existsSync(join(directory, 'index.html'))) {
      throw new TypeError(`no build in ${directory}: run npm run build first`)
    }
    await this.stop()
    this.#directory = directory
    const base = this.#base === undefined ? {} : { base: this.#base }
    this.#running = await startStaticServer({ directory, port: this.#port, ...base })
    this.#port = this.#running.port
    this.#url = this.#running.url
  }

  /** Switches it off; open connections break. */
  async stop(): Promise<void> {
    await this.#running?.stop()
    this.#running = null
  }

  /** For the end of a test: running, with the real build, whatever the test did. */
  async restore(): Promise<void> {
    if (this.#running === null || this.#directory !== BUILT) await this.start(BUILT)
  }
}
