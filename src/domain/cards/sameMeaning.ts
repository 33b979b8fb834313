import type { Term } from '../model.ts'
import { isFunctionEn } from '../terms/words/closedClass.ts'

/** As much of a term as says what it means. */
export type Meant = Pick<Term, 'zh' | 'en' | 'gloss'>

/** Letters that make two English words the same in meaning, as far as one must fear: neighbor, neighborhood. */
const SAME_START = 5

/**
 * Whether two terms might be taken for each other's translation: one holds the other, or what they mean shares a word. Rather
 * yes than no: it keeps a second right answer from standing beside the first.
 */
export function sameMeaning(a: Meant, b: Meant): boolean {
  if (a.zh.includes(b.zh) || b.zh.includes(a.zh)) return true
  const mine = stemsOf(a)
  for (const stem of stemsOf(b)) if (mine.has(stem)) return true
  return false
}

function stemsOf({ en, gloss }: Meant): ReadonlySet<string> {
  const stems = new Set<string>()
  for (const text of [en, ...gloss]) {
    for (const [word] of text.toLowerCase().matchAll(/\p{L}+/gu)) {
      if (!VAGUE.has(word) && !isFunctionEn(word))
        stems.add(word.replace(/(?:s|ed|ing)$/, '').slice(0, SAME_START))
    }
  }
  return stems
}

/** What the dictionary explains with: many meanings share these. */
const VAGUE: ReadonlySet<string> = new Set(
  'sb sth etc esp idiom lit fig abbr person people used kind type'.split(' '),
)
