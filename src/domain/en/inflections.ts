/** Forms of English words that spelling rules give. */

const VOWELS = 'aeiou'
/** One vowel and one consonant at the end: the consonant is doubled, if the last syllable is stressed. */
const MAY_DOUBLE = new RegExp(`[${VOWELS}][^${VOWELS}wxy]$|qu[${VOWELS}][^${VOWELS}wxy]$`)
const IS_SHORT = new RegExp(`^[^${VOWELS}]*(?:qu)?[${VOWELS}y][^${VOWELS}wxy]$`)

/** Ways to put an ending that begins with a vowel: one, or two where only the stress would tell. */
function joined(word: string, ending: string): readonly string[] {
  const plain = word + ending
  if (/[aeiou]c$/.test(word)) return [plain, `${word}k${ending}`]
  if (!MAY_DOUBLE.test(word) || /[aeiou]{2}.$/.test(word.replace('qu', 'q'))) return [plain]
  const doubled = word + word.slice(-1) + ending
  return IS_SHORT.test(word) ? [doubled] : [plain, doubled]
}

/** `watches`, `parties`, `goes`, `days`: a plural, or a third person. */
export function withS(word: string): readonly string[] {
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ies`]
  if (/(?:s|x|z|ch|sh)$/.test(word)) {
    const plain = `${word}es`
    return /[^z]z$|[aeiou]s$/.test(word)
      ? [plain, word + word.slice(-1) + 'es']
      : [plain, `${word}s`]
  }
  return /[^aeiou]o$/.test(word) ? [`${word}es`, `${word}s`] : [`${word}s`]
}

export function withEd(word: string): readonly string[] {
  if (word.endsWith('e')) return [`${word}d`]
  if (/[^aeiou]y$/.test(word)) return [`${word.slice(0, -1)}ied`]
  return joined(word, 'ed')
}

export function withIng(word: string): readonly string[] {
  if (word.endsWith('ie')) return [`${word.slice(0, -2)}ying`]
  if (/[eoy]e$|[^aeiou]inge$/.test(word)) return [`${word}ing`]
  if (/[^aeiou]e$|[ui]e$|^age$/.test(word)) return [`${word.slice(0, -1)}ing`, `${word}ing`]
  return joined(word, 'ing')
}

/** @param ending er or est */
export function compared(word: string, ending: 'er' | 'est'): readonly string[] {
  if (word.endsWith('e')) return [word + ending.slice(1)]
  // Shy, dry and sly have both: shier, shyer.
  if (/^[^aeiou]+y$/.test(word)) return [word.slice(0, -1) + 'i' + ending, word + ending]
  if (/[^aeiou]y$/.test(word)) return [word.slice(0, -1) + 'i' + ending]
  return joined(word, ending)
}

/** Words a regular form may come from, to be checked against a list: of `lenses` also `lens` and `lense`. */
export function possibleLemmas(form: string): readonly string[] {
  const found = new Set<string>()
  const strip = (ending: RegExp, ...instead: readonly string[]) => {
    if (ending.test(form)) for (const end of instead) found.add(form.replace(ending, end))
  }
  strip(/ies$|ied$|ier$|iest$/, 'y')
  strip(/s$/, '')
  strip(/(?:s|z)?es$/, '', form.slice(-3, -2))
  strip(/ing$|ed$|er$|est$/, '', 'e')
  strip(/(.)\1(?:ing|ed|er|est)$/, '$1')
  strip(/ying$/, 'ie')
  strip(/ck(?:ing|ed)$/, 'c')
  found.delete(form)
  return [...found].filter((word) => word.length > 1)
}
