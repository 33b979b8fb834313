/**
 * Whether a code point is a hanzi: the unified ideographs with their extensions, the compatibility ideographs, the radicals
 * that files of old programs have in their place, 〇 and 々. Written out rather than `\p{Script=Han}`, so that every engine agrees whatever Unicode it knows.
 */
export function isHanzi(codePoint: number): boolean {
  if (codePoint < 0x2e80) return false
  return (
    (codePoint <= 0x2fd5 && codePoint !== 0x2e9a) ||
    (codePoint >= 0x4e00 && codePoint <= 0x9fff) ||
    (codePoint >= 0x3400 && codePoint <= 0x4dbf) ||
    (codePoint >= 0x20000 && codePoint <= 0x3347f) ||
    (codePoint >= 0xf900 && codePoint <= 0xfaff) ||
    codePoint === 0x3007 ||
    codePoint === 0x3005
  )
}

/** Whether the code point that starts at `at` is a hanzi; false past the end. */
export function isHanziAt(text: string, at: number): boolean {
  const codePoint = text.codePointAt(at)
  return codePoint !== undefined && isHanzi(codePoint)
}

/** Number of hanzi in `text` from `start` to `end`. */
export function countHanzi(text: string, start = 0, end = text.length): number {
  let count = 0
  for (let at = start; at < end; at++) {
    const codePoint = text.codePointAt(at)!
    if (isHanzi(codePoint)) count++
    if (codePoint > 0xffff) at++
  }
  return count
}
