import type { TextRange } from '../../model.ts'

/** What of an equivalent can stand in a text: no bracket, no gap for an object, no final 的. */
function parts(zh: string): readonly string[] {
  return zh
    .replace(/[（(].*?[)）]/g, '')
    .split('……')
    .map((part) => part.replace(/的$/, ''))
    .filter((part) => part.length > 0)
}

/** Where one of the equivalents stands in a sentence, the longest first; null where none does. */
export function equivalentIn(
  equivalents: readonly string[],
  text: string,
  { start, end }: TextRange,
): TextRange | null {
  const sentence = text.slice(start, end)
  const found = equivalents
    .flatMap(parts)
    .filter((part) => part.length > 1 && sentence.includes(part))
    .toSorted((a, b) => b.length - a.length)[0]
  if (found === undefined) return null
  const at = start + sentence.indexOf(found)
  return { start: at, end: at + found.length }
}

/** Whether an equivalent and a counterpart share enough to mean the same. */
export function sayTheSame(equivalent: string, counterpart: string): boolean {
  return parts(equivalent).some(
    (part) => counterpart.includes(part) || (counterpart !== '' && part.includes(counterpart)),
  )
}
