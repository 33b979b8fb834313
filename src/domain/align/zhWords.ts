import type { Dictionary } from '../dictionary/dictionary.ts'

/** Runs of hanzi, Latin words, and numbers; everything else is no word. */
const RUN =
  /[\u3400-\u9fff\uf900-\ufaff〇々]+|\p{Script=Latin}[\p{Script=Latin}\p{M}.'’-]*|\d[\d,]*(?:\.\d+)?/gu

/**
 * Words of a Chinese sentence, for looking up glosses: the path of fewest headwords, long ones preferred.
 *
 * Cost of a word of k hanzi: 1 − k²/100, and 1/20 more for a single hanzi; unknown hanzi are words of their own. Reading
 * aloud and showing need better words than this (`text/tokenizeZh.ts`); matching glosses wants the longest headword.
 * Latin words and numbers come back in lower case, separators of thousands taken out.
 */
export function zhWords(text: string, dictionary: Dictionary): readonly string[] {
  const words: string[] = []
  for (const [run] of text.matchAll(RUN)) {
    const first = run.codePointAt(0)!
    if (first < 0x3000) words.push(run.toLowerCase().replaceAll(',', ''))
    else pushFewest(words, run, dictionary)
  }
  return words
}

function pushFewest(words: string[], run: string, dictionary: Dictionary): void {
  const cost = new Float64Array(run.length + 1).fill(Infinity)
  const from = new Int32Array(run.length + 1)
  cost[0] = 0
  const offer = (start: number, end: number) => {
    const length = end - start
    const total = cost[start]! + 1 - (length * length) / 100 + (length === 1 ? 0.05 : 0)
    if (total < cost[end]!) {
      cost[end] = total
      from[end] = start
    }
  }
  for (let at = 0; at < run.length; at++) {
    offer(at, at + 1)
    dictionary.matches(run, at, (end) => {
      if (end > at + 1) offer(at, end)
    })
  }
  const path: string[] = []
  for (let end = run.length; end > 0; end = from[end]!) path.push(run.slice(from[end]!, end))
  words.push(...path.reverse())
}
