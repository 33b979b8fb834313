/** Consonants that begin a syllable together. */
const ONSET = /(?:[sp]?ch|[st]h|ph|wh|qu|gu|[bcfgp]l|[bcdfgpt]r|chr|phr|shr|thr|s[cpt]r|spl)$/i
const VOWELS = /[aeiouy]+/gi

/**
 * The syllables of an English word as a hyphen would cut it, near enough for tiles: land·lord, neigh·bors, catch·phrase.
 * A last e is silent; one consonant between two vowels begins the second syllable, of several those that can begin a word.
 */
export function syllablesOf(word: string): readonly string[] {
  const cores = [...word.matchAll(VOWELS)]
  const last = cores.at(-1)
  if (cores.length > 1 && last && isSilent(word, last.index)) cores.pop()
  const syllables: string[] = []
  let start = 0
  cores.slice(0, -1).forEach((core, i) => {
    const from = core.index + core[0].length
    const to = cores[i + 1]!.index
    const between = word.slice(from, to)
    const onset = between.length < 2 ? between.length : (ONSET.exec(between)?.[0].length ?? 1)
    syllables.push(word.slice(start, to - onset))
    start = to - onset
  })
  return [...syllables, word.slice(start)]
}

/** Whether the vowels at `at` are an e that ends the word, or stands before its s or d, and is not said: dates, taped. */
function isSilent(word: string, at: number): boolean {
  const end = word.slice(at)
  if (!/^e[sd]?$/i.test(end)) return false
  const before = word.slice(0, at)
  if (/[^aeiouy]l$/i.test(before)) return false
  return end.length === 1 || !(end.at(-1) === 'd' ? /[td]$/i : /(?:[csxzg]|[sc]h)$/i).test(before)
}
