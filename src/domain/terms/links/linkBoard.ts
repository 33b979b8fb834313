import type { BeadWords } from '../beadWords.ts'

/** A word of one side and one of the other that translate each other. */
export interface Link {
  readonly zh: number
  readonly en: number
  /** What speaks for it, 0 … 1.4; 1 and more is a whole gloss or a name. */
  readonly strength: number
}

/** Linked neighbours farther off say nothing about a word's place. */
const FARTHEST = 6

/** The links of one bead while they are being made. */
export class LinkBoard {
  readonly zh: BeadWords['zh']
  readonly en: BeadWords['en']
  /** Chinese words linked as one with a name or a whole gloss: nothing is added to them. */
  readonly whole = new Set<number>()
  /** Chinese words linked with a gloss of one word. */
  readonly settled = new Set<number>()
  readonly #ofZh: number[][]
  readonly #ofEn: number[][]
  readonly #links: Link[] = []

  constructor({ zh, en }: BeadWords) {
    this.zh = zh
    this.en = en
    this.#ofZh = zh.map(() => [])
    this.#ofEn = en.map(() => [])
  }

  get links(): readonly Link[] {
    return this.#links
  }

  /** English partners of a Chinese word. */
  ofZh(i: number): readonly number[] {
    return this.#ofZh[i] ?? []
  }

  /** Chinese partners of an English word. */
  ofEn(j: number): readonly number[] {
    return this.#ofEn[j] ?? []
  }

  /** Whether there is such an English word, and it has no partner. */
  isFreeEn(j: number): boolean {
    return j >= 0 && j < this.en.length && this.ofEn(j).length === 0
  }

  /** Whether two neighbouring English words stand together; also false when one of them does not exist. */
  isJoinedEn(left: number): boolean {
    const next = this.en[left + 1]
    return left >= 0 && next !== undefined && (next.joined || next.clitic)
  }

  /**
   * Where the partners of the nearest linked words on both sides say a word's own partner should be: on the line between them,
   * or as far from each as the words are when they change places.
   */
  expectedPlaces(i: number): readonly number[] {
    const left = this.#linkedBeside(i, -1)
    const right = this.#linkedBeside(i, 1)
    if (left && right && right.at > left.at && right.at - left.at <= 2 * FARTHEST)
      return [left.at + ((right.at - left.at) * (i - left.i)) / (right.i - left.i)]
    return [...(left ? [left.at + (i - left.i)] : []), ...(right ? [right.at - (right.i - i)] : [])]
  }

  #linkedBeside(i: number, step: 1 | -1): { readonly i: number; readonly at: number } | null {
    for (let k = i + step; this.zh[k] !== undefined && Math.abs(k - i) <= FARTHEST; k += step) {
      const partners = this.ofZh(k)
      if (partners.length > 0)
        return { i: k, at: step < 0 ? Math.max(...partners) : Math.min(...partners) }
    }
    return null
  }

  link(i: number, j: number, strength: number): void {
    this.#ofZh[i]?.push(j)
    this.#ofEn[j]?.push(i)
    this.#links.push({ zh: i, en: j, strength })
  }

  unlink(i: number, j: number): void {
    this.#ofZh[i] = this.ofZh(i).filter((k) => k !== j)
    this.#ofEn[j] = this.ofEn(j).filter((k) => k !== i)
    const at = this.#links.findIndex((link) => link.zh === i && link.en === j)
    if (at >= 0) this.#links.splice(at, 1)
  }
}
