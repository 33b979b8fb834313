import { openHeadwordIndex, type HeadwordIndex } from './headwordIndex.ts'

/** The character that says "no letter shared": from `!` on, so that every code is printable. */
const NONE = 33
const MOST = 90

/** Sorted words, each as the number of letters it shares with the one before (a character from `!` on) and the rest. */
export function frontCode(words: readonly string[]): readonly string[] {
  let before = ''
  return words.map((word) => {
    let same = 0
    while (same < before.length && before[same] === word[same] && same < MOST) same++
    before = word
    return String.fromCharCode(NONE + same) + word.slice(same)
  })
}

/** The words of {@link frontCode}, to be searched. */
export function openFrontCoded(coded: readonly string[]): HeadwordIndex {
  const starts = new Uint32Array(coded.length + 1)
  const units: number[] = []
  let before = ''
  coded.forEach((code, i) => {
    before = before.slice(0, code.charCodeAt(0) - NONE) + code.slice(1)
    for (let j = 0; j < before.length; j++) units.push(before.charCodeAt(j))
    starts[i + 1] = units.length
  })
  return openHeadwordIndex(Uint16Array.from(units), starts)
}
