import type { BeadWords, Link } from './pairTerms.ts'

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
