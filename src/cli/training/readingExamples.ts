import { groupBy } from './groupBy.ts'

/** A sentence with one hanzi whose reading is known. */
export interface ReadingExample {
  readonly text: string
  /** UTF-16 offset of the hanzi. */
  readonly at: number
  readonly reading: string
  /** What the sentence means, where somebody wrote it down. */
  readonly en?: string
}

/** Sentences with one hanzi between ▁ marks each, and their readings, one a line. */
export function parseReadingExamples(sentences: string, labels: string): readonly ReadingExample[] {
  const readings = labels.split('\n')
  return sentences
    .split('\n')
    .map((line, i) => ({
      text: line.replaceAll('▁', ''),
      at: line.indexOf('▁'),
      reading: (readings[i] ?? '').trim(),
    }))
    .filter(({ at, reading }) => at >= 0 && reading !== '')
}

/** The rows of `everyday.tsv`: sentence, place in code points, reading, English. */
export function parseEveryday(rows: string): readonly ReadingExample[] {
  return rows
    .trimEnd()
    .split('\n')
    .map((row) => {
      const [text = '', place, reading = '', en = ''] = row.split('\t')
      return { text, at: unitsBefore(text, Number(place)), reading, en }
    })
}

/** UTF-16 offset of the code point with this number. */
const unitsBefore = (text: string, codePoints: number): number =>
  [...text].slice(0, codePoints).join('').length

/** The corpus is split in so many parts; the first is never learnt from. */
export const PARTS = 5

/**
 * The part of each example, 0 … 4, by a hash of its sentence, the same for ever. Near twins of one hanzi are in one part: that
 * of the first of them in the order of their sentences.
 */
export function partsOf(examples: readonly ReadingExample[]): readonly number[] {
  const byHanzi = groupBy(examples.keys(), (i) => {
    const { text, at } = examples[i]!
    return text[at]!
  })
  const parts: number[] = []
  for (const group of byHanzi.values()) {
    const rest = [...group].toSorted((i, j) => (examples[i]!.text < examples[j]!.text ? -1 : 1))
    while (rest.length > 0) {
      const twins = takeTwins(rest, examples)
      const part = hash(examples[twins[0]!]!.text) % PARTS
      for (const i of twins) parts[i] = part
    }
  }
  return parts
}

/** Takes the first out of a list of examples, with its twins, the twins of these, and so on. */
function takeTwins(rest: number[], examples: readonly ReadingExample[]): readonly number[] {
  const twins = [rest.shift()!]
  for (const one of twins) {
    const like = rest.filter((other) => areTwins(examples[one]!, examples[other]!))
    for (const other of like) rest.splice(rest.indexOf(other), 1)
    twins.push(...like)
  }
  return twins
}

/** Sentences are near twins when they share two of three of their pairs of neighbouring characters. */
const TWINS = 2 / 3

function areTwins(a: ReadingExample, b: ReadingExample): boolean {
  const [pairs, others] = [pairsOf(a.text), pairsOf(b.text)]
  const common = [...pairs].filter((pair) => others.has(pair)).length
  return 2 * common >= TWINS * (pairs.size + others.size)
}

function pairsOf(text: string): ReadonlySet<string> {
  const bare = text.replace(/[。！？，]/g, '')
  return new Set(Array.from({ length: bare.length - 1 }, (_, i) => bare.slice(i, i + 2)))
}

/** FNV-1a over UTF-16 units. */
function hash(text: string): number {
  let value = 0x811c9dc5
  for (let i = 0; i < text.length; i++) {
    value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0
  }
  return value >>> 3
}
