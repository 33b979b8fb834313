import type { IncomingMessage, OutgoingHttpHeaders, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'
import { chooseRange } from './byteRange.ts'
import { failedCondition, isRangeCurrent } from './conditions.ts'
import type { Representation } from './representation.ts'

/**
 * Answers GET or HEAD with an open file, or with what the conditions and the range of the request make of it, and
 * closes the file.
 *
 * @throws whatever ends the sending early: the client went away, or the file became shorter than was announced. The
 * connection is broken then, so that nobody takes a part for the whole.
 */
export async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: Representation,
): Promise<void> {
  // An answer that waits behind another on its connection is not told when that closes.
  const gone = new AbortController()
  const leave = (): void => gone.abort()
  try {
    const { headers, method } = request
    const failed = failedCondition(headers, file)
    if (failed !== null) {
      response.writeHead(failed, failed === 304 ? validatorsOf(file) : { 'Content-Length': 0 })
      response.end()
      return
    }

    const { size } = file
    // Ranges are defined for GET only.
    const ranged = method === 'GET' && isRangeCurrent(headers, file)
    const range = ranged ? chooseRange(headers.range, size) : 'whole'
    if (range === 'unsatisfiable') {
      response.writeHead(416, { 'Content-Range': `bytes */${size}`, 'Content-Length': 0 }).end()
      return
    }
    const { start, end } = range === 'whole' ? { start: 0, end: size - 1 } : range
    const length = end - start + 1
    response.writeHead(range === 'whole' ? 200 : 206, {
      ...validatorsOf(file),
      ...(file.encoding === null ? {} : { 'Content-Encoding': file.encoding }),
      ...(range === 'whole' ? {} : { 'Content-Range': `bytes ${start}-${end}/${size}` }),
      'Content-Type': file.type,
      'Content-Length': length,
    })
    if (method === 'HEAD' || length === 0) {
      response.end()
      return
    }
    if (request.socket.destroyed) return
    request.socket.once('close', leave)
    const body = file.handle.createReadStream({ start, end })
    const { signal } = gone
    await pipeline(body, (chunks) => exactly(chunks, length), response, { signal })
  } finally {
    request.socket.off('close', leave)
    await file.handle.close()
  }
}

function validatorsOf({ etag, modifiedAt }: Representation): OutgoingHttpHeaders {
  return {
    ETag: etag,
    'Last-Modified': new Date(modifiedAt).toUTCString(),
    'Accept-Ranges': 'bytes',
  }
}

async function* exactly(chunks: AsyncIterable<Buffer>, length: number): AsyncGenerator<Buffer> {
  let sent = 0
  for await (const chunk of chunks) {
    sent += chunk.length
    yield chunk
  }
  if (sent < length) throw new Error(`the file became shorter: ${sent} bytes of ${length}`)
}
