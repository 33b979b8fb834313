import { Parser, type Handler } from 'htmlparser2'

/** Browsers stop at 512; a page that somebody wrote has a tenth of it. */
const DEEPEST = 300

/** A handler that knows how many elements are open, and whether what is inside the innermost must not come out. */
export interface ShallowHandler extends Partial<Handler> {
  readonly depth: number
  isKept(name: string): boolean
}

/**
 * A parser that opens elements only so deep and lets those inside stand beside each other, as browsers do: each element costs
 * the parser as much as are open, and a page of `<div>` would take the square of its length. No text is lost.
 */
export class ShallowParser extends Parser {
  readonly #handler: ShallowHandler
  /** Elements that were closed as soon as they were opened, so that their end tags end nothing. */
  readonly #flat = new Map<string, number>()
  #tag: 'opening' | 'flat' | 'open' | 'closing' = 'open'

  constructor(handler: ShallowHandler) {
    super(handler, { decodeEntities: true })
    this.#handler = handler
  }

  override onopentagname(start: number, endIndex: number): void {
    this.#tag = 'opening'
    super.onopentagname(start, endIndex)
  }

  override onclosetag(start: number, endIndex: number): void {
    this.#tag = 'closing'
    super.onclosetag(start, endIndex)
    this.#tag = 'open'
  }

  protected override isVoidElement(name: string): boolean {
    if (super.isVoidElement(name)) return true
    const flat = this.#flat.get(name) ?? 0
    if (this.#tag === 'closing') {
      if (flat > 0) this.#flat.set(name, flat - 1)
      return flat > 0
    }
    if (this.#tag === 'opening') {
      const isFlat = this.#handler.depth >= DEEPEST && this.#handler.isKept(name)
      if (isFlat) this.#flat.set(name, flat + 1)
      this.#tag = isFlat ? 'flat' : 'open'
    }
    return this.#tag === 'flat'
  }
}
