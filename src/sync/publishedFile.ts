import { ShelfError } from './shelf.ts'

/** No deck and no catalogue is larger. */
const MOST_BYTES = 10_000_000
const PATIENCE_MS = 60_000

/**
 * A file that somebody published, as it is now; nothing is said of who asks.
 *
 * @throws ShelfError `unreachable` also where the server does not let pages of other sites read it
 */
export async function readPublishedFile(address: string): Promise<Uint8Array<ArrayBuffer>> {
  let answer: Response
  try {
    answer = await fetch(address, {
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-cache',
      signal: AbortSignal.timeout(PATIENCE_MS),
    })
  } catch (cause) {
    throw new ShelfError('unreachable', { cause })
  }
  if (!answer.ok) {
    await answer.body?.cancel()
    throw new ShelfError(answer.status === 404 || answer.status === 410 ? 'notThere' : 'trouble')
  }
  return await upTo(MOST_BYTES, answer)
}

/** What a response holds. A server may say less than it sends. */
async function upTo(most: number, answer: Response): Promise<Uint8Array<ArrayBuffer>> {
  const parts: Uint8Array[] = []
  let length = 0
  const reader = answer.body?.getReader()
  try {
    for (let read = await reader?.read(); read?.value; read = await reader?.read()) {
      parts.push(read.value)
      length += read.value.length
      if (length > most) throw new ShelfError('tooLarge')
    }
  } catch (cause) {
    await reader?.cancel().catch(() => undefined)
    throw cause instanceof ShelfError ? cause : new ShelfError('unreachable', { cause })
  }
  const bytes = new Uint8Array(length)
  let at = 0
  for (const part of parts) {
    bytes.set(part, at)
    at += part.length
  }
  return bytes
}
