import type { Change } from '../../storage/tabs.ts'
import type { ShownCard } from './cardSources.ts'

/** What a change does to the card that is up: somebody answered it, or what it is drawn from is another; else null. */
export function effectOn(
  { note, question }: ShownCard,
  { entries, notes, articles, everything }: Change,
): 'answered' | 'changed' | null {
  const { id } = question.card
  if (entries.some((entry) => entry.type === 'answer' && entry.card === id)) return 'answered'
  const from = question.article?.id ?? ''
  return everything || notes.has(note.id) || articles.has(from) ? 'changed' : null
}
