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
import { englishOdds } from './englishOdds.ts'
import { fitOwn, fitShared, type LabelledPlace } from './fitReadings.ts'
import {
  parseEveryday,
  parseReadingExamples,
  partsOf,
  type ReadingExample,
} from './readingExamples.ts'
import { storeReadings } from './storeReadings.ts'

/** What an everyday sentence counts; one of CPP counts 1. */
const EVERYDAY = 3

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

const readData = (name: string): Promise<string> =>
  readFile(fileURLToPath(new URL(`../data/${name}`, import.meta.url)), 'utf8')

/** The everyday sentences: those to learn from, and the fifth that is never learnt from. */
export async function readEveryday(): Promise<{
  readonly learnt: readonly ReadingExample[]
  readonly heldOut: readonly ReadingExample[]
}> {
  const examples = parseEveryday(await readData('everyday.tsv'))
  const short = parseEveryday(await readData('shortReadings.tsv'))
  const parts = partsOf(examples)
  return {
    learnt: [...examples.filter((_, i) => parts[i] !== 0), ...short],
    heldOut: examples.filter((_, i) => parts[i] === 0),
  }
}

/** The weights learnt from places, as they are stored. */
export function trainReadings(
  places: readonly LabelledPlace[],
  dictionary: Dictionary,
): StoredReadings {
  const shared = fitShared(places)
  return storeReadings(shared, commonReadings(dictionary), fitOwn(places, shared))
}

/** Writes an object with a line for each of its entries. */
async function writeRows(name: string, head: object, rows: object): Promise<string> {
  const lines = (fields: object): string =>
    Object.entries(fields)
      .map(([key, value]) => `  ${JSON.stringify(key)}: ${JSON.stringify(value)}`)
      .join(',\n')
  const file = fileURLToPath(new URL(`../../domain/zh/${name}`, import.meta.url))
  const json = `{\n${lines(head)},\n  "rows": {\n${lines(rows)}\n  }\n}\n`
  await writeFile(file, json)
  const size = gzipSync(json, { level: 9 }).length
  return `${file}: ${Object.keys(rows).length} hanzi, ${size} bytes gzipped\n`
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
  const everyday = await readEveryday()
  const dictionary = await loadDictionary('full')
  const places = placesToLearn(cpp, everyday.learnt, dictionary)
  const { rows, ...head } = trainReadings(places, dictionary)
  const provenance =
    'Weights of readings, learnt from src/cli/data/everyday.tsv (ours, CC0; four of its five parts) and shortReadings.tsv, and the development part of ' +
    'CPP (Chinese Polyphones with Pinyin, kakaobrain/g2pM, Apache-2.0), made by src/cli/training/trainReadings.ts; `common` ' +
    'counts readings in the words of CC-CEDICT (CC BY-SA 4.0).'
  stdout.write(await writeRows('readingWeights.json', { provenance, ...head }, rows))
  const hanzi = new Set(everyday.learnt.map(({ text, at }) => text[at]!))
  const source =
    'English that speaks for readings, counted in the glosses of CC-CEDICT (CC BY-SA 4.0) by src/cli/training/englishOdds.ts.'
  const odds = englishOdds(hanzi, dictionary)
  stdout.write(await writeRows('readingEnglish.json', { provenance: source }, odds))
}
