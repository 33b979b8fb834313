import type { Dictionary } from '../../domain/dictionary/dictionary.ts'
import { cefrRank, hskOf } from '../../domain/dictionary/levels.ts'
import {
  packRunning,
  type ShelfText,
  type ShelfWords,
  TEXT_KINDS,
  type TextKind,
} from '../../domain/learner/shelf.ts'
import type { Deck, Level, Side } from '../../domain/model.ts'
import { countHanzi } from '../../domain/text/hanzi.ts'
import { tokenizeEn } from '../../domain/text/tokenizeEn.ts'
import { minutesFor } from '../../domain/words/readingTime.ts'
import { wordsOf } from '../../domain/words/words.ts'
import { writeDeck } from '../../formats/deckFile.ts'

/** Where a deck stands on the shelf, beside what its file says. */
export interface ShelfPlace {
  readonly kind: TextKind
  readonly series?: string
  readonly part?: number
}

/** A taste is so many sentences, or as many more as it takes to be worth tasting. */
const TASTE_BEADS = 3
const TASTE_HANZI = 30

/**
 * The place of each deck, by its id, from lines `id<TAB>kind` and, for a part of a series, `<TAB>series<TAB>part`.
 *
 * @throws RangeError naming the line that says no place
 */
export function parsePlaces(list: string): ReadonlyMap<string, ShelfPlace> {
  const places = new Map<string, ShelfPlace>()
  for (const [index, line] of list.split('\n').entries()) {
    if (line === '') continue
    const [id = '', kindName, series, part] = line.split('\t')
    const kind = TEXT_KINDS.find((known) => known === kindName)
    if (kind === undefined) throw new RangeError(`line ${index + 1} says no place: ${line}`)
    places.set(id, { kind, ...(series === undefined ? {} : { series, part: Number(part) }) })
  }
  return places
}

/** What the catalogue says of a deck. */
export function shelfText(file: string, deck: Deck, place: ShelfPlace): ShelfText {
  const { id, title, level, beads, revision } = deck
  const zh = beads.map((bead) => bead.zh).join('')
  const en = beads.map((bead) => bead.en).join(' ')
  return {
    file,
    id,
    title,
    level,
    ...place,
    sentences: beads.length,
    minutes: {
      zh: minutesFor(countHanzi(zh), 'zh'),
      en: minutesFor(tokenizeEn(en).length, 'en'),
    },
    bytes: new TextEncoder().encode(writeDeck(deck)).length,
    revision,
    taste: tasteOf(deck),
  }
}

function tasteOf({ beads }: Deck): ShelfText['taste'] {
  const taste = []
  for (const { zh, en } of beads) {
    if (
      taste.length >= TASTE_BEADS &&
      countHanzi(taste.map((one) => one.zh).join('')) >= TASTE_HANZI
    )
      break
    taste.push({ zh, en })
  }
  return taste
}

/** The running words of decks on a side, as the reader counts them. */
export function shelfWords(decks: readonly Deck[], side: Side, dictionary: Dictionary): ShelfWords {
  const running = decks.map(({ id, beads }) => ({
    id,
    words: beads
      .flatMap((bead) => wordsOf(bead[side], side, dictionary))
      .filter(({ kind }) => kind === 'word'),
  }))
  const rowOf = new Map(
    running.flatMap(({ words }) => words).map(({ key, level }) => [key, rowOfLevel(level, side)]),
  )
  const words = Array.from({ length: Math.max(...rowOf.values()) + 1 }, (_, row) =>
    [...rowOf].flatMap(([key, own]) => (own === row ? [key] : [])),
  )
  const placeOf = new Map(words.flat().map((key, place) => [key, place]))
  const placesOf = (found: readonly { readonly key: string }[]) =>
    found.flatMap(({ key }) => placeOf.get(key) ?? [])
  return {
    words,
    texts: Object.fromEntries(
      running.map(({ id, words: found }) => [id, packRunning(placesOf(found))]),
    ),
  }
}

function rowOfLevel(level: Level, side: Side): number {
  if (side === 'zh') return hskOf(level) ?? 0
  return level.cefr === undefined ? 0 : cefrRank(level.cefr) + 1
}

/** The catalogue as a file a person can compare: a text on each line. */
export function writeCatalogue(texts: readonly ShelfText[]): string {
  return `[\n${texts.map((text) => `  ${JSON.stringify(text)}`).join(',\n')}\n]\n`
}

/** The words with each row and each text on a line. */
export function writeShelfWords({ words, texts }: ShelfWords): string {
  const rows = words.map((row) => `    ${JSON.stringify(row)}`)
  const lines = Object.entries(texts).map(
    ([id, running]) => `    ${JSON.stringify(id)}: ${JSON.stringify(running)}`,
  )
  return `{\n  "words": [\n${rows.join(',\n')}\n  ],\n  "texts": {\n${lines.join(',\n')}\n  }\n}\n`
}
