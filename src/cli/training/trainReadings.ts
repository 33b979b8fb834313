import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { argv, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Dictionary } from '../../domain/dictionary/dictionary.ts'
import { tokenizeZh } from '../../domain/text/tokenizeZh.ts'
import { contextOf } from '../../domain/zh/pinyin.ts'
import {
  openReadingModel,
  type ReadingContext,
  type ReadingModel,
  type StoredReadings,
} from '../../domain/zh/readingModel.ts'
import { loadDictionary } from '../dictionary.ts'

/** A sentence with one hanzi whose reading is known. */
export interface ReadingExample {
  readonly text: string
  /** UTF-16 offset of the hanzi. */
  readonly at: number
  readonly reading: string
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

/** The counts of `domain/zh/readingModel.ts` from examples, in a form to store: sorted, so the same for any order. */
export function countReadings(
  examples: readonly ReadingExample[],
  dictionary: Dictionary,
): StoredReadings {
  const counts = new Map<string, Map<string, ReadingContext[]>>()
  for (const { text, at, reading } of examples) {
    const token = tokenizeZh(text, dictionary).find(({ start, end }) => start <= at && at < end)
    if (!token) continue
    const characters = [...token.text]
    const index = Array.from(text.slice(token.start, at)).length
    const hanzi = dictionary.simplifiedForms(characters[index] ?? '')[0] ?? ''
    const ofHanzi = counts.get(hanzi) ?? new Map<string, ReadingContext[]>()
    const contexts = ofHanzi.get(reading) ?? []
    contexts.push(contextOf(text, at, characters, index, dictionary))
    counts.set(hanzi, ofHanzi.set(reading, contexts))
  }
  const rows = [...counts].toSorted(([a], [b]) => (a < b ? -1 : 1))
  return Object.fromEntries(rows.map(([hanzi, ofHanzi]) => [hanzi, storeRow(ofHanzi)]))
}

function storeRow(ofHanzi: ReadonlyMap<string, readonly ReadingContext[]>): string {
  const sorted = (characters: readonly string[]): string => characters.toSorted().join('')
  return [...ofHanzi]
    .toSorted(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1))
    .map(([reading, contexts]) => {
      if (ofHanzi.size === 1) return `${reading} ${contexts.length}`
      const before = sorted(contexts.map((context) => context.before))
      const after = sorted(contexts.map((context) => context.after))
      const place = sorted(contexts.map((context) => context.place))
      return [reading, contexts.length, before, after, place].join(' ')
    })
    .join('|')
}

export function trainReadings(
  examples: readonly ReadingExample[],
  dictionary: Dictionary,
): ReadingModel {
  return openReadingModel(countReadings(examples, dictionary))
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const folder = argv[2]
  if (folder === undefined) {
    stderr.write('usage: tsx src/cli/training/trainReadings.ts FOLDER (with dev.sent and dev.lb)\n')
    process.exit(2)
  }
  const examples = parseReadingExamples(
    await readFile(resolve(folder, 'dev.sent'), 'utf8'),
    await readFile(resolve(folder, 'dev.lb'), 'utf8'),
  )
  const readings = countReadings(examples, await loadDictionary('full'))
  const rows = Object.entries(readings).map(
    ([hanzi, row]) => `    ${JSON.stringify(hanzi)}: ${JSON.stringify(row)}`,
  )
  const provenance =
    'Counts of readings and their neighbouring characters in the development part of CPP (Chinese Polyphones with ' +
    'Pinyin, kakaobrain/g2pM, Apache-2.0), made by src/cli/training/trainReadings.ts.'
  const file = fileURLToPath(new URL('../../domain/zh/readingWeights.json', import.meta.url))
  await writeFile(
    file,
    `{\n  "provenance": ${JSON.stringify(provenance)},\n  "readings": {\n${rows.join(',\n')}\n  }\n}\n`,
  )
  stdout.write(`${file}: ${rows.length} hanzi from ${examples.length} examples\n`)
}
