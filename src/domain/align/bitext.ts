import type { Dictionary } from '../dictionary/dictionary.ts'
import type { Sides } from '../model.ts'
import { stemEn } from '../text/lemmaEn.ts'
import { tokenizeEn } from '../text/tokenizeEn.ts'
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
  /** The first clause of each sentence, one more than there are sentences. */
  readonly firstClause: Sides<Int32Array>
}

/** Tokens of both sides, numbered. */
export function indexBitext(
  zh: readonly string[],
  en: readonly string[],
  dictionary: Dictionary,
): IndexedBitext {
  const left = indexSide(zh, splitClausesZh, (text) => zhWords(text, dictionary))
  const right = indexSide(en, splitClausesEn, enStems)
  return {
    zh: left.sentences,
    en: right.sentences,
    clauses: { zh: left.clauses, en: right.clauses },
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

function indexSide(
  segments: readonly string[],
  split: (text: string) => readonly string[],
  tokens: (text: string) => readonly string[],
) {
  const idOf = new Map<string, number>()
  const vocabulary: string[] = []
  const count: number[] = []
  const ids: number[] = []
  const start: number[] = [0]
  const clauseStart: number[] = [0]
  const clauseLength: number[] = []
  const firstClause: number[] = [0]
  for (const segment of segments) {
    for (const clause of split(segment)) {
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
      clauseStart.push(ids.length)
      clauseLength.push(clause.length)
    }
    start.push(ids.length)
    firstClause.push(clauseLength.length)
  }
  const shared = {
    vocabulary,
    idOf,
    count: Float64Array.from(count),
    ids: Int32Array.from(ids),
  }
  const lengths = (of: readonly number[]) => Float64Array.from(of, (length) => Math.max(1, length))
  return {
    sentences: {
      ...shared,
      start: Int32Array.from(start),
      length: lengths(segments.map(({ length }) => length)),
    },
    clauses: { ...shared, start: Int32Array.from(clauseStart), length: lengths(clauseLength) },
    firstClause: Int32Array.from(firstClause),
  }
}

/**
 * The clauses of a sentence: cut after commas, semicolons, colons, dashes and stops with whatever closes after them; a piece
 * without letters or digits joins the one before. At least one; together they are the sentence.
 */
export function splitClausesZh(sentence: string): readonly string[] {
  return pieces(sentence, /[，；：。！？!?…—,;:]+[”’」』）)》"']*/gu)
}

export function splitClausesEn(sentence: string): readonly string[] {
  return pieces(sentence, /(?:[,;:.!?…—–]+[”’)"']*(?=\s|[—–])|[—–]+)\s*/gu)
}

function pieces(sentence: string, end: RegExp): readonly string[] {
  const cuts = [...sentence.matchAll(end)].map((match) => match.index + match[0].length)
  const found: string[] = []
  let from = 0
  for (const cut of [...cuts, sentence.length]) {
    const piece = sentence.slice(from, cut)
    from = cut
    if (piece === '') continue
    if (found.length > 0 && !/[\p{L}\p{N}]/u.test(piece)) found[found.length - 1] += piece
    else found.push(piece)
  }
  return found.length > 0 ? found : [sentence]
}
