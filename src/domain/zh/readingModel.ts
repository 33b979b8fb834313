import { READING_HINTS } from './readingHints.ts'

/**
 * Which reading a hanzi has between its neighbours: a naive Bayes classifier per hanzi.
 *
 *   P(y | f₁ f₂ f₃) ∝ P(y) · Π P(fᵢ | y) / P(fᵢ)
 *
 * y a reading; f₁ the character before, f₂ the one after, f₃ the place in the word it belongs to. Priors and likelihoods
 * are smoothed counts (n of an event, N of all):
 *
 *   P(y) = (n(y) + β) / (N + β·K),   P(f | y) / P(f) ≈ (n(f, y) + α·P(y)) / ((n(f) + α) · P(y))
 *
 * so a neighbour that was never seen says nothing. Only + × ÷ of numbers far from their limits: the same in every engine.
 * (Lewis 1998 has the history of the classifier; α, β by cross-validation, see `cli/trainReadings.ts`.)
 */
const ALPHA = 1.5
const BETA = 0.3

/** One reading of a hanzi: how often, and with which neighbours and places; a neighbour seen twice stands twice. */
export interface ReadingCounts {
  readonly reading: string
  readonly count: number
  readonly before: string
  readonly after: string
  readonly place: string
}

/** Of each hanzi that has several readings. */
export type ReadingModel = ReadonlyMap<string, readonly ReadingCounts[]>

/** The neighbourhood of a hanzi, each part one character: see {@link neighbourClass} and {@link placeClass}. */
export interface ReadingContext {
  readonly before: string
  readonly after: string
  readonly place: string
}

/** A hanzi stands for itself; digits are `0`, Latin letters `a`, the end of the text `#`, everything else `,`. */
export function neighbourClass(character: string | undefined): string {
  if (character === undefined) return '#'
  if (/[0-9０-９]/.test(character)) return '0'
  if (/[A-Za-zＡ-Ｚａ-ｚ]/.test(character)) return 'a'
  return /[\u3005\u3007\u3400-\u9fff]/.test(character) ? character : ','
}

/** Alone, first, middle or last of `length` characters. */
export function placeClass(index: number, length: number): string {
  if (length === 1) return 'a'
  if (index === 0) return 'f'
  return index === length - 1 ? 'l' : 'm'
}

/** How plausible each candidate reading is, in the candidates' order; comparable with each other only. */
export function scoreReadings(
  model: ReadingModel,
  hanzi: string,
  candidates: readonly string[],
  context: ReadingContext,
): readonly number[] {
  const known = model.get(hanzi) ?? []
  const total = known.reduce((sum, { count }) => sum + count, 0)
  const readings = new Set([...candidates, ...known.map(({ reading }) => reading)]).size
  return candidates.map((candidate) => {
    const own = known.find(({ reading }) => reading === candidate)
    const prior = ((own?.count ?? 0) + BETA) / (total + BETA * readings)
    let score = prior
    for (const feature of ['before', 'after', 'place'] as const) {
      const value = context[feature]
      const seen = known.reduce((sum, counts) => sum + occurrences(counts[feature], value), 0)
      const withReading = own ? occurrences(own[feature], value) : 0
      score *= (withReading + ALPHA * prior) / ((seen + ALPHA) * prior)
    }
    return score
  })
}

function occurrences(text: string, character: string): number {
  let count = 0
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) count++
  return count
}

/**
 * What is stored: per hanzi its readings, commonest first, separated by `|`; each is the reading, its count, the
 * characters before, after and the places, separated by spaces. A hanzi with one reading needs no neighbours.
 */
export type StoredReadings = Readonly<Record<string, string>>

/** The model of stored counts, with the hand-written hints added to them. */
export function openReadingModel(stored: StoredReadings): ReadingModel {
  const model = new Map<string, readonly ReadingCounts[]>()
  for (const [hanzi, row] of [...Object.entries(stored), ...Object.entries(READING_HINTS)]) {
    const rows = [...(model.get(hanzi) ?? []), ...parseRow(row)]
    const readings = [...new Set(rows.map(({ reading }) => reading))]
    model.set(
      hanzi,
      readings.map((reading) =>
        sumCounts(
          reading,
          rows.filter((counts) => counts.reading === reading),
        ),
      ),
    )
  }
  return model
}

function parseRow(row: string): readonly ReadingCounts[] {
  return row.split('|').map((part) => {
    const [reading = '', count, before = '', after = '', place = ''] = part.split(' ')
    return { reading, count: Number(count), before, after, place }
  })
}

function sumCounts(reading: string, rows: readonly ReadingCounts[]): ReadingCounts {
  const join = (feature: 'before' | 'after' | 'place'): string =>
    rows.map((counts) => counts[feature]).join('')
  return {
    reading,
    count: rows.reduce((sum, { count }) => sum + count, 0),
    before: join('before'),
    after: join('after'),
    place: join('place'),
  }
}
