/** A vowel's four marked forms; ü is written `u:` in data. */
const MARKED: Readonly<Record<string, string>> = {
  a: 'āáǎà',
  e: 'ēéěè',
  i: 'īíǐì',
  o: 'ōóǒò',
  u: 'ūúǔù',
  ü: 'ǖǘǚǜ',
  m: 'm̄ḿm̌m̀',
  n: 'n̄ńňǹ',
}

/**
 * A numbered syllable with its tone mark: `ni3` → `nǐ`, `lu:4` → `lǜ`, `le5` → `le`, `r5` → `r`.
 *
 * The mark stands on a or e, else on the o of ou, else on the last vowel; a syllable without a vowel (`m2`, `ng4`) carries
 * it on its first letter. What is not a numbered syllable comes back unchanged.
 */
export function toneMarks(syllable: string): string {
  const match = /^([a-zü:]+)([1-5])$/i.exec(syllable)
  if (match === null) return syllable
  const letters = (match[1] ?? '').replace(/u:/g, 'ü').replace(/U:/g, 'Ü')
  const tone = Number(match[2])
  if (tone === 5) return letters
  const at = markedAt(letters.toLowerCase())
  const letter = letters[at] ?? ''
  const forms = [...(MARKED[letter.toLowerCase()] ?? '').normalize('NFD').matchAll(/\p{L}\p{M}*/gu)]
  const marked = forms[tone - 1]?.[0].normalize('NFC') ?? letter
  const cased = letter === letter.toLowerCase() ? marked : marked.toUpperCase()
  return letters.slice(0, at) + cased + letters.slice(at + 1)
}

function markedAt(letters: string): number {
  for (const pair of ['a', 'e', 'ou']) if (letters.includes(pair)) return letters.indexOf(pair)
  const vowels = [...letters.matchAll(/[iouü]/g)]
  return vowels[vowels.length - 1]?.index ?? 0
}
