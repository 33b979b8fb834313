import { draftToDeck } from '../../domain/article/deck.ts'
import type { Sides } from '../../domain/model.ts'
import { writeDeck } from '../../formats/deckFile.ts'
import { readArticle } from '../../storage/articles.ts'
import type { Disk } from '../../storage/database.ts'

/** An article as a deck file, the next revision of that deck; null when it is not here. */
export async function deckFileOf(
  disk: Disk,
  id: string,
): Promise<{ readonly title: Sides<string>; readonly file: string } | null> {
  const found = await readArticle(disk, id)
  if (found === null) return null
  const { article, texts } = found
  const deck = draftToDeck(
    { ...article, texts, contentHash: article.contentHashes[0] ?? '' },
    {
      id: article.id,
      revision: (article.deckRevision ?? 0) + 1,
      provenance: article.provenance,
      level: '',
    },
  )
  return { title: article.title, file: writeDeck(deck) }
}
