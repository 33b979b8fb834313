import type { TextRange } from '../model.ts'
import type { LinkedBead } from './linkedBead.ts'

/** The words made last of all moved beads of a bitext: whoever works on one bead is given the same ones again and again. */
export interface LastMoved {
  bead: MovedBead | null
  zh: LinkedBead['zh'] | null
  en: LinkedBead['en'] | null
}

/**
 * A bead that has the words and links of another one and stands further on in the text. Its words are made when somebody asks
 * for them, and kept until those of another bead are: a hundred thousand equal cells of a table need no more room than one.
 *
 * To be passed on as it is: a copy by `...` would have no words.
 */
export class MovedBead implements LinkedBead {
  readonly #like: LinkedBead
  readonly #zhBy: number
  readonly #enBy: number
  readonly #last: LastMoved

  /** @param like no moved bead itself */
  constructor(like: LinkedBead, zhBy: number, enBy: number, last: LastMoved) {
    this.#like = like
    this.#zhBy = zhBy
    this.#enBy = enBy
    this.#last = last
  }

  get zh(): LinkedBead['zh'] {
    return (this.#made().zh ??= this.#like.zh.map((word) => movedBy(word, this.#zhBy)))
  }

  get en(): LinkedBead['en'] {
    return (this.#made().en ??= this.#like.en.map((word) => movedBy(word, this.#enBy)))
  }

  get names(): LinkedBead['names'] {
    return this.#like.names.map((name) => ({ ...name, zh: movedBy(name.zh, this.#zhBy) }))
  }

  get links(): LinkedBead['links'] {
    return this.#like.links
  }

  /** The same still further on. */
  movedOn(zhBy: number, enBy: number): MovedBead {
    return new MovedBead(this.#like, this.#zhBy + zhBy, this.#enBy + enBy, this.#last)
  }

  #made(): LastMoved {
    if (this.#last.bead !== this) Object.assign(this.#last, { bead: this, zh: null, en: null })
    return this.#last
  }
}

/** A range that stands further on by so much. */
export function movedBy<R extends TextRange>(range: R, by: number): R {
  return { ...range, start: range.start + by, end: range.end + by }
}
