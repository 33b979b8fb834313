import type { Question } from '../question.ts'

/** What stands in the gap of a question; null when it has none. */
export function missingIn({ question }: Question): string | null {
  for (const { text, gap } of question) if (gap !== null) return text.slice(gap.start, gap.end)
  return null
}
