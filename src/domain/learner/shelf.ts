import { cefrRank, readTextLevel } from '../dictionary/levels.ts'
import { CEFR, type Cefr, type Level, type Side, type Sides } from '../model.ts'

/** What a starter text is, for who chooses one. */
export const TEXT_KINDS = [
  'story',
  'dialogue',
  'interview',
  'letter',
  'diary',
  'notice',
  'recipe',
  'poem',
  'essay',
  'minutes',
  'science',
  'history',
  'news',
] as const
export type TextKind = (typeof TEXT_KINDS)[number]

/** What the catalogue says of a text that comes with the app. */
export interface ShelfText {
  readonly file: string
  readonly id: string
  readonly title: Sides<string>
  /** For people: `HSK 4 · B1`. */
  readonly level: string
  readonly kind: TextKind
  /** The series it is a part of, and which part. */
  readonly series?: string
  readonly part?: number
  readonly sentences: number
  /** To read it, for who learns a side. */
  readonly minutes: Sides<number>
  /** Of its file. */
  readonly bytes: number
  readonly revision: number
  /** Its first sentences. */
  readonly taste: readonly Sides<string>[]
}

/** The words of all texts of the shelf on one side, so that coverage is known before a text is fetched; packed, as they travel. */
export interface ShelfWords {
  /** Headwords, or lemmas, in rows: those the lists do not have, then those of each level, the easiest first. */
  readonly words: readonly (readonly string[])[]
  /** The running words of each text, by its id: {@link packRunning}. */
  readonly texts: Readonly<Record<string, readonly number[]>>
}

/**
 * Places in a list as the steps from each to the next, in order; a negative number says how often the place before it stands
 * there, when that is more than once.
 */
export function packRunning(places: readonly number[]): readonly number[] {
  const counts = new Map<number, number>()
  for (const place of places) counts.set(place, (counts.get(place) ?? 0) + 1)
  let last = 0
  return [...counts]
    .sort(([a], [b]) => a - b)
    .flatMap(([place, count]) => {
      const step = place - last
      last = place
      return count > 1 ? [step, -count] : [step]
    })
}

/** Visits each place of what was packed, with how often it stands there. */
export function eachRunning(
  packed: readonly number[],
  visit: (place: number, count: number) => void,
): void {
  let place = 0
  for (const [at, step] of packed.entries()) {
    if (step < 0) continue
    place += step
    const next = packed[at + 1] ?? 0
    visit(place, next < 0 ? -next : 1)
  }
}

/** The level of a row of words: 0 none, then a side's ladder from its easiest. */
export function levelOfRow(row: number, side: Side): Level {
  if (row === 0) return {}
  if (side === 'zh') return { hsk2021: row }
  const cefr = CEFR[row - 1]
  return cefr === undefined ? {} : { cefr }
}

/** Share of the running words of each text that a learner knows, by its id, 0 … 1. */
export function shelfCoverage(
  { words, texts }: ShelfWords,
  side: Side,
  isKnown: (key: string, level: Level) => boolean,
): ReadonlyMap<string, number> {
  const known = words.flatMap((row, at) => {
    const level = levelOfRow(at, side)
    return row.map((key) => isKnown(key, level))
  })
  const covered = new Map<string, number>()
  for (const [id, packed] of Object.entries(texts)) {
    let all = 0
    let own = 0
    eachRunning(packed, (place, count) => {
      all += count
      if (known[place] === true) own += count
    })
    covered.set(id, all === 0 ? 1 : own / all)
  }
  return covered
}

/** A text of which so much is known is read with pleasure, and has words left to learn. */
const BEST_COVERAGE = 0.9

type Part = Pick<ShelfText, 'id' | 'series' | 'part'>

/** Who looks for a text: the side they learn, and the level they have reached; the first where nobody has asked. */
export interface ShelfReader {
  readonly learning: Side
  readonly hsk: number | null
  readonly cefr: Cefr | null
}

/**
 * The texts not taken yet, the one to read next first: of the reader's level, then of the nearest, the higher of two; among
 * those that whose coverage is nearest to the best, the earlier where two are as near. Of a series only the part that comes next.
 */
export function textsThatFit<Text extends Part & Pick<ShelfText, 'level'>>(
  texts: readonly Text[],
  covered: ReadonlyMap<string, number>,
  taken: ReadonlySet<string>,
  reader: ShelfReader,
): readonly Text[] {
  const reached = reader.learning === 'zh' ? (reader.hsk ?? 1) : cefrRank(reader.cefr ?? 'A1')
  const steps = ({ level }: Text) => {
    const { hsk, cefr } = readTextLevel(level) ?? { hsk: 1, cefr: 'A1' }
    const above = (reader.learning === 'zh' ? hsk : cefrRank(cefr)) - reached
    return above < 0 ? 0.5 - above : above
  }
  const distance = ({ id }: Text) => Math.abs((covered.get(id) ?? 0) - BEST_COVERAGE)
  return texts
    .filter((text) => !taken.has(text.id) && isNextPart(text, texts, taken))
    .toSorted((a, b) => steps(a) - steps(b) || distance(a) - distance(b))
}

/** Whether every earlier part of its series is taken. */
function isNextPart(
  { series, part = 1 }: Part,
  texts: readonly Part[],
  taken: ReadonlySet<string>,
): boolean {
  if (series === undefined) return true
  return texts.every(
    (other) => other.series !== series || (other.part ?? 1) >= part || taken.has(other.id),
  )
}
