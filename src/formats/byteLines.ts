/** The line feed. */
export const NEWLINE = 10

/** A line, or a stream, is longer than it may be: the place is known by whoever counts the lines. */
export class TooLong extends Error {
  override readonly name = 'TooLong'
}

/** How many bytes a line may have, and all of them together. */
export interface Limits {
  readonly line: number
  readonly all: number
}

/**
 * Lines of a stream of bytes, without their line feeds; errors of the stream pass through.
 *
 * @throws TooLong as soon as a limit is passed: no more than a chunk beyond it was held
 */
export async function* byteLines(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
  limits: Limits,
): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = []
  let held = 0
  let all = 0
  const reader = stream.getReader()
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) break
      all += value.length
      if (all > limits.all) throw new TooLong()
      let from = 0
      for (let at = value.indexOf(NEWLINE); at >= 0; at = value.indexOf(NEWLINE, from)) {
        if (held + at - from > limits.line) throw new TooLong()
        yield joined([...parts, value.subarray(from, at)])
        parts = []
        held = 0
        from = at + 1
      }
      parts.push(value.subarray(from))
      held += value.length - from
      if (held > limits.line) throw new TooLong()
    }
  } finally {
    // Whoever stopped early wants no more of it.
    await reader.cancel().catch(() => undefined)
  }
  const rest = joined(parts)
  if (rest.length > 0) yield rest
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0]!
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}
