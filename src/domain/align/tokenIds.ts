import { part } from '../tasks.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import type { Sides } from '../model.ts'
import { stemEn } from '../text/lemmaEn.ts'
import { tokenizeEn } from '../text/tokenizeEn.ts'
import { splitClausesEn, splitClausesZh } from './cutClauses.ts'
import { zhWords } from './zhWords.ts'

/** One side as numbers: every distinct token has an id, every segment is a run of ids. */
export interface TokenSide {
  /** Token of each id: words on the Chinese side, stems on the English. */
  readonly vocabulary: readonly string[]
  readonly idOf: ReadonlyMap<string, number>
  /** Occurrences of each id in the text. */
  readonly count: Float64Array
  /** Ids in text order; segment s has those from `start[s]` to `start[s + 1]`. */
  readonly ids: Int32Array
  readonly start: Int32Array
  /** UTF-16 units of each segment, at least 1. */
  readonly length: Float64Array
}

/** Number of segments of a side. */
export const sizeOf = (side: TokenSide): number => side.start.length - 1

/** A bitext as numbers: its sentences, and the clauses they are made of over the same tokens. */
export interface IndexedBitext extends Sides<TokenSide> {
  readonly clauses: Sides<TokenSide>
  readonly clauseTexts: Sides<readonly string[]>
  /** The first clause of each sentence, one more than there are sentences. */
  readonly firstClause: Sides<Int32Array>
}

/** Tokens of both sides, numbered. Yields the share done. */
export function* indexBitext(
  zh: readonly string[],
  en: readonly string[],
  dictionary: Dictionary,
): Generator<number, IndexedBitext> {
  const left = yield* part(
    0,
    0.5,
    indexSide(zh, splitClausesZh, (text) => zhWords(text, dictionary)),
  )
  const right = yield* part(0.5, 1, indexSide(en, splitClausesEn, enStems))
  return {
    zh: left.sentences,
    en: right.sentences,
    clauses: { zh: left.clauses, en: right.clauses },
    clauseTexts: { zh: left.clauseTexts, en: right.clauseTexts },
    firstClause: { zh: left.firstClause, en: right.firstClause },
  }
}

/** Stems of an English sentence; of the clitics only "not" says something a Chinese sentence would say. */
export function enStems(text: string): readonly string[] {
  const stems: string[] = []
  for (const { kind, norm } of tokenizeEn(text)) {
    if (kind === 'number') stems.push(norm.replace('%', ''))
    else if (kind !== 'clitic' || norm === 'not') stems.push(stemEn(norm))
  }
  return stems
}

interface IndexedSide {
  readonly sentences: TokenSide
  readonly clauses: TokenSide
  readonly clauseTexts: readonly string[]
  readonly firstClause: Int32Array
}

/** Clauses of a segment. Nobody writes so many in one sentence: what has more is no prose, and is taken in so many parts. */
const MOST_CLAUSES = 40

function* indexSide(
  segments: readonly string[],
  split: (text: string) => readonly string[],
  tokens: (text: string) => readonly string[],
): Generator<number, IndexedSide> {
  const idOf = new Map<string, number>()
  const vocabulary: string[] = []
  const count: number[] = []
  const ids: number[] = []
  const start: number[] = [0]
  const clauseStart: number[] = [0]
  const clauseTexts: string[] = []
  const firstClause: number[] = [0]
  for (const segment of segments) {
    const found = split(segment)
    const together = Math.ceil(found.length / MOST_CLAUSES)
    for (const [at, clause] of found.entries()) {
      for (const token of tokens(clause)) {
        let id = idOf.get(token)
        if (id === undefined) {
          id = vocabulary.push(token) - 1
          idOf.set(token, id)
          count.push(0)
        }
        count[id]! += 1
        ids.push(id)
      }
      if ((at + 1) % together !== 0 && at + 1 < found.length) continue
      clauseStart.push(ids.length)
      clauseTexts.push(found.slice(at - (at % together), at + 1).join(''))
    }
    if (start.push(ids.length) % 50 === 0) yield Math.min(1, start.length / segments.length)
    firstClause.push(clauseTexts.length)
  }
  const shared = {
    vocabulary,
    idOf,
    count: Float64Array.from(count),
    ids: Int32Array.from(ids),
  }
  const lengths = (texts: readonly string[]) =>
    Float64Array.from(texts, ({ length }) => Math.max(1, length))
  return {
    sentences: { ...shared, start: Int32Array.from(start), length: lengths(segments) },
    clauses: { ...shared, start: Int32Array.from(clauseStart), length: lengths(clauseTexts) },
    clauseTexts,
    firstClause: Int32Array.from(firstClause),
  }
}
