import type { Change } from '../../storage/tabs.ts'
import type { ShownCard } from './cardSources.ts'

/** What a change does to the card that is up: somebody answered or moved it, or what it is drawn from is another; else null. */
export function effectOn(
  { note, question }: ShownCard,
  { entries, notes, articles, everything }: Change,
): 'answered' | 'changed' | null {
  const { id } = question.card
  const moved = entries.some(
    (entry) => 'card' in entry && entry.card === id && entry.type !== 'flag',
  )
  if (moved) return 'answered'
  const from = question.article?.id ?? ''
  return everything || notes.has(note.id) || articles.has(from) ? 'changed' : null
}
