/** Of a file's bytes; `end` is the last one sent, as in the header. */
export interface ByteRange {
  readonly start: number
  readonly end: number
}

/**
 * What of a file a `Range` header asks for, by RFC 9110, section 14.
 *
 * `'whole'` also for what is not understood (another unit, a range that ends before it starts, garbage), which must or
 * may be ignored, and for several ranges that all exist: browsers never ask for them, and the whole file is a right
 * answer. An empty file is whole too: no range of it could be named in `Content-Range`.
 */
export function chooseRange(
  header: string | undefined,
  size: number,
): ByteRange | 'whole' | 'unsatisfiable' {
  const set = /^bytes=(.*)$/i.exec(header ?? '')?.[1]
  if (set === undefined || size === 0) return 'whole'

  const specs = set
    .split(',')
    .map((spec) => spec.trim())
    .filter((spec) => spec !== '')
  const existing: ByteRange[] = []
  for (const spec of specs) {
    const [, first, last] = /^(\d*)-(\d*)$/.exec(spec) ?? []
    if (first === undefined || last === undefined || spec === '-') return 'whole'
    const start = first === '' ? Math.max(0, size - Number(last)) : Number(first)
    const end = first === '' || last === '' ? Infinity : Number(last)
    if (end < start) return 'whole'
    if (start < size) existing.push({ start, end: Math.min(end, size - 1) })
  }
  if (specs.length === 0 || existing.length > 1) return 'whole'
  return existing[0] ?? 'unsatisfiable'
}
