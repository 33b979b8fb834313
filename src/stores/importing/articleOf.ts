import { articleIdOf } from '../../domain/article/articleRow.ts'
import { rootsOf } from '../../domain/article/sharedRevision.ts'
import type { Import } from '../../domain/article/writeArticle.ts'
import { type Deck, NO_PROVENANCE, type Sides } from '../../domain/model.ts'
import type { Draft } from '../../worker/language/protocol.ts'

/** The import a draft becomes, and the revisions that notes picked from it are to name. */
export interface NewArticle extends Import {
  readonly revision: Sides<string>
}

/** The article a draft becomes; with the id, provenance and revision of the deck, or the address it came from, if any. */
export function articleOf(
  draft: Draft,
  deck: Deck | null,
  addedAt: number,
  source = '',
): NewArticle {
  const { title, contentHash, segments, beads, terms, texts } = draft
  const id = deck?.id ?? articleIdOf(contentHash)
  const { zh, en } = rootsOf(id, texts)
  return {
    id,
    title,
    addedAt,
    provenance: deck?.provenance ?? { ...NO_PROVENANCE, source },
    ...(deck === null || deck.level === '' ? {} : { level: deck.level }),
    ...(deck === null || source === '' ? {} : { address: source }),
    contentHash,
    revision: { zh: zh.id, en: en.id },
    texts,
    segments,
    beads,
    terms,
    ...(deck === null ? {} : { deckRevision: deck.revision }),
  }
}
