import { type Article, type Deck, NO_PROVENANCE } from '../../domain/model.ts'
import type { Draft } from '../../worker/language/protocol.ts'

/** The article a draft becomes; with the provenance and the revision of the deck it came from, if any. */
export const articleOf = (
  draft: Draft,
  deck: Deck | null,
  id: string,
  addedAt: number,
): Article => ({
  id,
  title: draft.title,
  addedAt,
  provenance: deck?.provenance ?? NO_PROVENANCE,
  contentHash: draft.contentHash,
  revision: { zh: 0, en: 0 },
  segments: draft.segments,
  beads: draft.beads,
  terms: draft.terms,
  ...(deck === null ? {} : { deckRevision: deck.revision }),
})
