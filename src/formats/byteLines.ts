/** The line feed. */
export const NEWLINE = 10

/** Lines of a stream of bytes, without their line feeds; errors of the stream pass through. */
export async function* byteLines(
  stream: ReadableStream<Uint8Array<ArrayBuffer>>,
): AsyncGenerator<Uint8Array> {
  let parts: Uint8Array[] = []
  const reader = stream.getReader()
  try {
    for (;;) {
      const { value, done } = await reader.read()
      if (done) break
      let from = 0
      for (let at = value.indexOf(NEWLINE); at >= 0; at = value.indexOf(NEWLINE, from)) {
        yield joined([...parts, value.subarray(from, at)])
        parts = []
        from = at + 1
      }
      parts.push(value.subarray(from))
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
