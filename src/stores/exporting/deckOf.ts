import { draftToDeck } from '../../domain/article/deck.ts'
import type { Deck } from '../../domain/model.ts'
import { readArticle } from '../../storage/articles.ts'
import type { Disk } from '../../storage/database.ts'

/** An article as a deck, the next revision of that deck; null when it is not here. */
export async function deckOf(disk: Disk, id: string): Promise<Deck | null> {
  const found = await readArticle(disk, id)
  if (found === null) return null
  const { article, texts } = found
  return draftToDeck(
    { ...article, texts, contentHash: article.contentHashes[0] ?? '' },
    {
      id: article.id,
      revision: (article.deckRevision ?? 0) + 1,
      provenance: article.provenance,
      level: article.level ?? '',
    },
  )
}
