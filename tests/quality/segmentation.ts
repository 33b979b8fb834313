import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { TextRange } from '../../src/domain/model.ts'
import { recogniseLayout } from '../../src/domain/text/layout.ts'
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

const TEXTS = resolve(process.cwd(), '../shared/texts')

/** Boundaries of one side of the news articles, whose lines are sentences but for a few that are two. */
export function countNews(side: 'zh' | 'en'): BoundaryCount | null {
  const folder = resolve(TEXTS, 'news')
  if (!existsSync(folder)) return null
  const { segment, glue } = SIDES[side]
  let hits = 0
  const misses: Miss[] = []
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.json'))) {
    const pairs: readonly (readonly [string, string])[] = JSON.parse(
      readFileSync(resolve(folder, file), 'utf8'),
    )
    // The first line is the headline, which nothing ends.
    const lines = pairs.slice(1).map((pair) => pair[side === 'zh' ? 0 : 1])
    const count = countBoundaries(lines, glue, segment)
    hits += count.hits
    misses.push(...count.misses)
  }
  return { hits, misses }
}

/** Sentences of each paragraph of the ceasefire article, counted by hand. */
const CEASEFIRE = {
  zh: '11121511142123411121212311322111133',
  en: '111121511142123411121212311322111133',
}

/** Share of the article's paragraphs that are split into as many sentences as a person counted; null without the article. */
export function ceasefireShare(side: 'zh' | 'en'): number | null {
  const file = resolve(TEXTS, 'ceasefire.txt')
  if (!existsSync(file)) return null
  const { value } = recogniseLayout({ kind: 'text', text: readFileSync(file, 'utf8') })
  const paragraphs = value?.texts[side].split('\n') ?? []
  const counted = CEASEFIRE[side]
  if (paragraphs.length !== counted.length) return 0
  const right = paragraphs.filter(
    (text, at) => SIDES[side].segment(text).length === Number(counted[at]),
  )
  return right.length / counted.length
}

/** Rows for `npm run quality`: boundary F1 of MAC-Dev and the news, and the ceasefire article. */
export async function measureSegmentation(): Promise<QualityRow[]> {
  const f1 = (count: BoundaryCount | null) => count && boundaryF1(count)
  return (['zh', 'en'] as const).flatMap((side): QualityRow[] => [
    {
      name: `sentence boundaries ${side}, MAC-Dev, F1`,
      value: f1(countMacDev(side)),
      goal: 0.99,
      floor: 0.99,
      better: 'higher',
      note: 'in-sample: the rules were read against it',
    },
    {
      name: `sentence boundaries ${side}, news, F1`,
      value: f1(countNews(side)),
      goal: 0.98,
      floor: 0.97,
      better: 'higher',
      note: 'not looked at before; some gold lines hold two sentences',
    },
    {
      name: `sentences ${side}, ceasefire article, share of paragraphs right`,
      value: ceasefireShare(side),
      goal: 1,
      floor: 1,
      better: 'higher',
    },
  ])
}
