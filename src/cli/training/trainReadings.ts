import { readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { argv, stderr, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Dictionary } from '../../domain/dictionary/dictionary.ts'
import { tokenizeZh } from '../../domain/text/tokenizeZh.ts'
import { UNCOMMON, type StoredReadings } from '../../domain/zh/readingModel.ts'
import { readingPlace } from '../../domain/zh/readingPlace.ts'
import { readingText } from '../../domain/zh/readingText.ts'
import { loadDictionary } from '../dictionary.ts'
import { commonReadings } from './commonReadings.ts'
import { fitOwn, fitShared, type LabelledPlace } from './fitReadings.ts'
import {
  parseEveryday,
  parseReadingExamples,
  partsOf,
  type ReadingExample,
} from './readingExamples.ts'
import { storeReadings } from './storeReadings.ts'

/** What an everyday sentence counts; one of CPP counts 1. */
const EVERYDAY = 4

/** The place of an example in its text, as the model sees it. */
export function labelledPlace(
  { text, at, reading }: ReadingExample,
  weight: number,
  dictionary: Dictionary,
): LabelledPlace | null {
  const tokens = tokenizeZh(text, dictionary)
  const token = tokens.findIndex(({ start, end }) => start <= at && at < end)
  if (token < 0) return null
  const common = commonReadings(dictionary)
  const commonness = (hanzi: string, one: string): number => common.get(hanzi)?.get(one) ?? UNCOMMON
  const i = [...text.slice(tokens[token]!.start, at)].length
  const opened = readingText(text, tokens, dictionary)
  return { ...readingPlace(opened, token, i, at, dictionary, { commonness }), reading, weight }
}

/** The examples of CPP and the everyday ones as places to learn from. */
export function placesToLearn(
  cpp: readonly ReadingExample[],
  everyday: readonly ReadingExample[],
  dictionary: Dictionary,
): readonly LabelledPlace[] {
  return [
    ...everyday.map((example) => labelledPlace(example, EVERYDAY, dictionary)),
    ...cpp.map((example) => labelledPlace(example, 1, dictionary)),
  ].filter((place) => place !== null)
}

/** The weights learnt from places, as they are stored. */
export function trainReadings(
  places: readonly LabelledPlace[],
  dictionary: Dictionary,
): StoredReadings {
  const shared = fitShared(places)
  return storeReadings(shared, commonReadings(dictionary), fitOwn(places, shared))
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const folder = argv[2]
  if (folder === undefined) {
    stderr.write('usage: tsx src/cli/training/trainReadings.ts FOLDER (with dev.sent and dev.lb)\n')
    process.exit(2)
  }
  const cpp = parseReadingExamples(
    await readFile(resolve(folder, 'dev.sent'), 'utf8'),
    await readFile(resolve(folder, 'dev.lb'), 'utf8'),
  )
  const corpus = fileURLToPath(new URL('../data/everyday.tsv', import.meta.url))
  const everyday = parseEveryday(await readFile(corpus, 'utf8'))
  const parts = partsOf(everyday)
  const learnt = everyday.filter((_, i) => parts[i] !== 0)
  const dictionary = await loadDictionary('full')
  const stored = trainReadings(placesToLearn(cpp, learnt, dictionary), dictionary)
  const rows = Object.entries(stored.own).map(
    ([hanzi, row]) => `    ${JSON.stringify(hanzi)}: ${JSON.stringify(row)}`,
  )
  const provenance =
    'Weights of readings, learnt from src/cli/data/everyday.tsv (ours, CC0; four of its five parts) and the development part of ' +
    'CPP (Chinese Polyphones with Pinyin, kakaobrain/g2pM, Apache-2.0), made by src/cli/training/trainReadings.ts; `common` ' +
    'counts readings in the words of CC-CEDICT (CC BY-SA 4.0).'
  const json =
    `{\n  "provenance": ${JSON.stringify(provenance)},\n  "shared": ${JSON.stringify(stored.shared)},\n` +
    `  "common": ${JSON.stringify(stored.common)},\n  "own": {\n${rows.join(',\n')}\n  }\n}\n`
  const file = fileURLToPath(new URL('../../domain/zh/readingWeights.json', import.meta.url))
  await writeFile(file, json)
  const size = gzipSync(json, { level: 9 }).length
  stdout.write(
    `${file}: ${rows.length} hanzi from ${cpp.length} + ${learnt.length} examples, ${size} bytes gzipped\n`,
  )
}
