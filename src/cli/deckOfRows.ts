import { titleOf } from '../domain/article/build.ts'
import { deckToDraft, GLUE } from '../domain/article/deck.ts'
import { type Deck, type DeckBead, NO_PROVENANCE, type Side, type Span } from '../domain/model.ts'
import type { Layout } from '../domain/text/layoutTypes.ts'
import { deckIdOf } from '../formats/deckFile.ts'

/** A deck of the rows of a table, each a pair as it is, however many sentences it has: whoever made the table knew. */
export function deckOfRows({ texts, ties }: Layout): Deck {
  const lines = { zh: texts.zh.split('\n'), en: texts.en.split('\n') }
  const text = (side: Side, { from, to }: Span) => lines[side].slice(from, to).join(GLUE[side])
  const beads = ties.map(({ zh, en }): DeckBead => ({
    paragraph: true,
    zh: text('zh', zh),
    en: text('en', en),
  }))
  const rows: Deck = {
    format: 'duizhao-deck',
    version: 1,
    id: '',
    revision: 1,
    title: { zh: '', en: '' },
    level: '',
    provenance: NO_PROVENANCE,
    beads,
    terms: [],
  }
  const draft = deckToDraft(rows)
  const title = (side: Side) => titleOf(draft.texts, draft.segments, side)
  return { ...rows, id: deckIdOf(draft), title: { zh: title('zh'), en: title('en') } }
}
