import { hashOf } from '../hash.ts'
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
  return text
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
  const essence = (text: string) => normalize(text).replace(/[^\p{L}\p{N}]+/gu, '')
  return hashOf([essence(texts.zh), essence(texts.en)])
}
