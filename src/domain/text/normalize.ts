import { foldHanzi } from './fold.ts'
import { finish } from '../tasks.ts'
import { hashOfPieces } from '../ids.ts'
import type { Sides } from '../model.ts'

const QUOTES = /[“”„‟«»「」『』﹁﹂﹃﹄〝〞"]/g
const APOSTROPHES = /[‘’‚‛`´′]/g
const DASHES = /[‐‑‒–—―−─ー－]+|--+/g
const STOPS = /[。｡]/g
const COMMAS = /[、，]/g
const UNSEEN = /\u00ad|\u034f|\u061c|\u180e|[\u200b-\u200f]|[\u202a-\u202e]|[\u2060-\u206f]|\ufeff/g

/**
 * The text as two spellings of it are compared: compatibility forms and width folded (NFKC), small letters, one kind of quote,
 * apostrophe, dash and stop, unseen characters dropped, white space as single spaces. Only for comparing: never stored.
 */
export function normalize(text: string): string {
  return foldHanzi(text)
    .replace(UNSEEN, '')
    .replace(QUOTES, '"')
    .replace(APOSTROPHES, "'")
    .replace(DASHES, '-')
    .replace(STOPS, '.')
    .replace(COMMAS, ',')
    .normalize('NFKC')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim()
}

/** Hash of both texts by their letters and figures alone: the same for one article however it was laid out or punctuated. */
export function contentHash(texts: Sides<string>): string {
  return finish(contentHashSteps(texts))
}

/** {@link contentHash} in steps of some {@link PIECE} units. Yields the share done. */
export function* contentHashSteps({ zh, en }: Sides<string>): Generator<number, string> {
  const work = hashOfPieces([essence(zh), essence(en)])
  const total = (zh.length + en.length) / PIECE + 2
  for (let pieces = 1; ; pieces++) {
    const step = work.next()
    if (step.done) return step.value
    yield Math.min(1, pieces / total)
  }
}

const PIECE = 20_000
/** Before white space and hanzi a text can be cut: nothing there is folded together with what stands before. */
const CUT = /[\s\u3400-\u9fff]/g

/** The letters and figures of a text, piece by piece. */
function* essence(text: string): Generator<string> {
  for (let at = 0; at < text.length;) {
    CUT.lastIndex = at + PIECE
    const end = CUT.exec(text)?.index ?? text.length
    yield normalize(text.slice(at, end)).replace(/[^\p{L}\p{N}]+/gu, '')
    at = end
  }
}
