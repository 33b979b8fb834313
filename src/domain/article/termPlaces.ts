import { rangeOf } from '../bitext/bitext.ts'
import type { Bead, Occurrence, Segment, Sides, TextRange } from '../model.ts'

/** Two units of Chinese begin words of few lengths, each of which can be tried. */
const HEAD = 2

/** Where each term stands, bead by bead. A term inside a longer one does not stand there. */
export function placesOf(
  terms: readonly Sides<string>[],
  texts: Sides<string>,
  segments: Sides<readonly Segment[]>,
  beads: readonly Bead[],
): readonly (readonly Occurrence[])[] {
  const places: Occurrence[][] = terms.map(() => [])
  const wordsIn = finderOf(terms)
  for (const bead of beads) {
    const zh = rangeOf(segments.zh, bead.zh)
    const en = rangeOf(segments.en, bead.en)
    if (zh === null) continue
    const left = new Ground(texts.zh.slice(zh.start, zh.end), zh.start, false)
    const right = en && new Ground(small(texts.en.slice(en.start, en.end)), en.start, true)
    for (const at of wordsIn(left.text)) {
      const term = terms[at]!
      const partner = term.en.toLowerCase()
      const nextZh = left.placesOf(term.zh)
      const nextEn = right?.placesOf(partner)
      for (let place = nextZh(); place !== null; place = nextZh())
        places[at]!.push({ zh: place, en: nextEn?.() ?? null })
    }
  }
  return places
}

/** In small letters, unless that changes its length: İ has two. */
function small(text: string): string {
  const lower = text.toLowerCase()
  return lower.length === text.length ? lower : text
}

/**
 * Finds the terms that a text may hold, the longest first. Of terms with the same hanzi only the first counts: it takes all
 * places. Only those whose first hanzi stand together in the text are named, so that a deck of many terms needs not look for
 * each of them in each of its beads.
 */
function finderOf(terms: readonly Sides<string>[]): (text: string) => readonly number[] {
  const longestFirst = terms
    .map(({ zh, en }, at) => ({ zh, en, at }))
    .filter(({ zh }) => zh !== '')
    .sort((a, b) => b.zh.length - a.zh.length || b.en.length - a.en.length)
  const rankOf = new Map<string, number>()
  const lengthsOf = new Map<string, Set<number>>()
  for (const [rank, { zh }] of longestFirst.entries()) {
    if (rankOf.has(zh)) continue
    rankOf.set(zh, rank)
    const head = zh.slice(0, HEAD)
    lengthsOf.set(head, (lengthsOf.get(head) ?? new Set()).add(zh.length))
  }
  return (text) => {
    const ranks = new Set<number>()
    for (let at = 0; at < text.length; at++) {
      for (const head of [text[at]!, text.slice(at, at + HEAD)]) {
        for (const length of lengthsOf.get(head) ?? []) {
          const rank = rankOf.get(text.slice(at, at + length))
          if (rank !== undefined) ranks.add(rank)
        }
      }
    }
    return [...ranks].sort((a, b) => a - b).map((rank) => longestFirst[rank]!.at)
  }
}

/** The text of a bead, of which each unit is given away once. */
class Ground {
  readonly text: string
  readonly #start: number
  readonly #isSpaced: boolean
  readonly #taken: Uint8Array

  /** @param isSpaced whether words are set apart, so that only whole ones count */
  constructor(text: string, start: number, isSpaced: boolean) {
    this.text = text
    this.#start = start
    this.#isSpaced = isSpaced
    this.#taken = new Uint8Array(text.length)
  }

  /** Gives the free places of a word one after the other, and takes them; null when there are no more. */
  placesOf(word: string): () => TextRange | null {
    let at = 0
    return () => {
      for (; word !== '' && at >= 0; at++) {
        at = this.text.indexOf(word, at)
        if (at < 0) break
        const end = at + word.length
        if (!this.#isFree(at, end) || this.#isInWord(at, end)) continue
        this.#taken.fill(1, at, end)
        const place = { start: this.#start + at, end: this.#start + end }
        at = end
        return place
      }
      at = -1
      return null
    }
  }

  #isFree(start: number, end: number): boolean {
    return !this.#taken.subarray(start, end).includes(1)
  }

  #isInWord(start: number, end: number): boolean {
    return this.#isSpaced && (isLetter(this.text[start - 1]) || isLetter(this.text[end]))
  }
}

const isLetter = (unit: string | undefined) => unit !== undefined && /[\p{L}\p{N}]/u.test(unit)
