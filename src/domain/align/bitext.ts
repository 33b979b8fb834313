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

/** Tokens of both sides, numbered. */
export function indexBitext(
  zh: readonly string[],
  en: readonly string[],
  dictionary: Dictionary,
): Sides<TokenSide> {
  return {
    zh: indexSide(zh, (text) => zhWords(text, dictionary)),
    en: indexSide(en, enStems),
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
  tokens: (text: string) => readonly string[],
): TokenSide {
  const idOf = new Map<string, number>()
  const vocabulary: string[] = []
  const count: number[] = []
  const ids: number[] = []
  const start = new Int32Array(segments.length + 1)
  segments.forEach((segment, s) => {
    for (const token of tokens(segment)) {
      let id = idOf.get(token)
      if (id === undefined) {
        id = vocabulary.push(token) - 1
        idOf.set(token, id)
        count.push(0)
      }
      count[id]! += 1
      ids.push(id)
    }
    start[s + 1] = ids.length
  })
  return {
    vocabulary,
    idOf,
    count: Float64Array.from(count),
    ids: Int32Array.from(ids),
    start,
    length: Float64Array.from(segments, (segment) => Math.max(1, segment.length)),
  }
}
