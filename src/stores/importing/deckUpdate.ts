import { shallowRef } from 'vue'
import { textOf } from '../../domain/bitext/bitext.ts'
import type { Deck } from '../../domain/model.ts'
import { readArticle } from '../../storage/articles.ts'
import type { Disk } from '../../storage/database.ts'
import type { ArticleHead } from '../../storage/records.ts'

/** What a newer revision of a deck changes in the article that is here. */
export interface DeckUpdate {
  readonly revision: number
  /** Pairs of the deck that stand otherwise here, or not at all. */
  readonly corrected: number
}

/** Whether a deck that was put in is a newer revision of one that is here. A part of the import store. */
export function deckUpdate(open: () => Promise<Disk>) {
  const found = shallowRef<DeckUpdate | null>(null)

  async function look(deck: Deck | null, here: ArticleHead | null): Promise<void> {
    found.value = null
    if (deck === null || here === null || here.deletedAt !== undefined) return
    if (deck.revision <= (here.deckRevision ?? 0)) return
    const stored = await readArticle(await open(), here.id)
    if (stored === null) return
    const { texts, article } = stored
    const pairs = new Set(
      article.beads.map((_, at) => {
        const bitext = { ...article, texts }
        return `${textOf(bitext, at, 'zh')}\n${textOf(bitext, at, 'en')}`
      }),
    )
    const corrected = deck.beads.filter(({ zh, en }) => !pairs.has(`${zh}\n${en}`)).length
    found.value = { revision: deck.revision, corrected }
  }

  const forget = () => void (found.value = null)
  return { found, look, forget }
}
