import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Side, Sides } from '../../src/domain/model.ts'

const DECKS = join(import.meta.dirname, '../../decks')

type DeckBead = Sides<string> & { readonly paragraph?: true }

/** The beads of every starter deck, by the name of its file. */
export function starterDecks(): ReadonlyMap<string, readonly DeckBead[]> {
  const files = readdirSync(DECKS).filter(
    (file) => file.endsWith('.json') && file !== 'index.json' && file !== 'deck.schema.json',
  )
  return new Map(
    files.toSorted().map((file) => {
      const deck: { readonly beads: readonly DeckBead[] } = JSON.parse(
        readFileSync(join(DECKS, file), 'utf8'),
      )
      return [file.slice(0, -'.json'.length), deck.beads]
    }),
  )
}

/** Both sides of a deck as running text, paragraph by paragraph. */
export function textsOf(beads: readonly DeckBead[]): Sides<string> {
  const side = (of: Side): string =>
    beads
      .map((bead) => (bead.paragraph ? '\n' : of === 'en' ? ' ' : '') + bead[of])
      .join('')
      .trim()
  return { zh: side('zh'), en: side('en') }
}
