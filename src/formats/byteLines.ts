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
 * The lines of a stream of bytes, as many at once as a chunk brings, without the line feed after the last of them; errors of
 * the stream pass through. One by one they would take longer to hand over than to read.
 *
 * @throws TooLong as soon as a limit is passed, after the lines before: no more than a chunk beyond it was held
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
      const last = value.lastIndexOf(NEWLINE)
      if (last >= 0) {
        const lines = joined([...parts, value.subarray(0, last)])
        const end = endOfFitting(lines, limits.line)
        if (end >= 0) yield lines.subarray(0, end)
        if (end < lines.length) throw new TooLong()
        parts = []
        held = 0
      }
      parts.push(value.subarray(last + 1))
      held += value.length - last - 1
      if (held > limits.line) throw new TooLong()
    }
  } finally {
    // Whoever stopped early wants no more of it.
    await reader.cancel().catch(() => undefined)
  }
  const rest = joined(parts)
  if (rest.length > 0) yield rest
}

/** Where the lines end that come before the first one that is too long; -1 when that is the very first. */
function endOfFitting(lines: Uint8Array, longest: number): number {
  if (lines.length <= longest) return lines.length
  for (let from = 0; from <= lines.length;) {
    const found = lines.indexOf(NEWLINE, from)
    const end = found < 0 ? lines.length : found
    if (end - from > longest) return from - 1
    from = end + 1
  }
  return lines.length
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
