/**
 * Where the offsets of a text stand in the same text shown in another script. The same, but for characters beyond the basic
 * plane, which take two UTF-16 units.
 */
export function offsetIn(given: string, shown: string): (offset: number) => number {
  if (given.length === shown.length) return (offset) => offset
  const places = new Map<number, number>([[0, 0]])
  const others = [...shown]
  let [from, to] = [0, 0]
  ;[...given].forEach((character, i) => {
    from += character.length
    to += others[i]?.length ?? 0
    places.set(from, to)
  })
  return (offset) => places.get(offset) ?? Math.min(offset, shown.length)
}
