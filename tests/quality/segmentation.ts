import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TextRange } from '../../src/domain/model.ts'
import { segmentEn } from '../../src/domain/text/segmentEn.ts'
import { segmentZh } from '../../src/domain/text/segmentZh.ts'
import type { QualityRow } from './row.ts'

const MAC_DEV = resolve(process.cwd(), '../shared/bench/mac-dev')

/** One side of MAC-Dev: how it is joined again and who splits it. */
const SIDES = {
  zh: { segment: segmentZh, chunk: 6, glue: '' },
  en: { segment: segmentEn, chunk: 8, glue: ' ' },
} as const

/** A boundary that only one of the two has, with the text around it. */
export interface Miss {
  readonly kind: 'missed' | 'false'
  readonly around: string
}

export interface BoundaryCount {
  readonly hits: number
  readonly misses: readonly Miss[]
}

/** Harmonic mean of boundary precision and recall. */
export function boundaryF1({ hits, misses }: BoundaryCount): number {
  return (2 * hits) / (2 * hits + misses.length)
}

/** Joins sentences, splits them again and compares the boundaries inside, counted in characters that are not white space. */
export function countBoundaries(
  sentences: readonly string[],
  glue: string,
  segment: (text: string) => readonly TextRange[],
): BoundaryCount {
  const text = sentences.join(glue)
  const dense = (part: string) => part.replace(/\s/g, '')
  const ends = (parts: readonly string[]) => {
    let length = 0
    return parts.map((part) => (length += dense(part).length)).slice(0, -1)
  }
  const gold = ends(sentences)
  const found = ends(segment(text).map(({ start, end }) => text.slice(start, end)))
  const flat = dense(text)
  const miss = (kind: Miss['kind']) => (at: number) => ({
    kind,
    around: `${flat.slice(Math.max(0, at - 30), at)} | ${flat.slice(at, at + 30)}`,
  })
  const missed = gold.filter((end) => !found.includes(end))
  const wrong = found.filter((end) => !gold.includes(end))
  return {
    hits: gold.length - missed.length,
    misses: [...missed.map(miss('missed')), ...wrong.map(miss('false'))],
  }
}

/** Boundaries of one side of MAC-Dev, all chapters together; null when the data is not there. */
export function countMacDev(side: 'zh' | 'en'): BoundaryCount | null {
  if (!existsSync(MAC_DEV)) return null
  const { segment, chunk, glue } = SIDES[side]
  let hits = 0
  const misses: Miss[] = []
  for (const file of readdirSync(MAC_DEV).filter((name) => name.endsWith(`.${side}`))) {
    const lines = readFileSync(resolve(MAC_DEV, file), 'utf8').split('\n')
    const sentences = lines.map((line) => line.trim()).filter((line) => line !== '')
    for (let at = 0; at < sentences.length; at += chunk) {
      const count = countBoundaries(sentences.slice(at, at + chunk), glue, segment)
      hits += count.hits
      misses.push(...count.misses)
    }
  }
  return { hits, misses }
}

/** Rows for `npm run quality`: boundary F1 of each side of MAC-Dev. */
export async function measureSegmentation(): Promise<QualityRow[]> {
  return (['zh', 'en'] as const).map((side) => {
    const count = countMacDev(side)
    return {
      name: `sentence boundaries ${side}, MAC-Dev, F1`,
      value: count && boundaryF1(count),
      goal: 0.99,
      floor: 0.988,
      better: 'higher',
      note: 'rules read against this data: in-sample',
    }
  })
}
