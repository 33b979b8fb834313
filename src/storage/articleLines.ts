import { SIDES } from '../domain/model.ts'
import type { Lines } from '../domain/words/concordanceLines.ts'
import { readArticle } from './articles.ts'
import { transact, type Disk } from './database.ts'
import { keepPart } from './derived/articlePart.ts'
import { articleLinesRecord, KEY, VERSION } from './derived/articleLines.ts'
import { opened, sealed } from './derived/derived.ts'
import type { ArticleLines } from './records.ts'

const COLUMNS = ['origins', 'starts', 'wordEnds', 'lemmaOf', 'links', 'linkEnds'] as const

function isLines(value: unknown): value is ArticleLines {
  if (typeof value !== 'object' || value === null) return false
  const its: Partial<ArticleLines> = value
  const { texts, ends, starts, wordEnds, lemmaOf, linkEnds } = its
  return (
    typeof its.article === 'string' &&
    typeof its.lemmas === 'string' &&
    SIDES.every((side) => typeof texts?.[side] === 'string') &&
    SIDES.every((side) => ends?.[side] instanceof Uint32Array) &&
    COLUMNS.every((column) => its[column] instanceof Uint32Array) &&
    starts?.length === wordEnds?.length &&
    starts?.length === lemmaOf?.length &&
    ends?.zh.length === ends?.en.length &&
    ends?.zh.length === its.origins?.length &&
    ends?.zh.length === linkEnds?.length
  )
}

/** What is kept of these articles, by their ids; what is not sound is left out. */
export async function readLines(disk: Disk, ids: readonly string[]): Promise<Map<string, Lines>> {
  const parts = await transact(disk, ['image'], 'readonly', (tx) =>
    Promise.all(ids.map((id) => tx.objectStore('image').get(`${KEY}${id}`))),
  )
  const found = parts.map((part) => opened(part, VERSION)).filter(isLines)
  return new Map(found.map((lines) => [lines.article, lines]))
}

/** The lines of one article, made anew and kept; null when it is not here. */
export async function makeLines(disk: Disk, id: string): Promise<Lines | null> {
  const source = await readArticle(disk, id)
  if (source === null || source.article.deletedAt !== undefined) return null
  const lines = await articleLinesRecord.make(source)
  await keepPart(disk, `${KEY}${id}`, sealed(VERSION, lines), source)
  return lines
}
