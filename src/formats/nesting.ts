/** No record of ours is nested a tenth as deep. */
const DEEPEST = 200

/**
 * Whether a JSON text is nested deeper than any program writes. It can be parsed, but not compared, copied or written again:
 * all these go one call deeper with each level.
 */
export function isTooDeep(json: string): boolean {
  // Nearly every line has fewer brackets than that in all.
  if (countUpTo(DEEPEST, json, '[') + countUpTo(DEEPEST, json, '{') <= DEEPEST) return false
  let depth = 0
  let isText = false
  for (let at = 0; at < json.length; at++) {
    const unit = json[at]
    if (isText) {
      if (unit === '\\') at++
      else if (unit === '"') isText = false
    } else if (unit === '"') isText = true
    else if (unit === '[' || unit === '{') {
      if (++depth > DEEPEST) return true
    } else if (unit === ']' || unit === '}') depth--
  }
  return false
}

/** How often a mark stands in a text; of more than `most`, one more than that. */
function countUpTo(most: number, text: string, mark: string): number {
  let found = 0
  for (let at = text.indexOf(mark); at >= 0 && found <= most; at = text.indexOf(mark, at + 1))
    found++
  return found
}
