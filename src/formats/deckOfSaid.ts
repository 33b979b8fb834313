import type { Deck } from '../domain/model.ts'

/**
 * A deck in another format than its own, as it was read and not yet checked: a person may have changed it.
 *
 * @param value what is said of the deck by this name; '' when nothing is
 */
export const deckOfSaid = (
  value: (name: string) => string,
  { title, beads, terms }: Pick<Deck, 'title' | 'beads' | 'terms'>,
): Omit<Deck, 'format' | 'version'> => ({
  id: value('id'),
  revision: Number(value('revision') || 1),
  title,
  level: value('level'),
  provenance: {
    source: value('source'),
    author: value('author'),
    translator: value('translator'),
    date: value('date'),
    licence: value('licence'),
  },
  beads,
  terms,
})
