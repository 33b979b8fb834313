/** What may follow the common beginning of two words of one family. */
const ENDING =
  /^(?:|e|ed|ing|er|or|ion|ation|ition|ment|al|ance|ence|ant|ent|ity|ty|y|ive|ative|sive|sion|se|de|d|t|tion|tive|ss|ssion|ssive|ous|ious|ic|ical|able|ible|ary|ness|ly|ful|ist|ism|ize|ise|ify|ial|an|ian|th|ption|be|ve|re|ure|cy|ce|tial|ied|ier|iness|ily|ish|on|cation|cence)$/

/** Whether two English words are derivations of one: invade, invasion; propose, proposal. */
export function sameFamily(a: string, b: string): boolean {
  const shorter = Math.min(a.length, b.length)
  if (shorter >= 3 && /^(?:r|n|er|or|ist)$/.test(longerRest(a, b))) return true
  let common = 0
  while (common < shorter && a[common] === b[common]) common++
  if (common < 4 || common < 0.6 * shorter) return false
  // "re" + "serve": a common beginning that is all there is of neither proves little.
  if (common < 5 && common < shorter - 2) return false
  return isEnding(a, common) && isEnding(b, common)
}

/** What the longer word adds to the shorter one; empty when it does not begin with it. */
function longerRest(a: string, b: string): string {
  if (b.startsWith(a)) return b.slice(a.length)
  return a.startsWith(b) ? a.slice(b.length) : ''
}

/** The ending may double the consonant before it: deter, deterrence. */
function isEnding(word: string, at: number): boolean {
  const doubled = word[at] !== undefined && word[at] === word[at - 1]
  return ENDING.test(word.slice(at)) || (doubled && ENDING.test(word.slice(at + 1)))
}
