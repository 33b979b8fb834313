import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { gzipSync } from 'node:zlib'
import { shelfCoverage, type ShelfText, type ShelfWords } from '../../src/domain/learner/shelf.ts'
import type { Figure } from './figure.ts'

const DECKS = join(import.meta.dirname, '../../decks')
const RUNS = 20

/** What the shelf costs: to look at it, to open a text, to take a level along; and to say how much of each text is known. */
export function measureShelf(): readonly Figure[] {
  const bytes = (file: string) => readFileSync(join(DECKS, file))
  const kilobytes = (name: string, files: readonly string[]): Figure => {
    const all = files.map(bytes)
    const raw = all.reduce((sum, { length }) => sum + length, 0) / 1000
    const packed = all.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0) / 1000
    return { name: `${name}, gzip`, value: packed, unit: 'kB', note: `${raw.toFixed(0)} kB raw` }
  }
  const texts: readonly ShelfText[] = JSON.parse(bytes('index.json').toString())
  const words: ShelfWords = JSON.parse(bytes('shelf/words-zh.json').toString())
  const middle = texts.toSorted((a, b) => a.bytes - b.bytes)[texts.length >> 1]
  const ofLevel = (level: string) =>
    texts.filter((text) => text.level.startsWith(level)).map(({ file }) => file)
  const began = performance.now()
  for (let i = 0; i < RUNS; i++) shelfCoverage(words, 'zh', (_, { hsk2021 = 9 }) => hsk2021 <= 3)
  const took = (performance.now() - began) / RUNS
  return [
    kilobytes('catalogue', ['index.json']),
    kilobytes('words of all texts, Chinese', ['shelf/words-zh.json']),
    kilobytes('words of all texts, English', ['shelf/words-en.json']),
    kilobytes('a text, the middle one', [middle?.file ?? 'night-train.json']),
    kilobytes('a level, HSK 4', ofLevel('HSK 4')),
    kilobytes(
      'all texts',
      texts.map(({ file }) => file),
    ),
    { name: `coverage of ${texts.length} texts, in Node`, value: took, unit: 'ms' },
  ]
}
