/** No record of ours is nested a tenth as deep. */
const DEEPEST = 200

/**
 * Whether a JSON text is nested deeper than any program writes. It can be parsed, but not compared, copied or written again:
 * all these go one call deeper with each level.
 */
export function isTooDeep(json: string): boolean {
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
