import type { Dictionary } from './dictionary.ts'

/**
 * The same dictionary, which decodes each word it is asked for once. For the work on one text, and given up with it: a page
 * of 的 asks half a million times.
 */
export function remembered(dictionary: Dictionary): Dictionary {
  return {
    ...dictionary,
    entries: once(dictionary.entries),
    levelZh: once(dictionary.levelZh),
    simplifiedForms: once(dictionary.simplifiedForms),
  }
}

function once<T>(find: (word: string) => T): (word: string) => T {
  const found = new Map<string, T>()
  return (word) => {
    const known = found.get(word)
    if (known !== undefined) return known
    const made = find(word)
    found.set(word, made)
    return made
  }
}
