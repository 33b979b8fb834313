import type { Dictionary } from '../dictionary/dictionary.ts'

/** A text has few different words and asks for each often; so many are remembered for each dictionary. */
const REMEMBERED = 16_000

/** The function itself, which remembers what it made of a word with a dictionary. */
export function perDictionary<T>(
  make: (word: string, dictionary: Dictionary) => T,
): (word: string, dictionary: Dictionary) => T {
  const remembered = new WeakMap<Dictionary, Map<string, T>>()
  return (word, dictionary) => {
    let known = remembered.get(dictionary)
    if (known === undefined) remembered.set(dictionary, (known = new Map()))
    const found = known.get(word)
    if (found !== undefined) return found
    const made = make(word, dictionary)
    if (known.size >= REMEMBERED) known.clear()
    known.set(word, made)
    return made
  }
}
