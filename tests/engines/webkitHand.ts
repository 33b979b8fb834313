import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { findTarget, type PlainTarget } from './findTarget.ts'
import { holdStill } from './holdStill.ts'
import type { Hand, Role, Size, Target } from './hand.ts'
import { elementId, reference, startSession, type WebDriver, WebDriverError } from './webDriver.ts'

interface Launch {
  /** Path of WebKitWebDriver. */
  readonly driver: string
  /** The X display to draw on, such as `:7`. */
  readonly display: string
  readonly profile: string
  readonly url: string
  readonly size: Size
}

const HOST = join(import.meta.dirname, 'webkitHost.py')
/** Slowness is no failure: WebKitGTK draws without a graphics card, perhaps beside other tests. */
const PATIENCE_MS = 60_000

/** Code points WebDriver has for keys that write nothing. */
const KEYS: Readonly<Record<string, string>> = {
  Escape: '\uE00C',
  Enter: '\uE007',
  Tab: '\uE004',
}

const SELECTORS: Readonly<Record<Role, string>> = {
  button: 'button, [role=button]',
  link: 'a[href]',
  heading: 'h1, h2, h3',
  radio: 'input[type=radio]',
}

function plain(target: Target): PlainTarget {
  if ('css' in target) return { selector: target.css }
  const wanted = 'role' in target ? target.name : target.testId
  const text = typeof wanted === 'string' ? wanted : { source: wanted.source, flags: wanted.flags }
  if ('role' in target) return { selector: SELECTORS[target.role], name: text }
  if (typeof text === 'string') return { selector: `[data-testid="${text}"]` }
  const prefix = /^\^([\w-]+)$/.exec(text.source)?.[1]
  if (prefix === undefined) throw new TypeError(`only a beginning can be meant: ${text.source}`)
  return { selector: `[data-testid^="${prefix}"]` }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  server.close()
  await once(server, 'close')
  if (address === null || typeof address === 'string') throw new TypeError('no port')
  return address.port
}

async function until<T>(look: () => Promise<T | null>, what: string): Promise<T> {
  const end = Date.now() + PATIENCE_MS
  for (;;) {
    let refused: unknown
    try {
      const found = await look()
      if (found !== null) return found
    } catch (error) {
      // The element went, or something lay over it; a driver that is still starting refuses the connection.
      if (!(error instanceof WebDriverError || error instanceof TypeError)) throw error
      refused = error
    }
    if (Date.now() > end)
      throw new Error(`WebKit: not within a minute: ${what}`, { cause: refused })
    await wait(40)
  }
}

/** WebKitGTK in a window of its own, driven by WebDriver. */
export async function webkitHand(launch: Launch): Promise<Hand> {
  const { width, height } = launch.size
  const environment = {
    ...process.env,
    DISPLAY: launch.display,
    WEBKIT_PROFILE: launch.profile,
    WEBKIT_WIDTH: String(width),
    WEBKIT_HEIGHT: String(height),
    LANG: 'en_GB.UTF-8',
    NO_AT_BRIDGE: '1',
  }
  let driver: ChildProcess
  let session: WebDriver

  async function begin(): Promise<void> {
    const port = await freePort()
    const args = [`--port=${port}`, '--host=127.0.0.1']
    driver = spawn(launch.driver, args, { env: environment, stdio: 'ignore' })
    const capabilities = {
      browserName: 'duizhao-webkit',
      'webkitgtk:browserOptions': { binary: HOST, args: [] },
    }
    session = await until(
      () => startSession(`http://127.0.0.1:${port}`, capabilities),
      'a session of the driver',
    )
    await session.post('/timeouts', { script: PATIENCE_MS })
  }
  async function end(): Promise<void> {
    // The host quits in the middle of this request, and the driver may call that an error.
    await session.end().catch(() => undefined)
    if (driver.exitCode !== null) return
    driver.kill()
    await once(driver, 'exit')
  }

  async function run<In, Out>(script: (given: In) => Out | Promise<Out>, given: In): Promise<Out> {
    const body = `const done = arguments[1];
      Promise.resolve((${String(script)})(arguments[0])).then(
        (value) => done({ value }), (error) => done({ error: String(error) }))`
    const answer = await session.post('/execute/async', { script: body, args: [given] })
    const { value, error } = answer as { value: Out; error?: string }
    if (error !== undefined) throw new Error(`WebKit: ${error}`)
    return value
  }
  const find = (target: Target) =>
    until(
      async () => {
        const script = `return (${String(findTarget)})(arguments[0])`
        return elementId(await session.post('/execute/sync', { script, args: [plain(target)] }))
      },
      JSON.stringify(plain(target)),
    )
  const textOf = async (target: Target): Promise<string> => {
    const id = await find(target)
    return String((await session.get(`/element/${id}/property/textContent`)) ?? '')
  }

  await begin()
  return {
    engine: 'webkit',
    run,
    open: async (path = '') => {
      await session.post('/url', { url: new URL(path, launch.url).href })
    },
    async click(target) {
      const attempt = async () => {
        const id = await find(target)
        const script = `(${String(holdStill)})(arguments[0], arguments[1])`
        await session.post('/execute/async', { script, args: [reference(id)] })
        await session.post(`/element/${id}/click`)
        const arrived = 'return globalThis.clickArrived !== false'
        return (await session.post('/execute/sync', { script: arrived, args: [] })) === true || null
      }
      await until(attempt, `a click on ${JSON.stringify(plain(target))}`)
    },
    async fill(target, text) {
      await find(target)
      // Typed key by key, an article takes minutes.
      await run(
        ({ selector, text }) => {
          const field = document.querySelector<HTMLTextAreaElement>(selector)
          if (field === null) throw new Error(`no field ${selector}`)
          field.focus()
          field.value = text
          field.dispatchEvent(new InputEvent('input', { bubbles: true }))
        },
        { selector: plain(target).selector, text },
      )
    },
    async press(key) {
      const value = KEYS[key] ?? key
      const actions = ['keyDown', 'keyUp'].map((type) => ({ type, value }))
      await session.post('/actions', { actions: [{ type: 'key', id: 'keyboard', actions }] })
    },
    async choose(path) {
      const script = 'return document.querySelector("input[type=file]")'
      const field = await until(
        async () => elementId(await session.post('/execute/sync', { script, args: [] })),
        'a file field',
      )
      await session.post(`/element/${field}/value`, { text: path })
    },
    read: textOf,
    async see(target, text) {
      await find(target)
      if (text === undefined) return
      const has = async () => ((await textOf(target)).includes(text) ? true : null)
      await until(has, `“${text}” in ${JSON.stringify(plain(target))}`)
    },
    async resize(size) {
      await session.post('/window/rect', { ...size })
    },
    async screenshot(path) {
      writeFileSync(path, String(await session.get('/screenshot')), 'base64')
    },
    async restart() {
      await end()
      await begin()
    },
    close: end,
  }
}
