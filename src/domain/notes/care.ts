import type { ArticleTexts } from '../article/showArticle.ts'
import type { Care, Note } from '../model.ts'
import { findIn } from './places.ts'
import { pairsIn } from './showNote.ts'

/**
 * Why a note needs care, as far as this article can tell; null when it is well, or has no anchor here.
 * A term is well as long as one of its places is.
 */
export function careOf(note: Note, source: ArticleTexts): Care | null {
  if (pairsIn(note, source.article.id).length === 0) return null
  const found = findIn(note, source)
  if (found.length === 0) return 'lost'
  return found.some(({ paired }) => paired) ? null : 'unpaired'
}
