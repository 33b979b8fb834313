import type { Draft } from './draft.ts'
import { textOf } from '../bitext/bitext.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import type {
  Bead,
  Deck,
  DeckBead,
  DeckTerm,
  Level,
  Provenance,
  Segment,
  Side,
  Sides,
} from '../model.ts'
import { contentHash } from '../text/normalize.ts'
import { segmentEn } from '../text/segmentEn.ts'
import { segmentZh } from '../text/segmentZh.ts'
import { placesOf } from './termPlaces.ts'

const SEGMENTERS = { zh: segmentZh, en: segmentEn } as const
/** Between sentences of one paragraph. */
export const GLUE = { zh: '', en: ' ' } as const

/** The article of a deck: its beads as they are, its texts the beads joined, the places of its terms found in them. */
export function deckToDraft(deck: Deck, dictionary?: Dictionary): Draft {
  const zh = new SideBuilder('zh')
  const en = new SideBuilder('en')
  const beads: Bead[] = deck.beads.map((bead) => ({
    zh: zh.add(bead.zh, bead.paragraph === true),
    en: en.add(bead.en, bead.paragraph === true),
    confidence: bead.confidence ?? 1,
  }))
  const texts = { zh: zh.text, en: en.text }
  const segments = { zh: zh.segments, en: en.segments }
  const places = placesOf(deck.terms, texts, segments, beads)
  const terms = deck.terms.map((term, at) => ({
    ...term,
    level: levelOf(term, dictionary),
    score: deck.terms.length - at,
    occurrences: places[at]!,
  }))
  return { texts, segments, beads, terms, title: deck.title, contentHash: contentHash(texts) }
}

function levelOf({ zh, en }: DeckTerm, dictionary: Dictionary | undefined): Level {
  return dictionary ? { ...dictionary.levelEn(en.toLowerCase()), ...dictionary.levelZh(zh) } : {}
}

/** Grows one side's text and segments bead by bead. */
class SideBuilder {
  readonly side: Side
  text = ''
  readonly segments: Segment[] = []
  #paragraph = 0
  #breaks = false

  constructor(side: Side) {
    this.side = side
  }

  /** Adds a bead's text, which may be empty, and returns the span of its segments. */
  add(raw: string, startsParagraph: boolean): { from: number; to: number } {
    const from = this.segments.length
    this.#breaks ||= startsParagraph
    const text = raw.replace(/\s*[\n\r\v\f\u0085\u2028\u2029]\s*/g, GLUE[this.side]).trim()
    const ranges = SEGMENTERS[this.side](text)
    if (ranges.length === 0) return { from, to: from }
    if (this.text !== '') {
      if (this.#breaks) this.#paragraph++
      this.text += this.#breaks ? '\n' : GLUE[this.side]
    }
    this.#breaks = false
    const offset = this.text.length
    for (const { start, end } of ranges) {
      this.segments.push({ start: offset + start, end: offset + end, paragraph: this.#paragraph })
    }
    this.text += text
    return { from, to: this.segments.length }
  }
}

/** What a deck needs beside the article. */
export interface DeckDetails {
  readonly id: string
  readonly revision?: number
  readonly level?: string
  readonly provenance: Provenance
}

/** The deck that hands an article on: beads with their texts, terms, nobody's history. */
export function draftToDeck(draft: Draft, details: DeckDetails): Deck {
  const { segments, beads, terms, title } = draft
  let lastParagraph: Sides<number> = { zh: -1, en: -1 }
  const deckBeads = beads.map((bead, at): DeckBead => {
    const zh = segments.zh[bead.zh.from]
    const en = segments.en[bead.en.from]
    const paragraph = {
      zh: bead.zh.from < bead.zh.to && zh ? zh.paragraph : lastParagraph.zh,
      en: bead.en.from < bead.en.to && en ? en.paragraph : lastParagraph.en,
    }
    const isNew = paragraph.zh !== lastParagraph.zh || paragraph.en !== lastParagraph.en
    lastParagraph = paragraph
    const text = (side: Side) => textOf(draft, at, side).replaceAll('\n', GLUE[side])
    return {
      ...(isNew ? { paragraph: true } : {}),
      zh: text('zh'),
      en: text('en'),
      ...(bead.confidence < 1 ? { confidence: Math.round(bead.confidence * 1000) / 1000 } : {}),
    }
  })
  return {
    format: 'duizhao-deck',
    version: 1,
    id: details.id,
    revision: details.revision ?? 1,
    title,
    level: details.level ?? '',
    provenance: details.provenance,
    beads: deckBeads,
    terms: terms.map(({ zh, en, headword, reading, gloss, kind }) => ({
      ...{ zh, en },
      ...(headword === undefined ? {} : { headword }),
      ...{ reading, gloss, kind },
    })),
  }
}
