import { type Block } from './latticeTypes.ts'
import type { Sides, Span } from '../model.ts'

/** Spans of paragraphs known to translate each other. */
export type Tie = Sides<Span>

/**
 * The blocks of segments that ties of paragraphs cut a bitext into, in order; together they cover both sides.
 * Without ties it is one block.
 *
 * @throws RangeError when the ties do not ascend on both sides
 */
export function blocksOf({
  zh,
  en,
  paragraphs,
  ties = [],
}: {
  readonly zh: readonly string[]
  readonly en: readonly string[]
  readonly paragraphs?: Sides<readonly number[]> | undefined
  readonly ties?: readonly Tie[] | undefined
}): readonly Block[] {
  const zhAt = firstOf(paragraphs?.zh, zh.length)
  const enAt = firstOf(paragraphs?.en, en.length)
  const blocks: Block[] = []
  let zhDone = 0
  let enDone = 0
  const cutAt = (zhTo: number, enTo: number) => {
    if (zhTo < zhDone || enTo < enDone) throw new RangeError('ties must ascend on both sides')
    if (zhTo === zhDone && enTo === enDone) return
    blocks.push({ zh: { from: zhDone, to: zhTo }, en: { from: enDone, to: enTo } })
    zhDone = zhTo
    enDone = enTo
  }
  for (const tie of ties) {
    cutAt(zhAt(tie.zh.from), enAt(tie.en.from))
    cutAt(zhAt(tie.zh.to), enAt(tie.en.to))
  }
  cutAt(zh.length, en.length)
  return blocks
}

/** Finds the first segment of a paragraph, or of the next one that has segments. */
function firstOf(paragraphs: readonly number[] | undefined, segments: number) {
  if (!paragraphs) return (paragraph: number) => Math.min(paragraph, segments)
  return (paragraph: number) => {
    let low = 0
    let high = segments
    while (low < high) {
      const middle = (low + high) >> 1
      if (paragraphs[middle]! < paragraph) low = middle + 1
      else high = middle
    }
    return low
  }
}
