/** One session of a W3C WebDriver: https://www.w3.org/TR/webdriver2/ */
export interface WebDriver {
  get(path: string): Promise<unknown>
  post(path: string, body?: object): Promise<unknown>
  end(): Promise<void>
}

/** A refusal in the driver's own words. */
export class WebDriverError extends Error {
  override readonly name = 'WebDriverError'
}

async function ask(method: string, url: string, body?: object): Promise<unknown> {
  const response = await fetch(url, {
    method,
    headers: { 'content-type': 'application/json' },
    signal: AbortSignal.timeout(90_000),
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const { value }: { value: unknown } = await response.json()
  if (typeof value === 'object' && value !== null && 'error' in value) {
    const message = 'message' in value ? value.message : ''
    throw new WebDriverError(`${String(value.error)}: ${String(message)}`)
  }
  return value
}

/** Starts a session; the driver starts the browser for it. */
export async function startSession(server: string, capabilities: object): Promise<WebDriver> {
  const started = await ask('POST', `${server}/session`, {
    capabilities: { alwaysMatch: capabilities },
  })
  const { sessionId } = started as { sessionId: string }
  const session = `${server}/session/${sessionId}`
  return {
    get: (path) => ask('GET', session + path),
    post: (path, body = {}) => ask('POST', session + path, body),
    end: async () => void (await ask('DELETE', session)),
  }
}

const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf'

/** An element as the argument of a script. */
export const reference = (id: string): object => ({ [ELEMENT]: id })

/** The id under which the driver knows an element that a script returned; null for anything else. */
export function elementId(value: unknown): string | null {
  if (typeof value !== 'object' || value === null || !(ELEMENT in value)) return null
  return String(value[ELEMENT])
}
