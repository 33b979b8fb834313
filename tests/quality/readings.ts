import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { cwd } from 'node:process'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import {
  labelledPlace,
  placesToLearn,
  readEveryday,
  trainReadings,
} from '../../src/cli/training/trainReadings.ts'
import {
  parseReadingExamples,
  type ReadingExample,
} from '../../src/cli/training/readingExamples.ts'
import type { Dictionary } from '../../src/domain/dictionary/dictionary.ts'
import { tokenizeZh } from '../../src/domain/text/tokenizeZh.ts'
import { readZh, type ReadOptions } from '../../src/domain/zh/pinyin.ts'
import { openReadingModel } from '../../src/domain/zh/readingModel.ts'
import type { QualityRow } from './row.ts'

const SHARED = resolve(cwd(), '../shared')
const CPP = resolve(SHARED, 'bench/pinyin')
const CASES = resolve(SHARED, 'cases/01-everyday-polyphones.tsv')
const BLIND = resolve(import.meta.dirname, 'blind/readings.tsv')
const FOLDS = 5
/** Blind sentences with so many characters are running text; what is shorter is a word or a phrase. */
const RUNNING = 12
const ABSENT = '../shared is not here'

/** Shares of polyphones read right: on benchmarks, in everyday sentences, with their translations and without. */
export async function measureReadings(): Promise<QualityRow[]> {
  const dictionary = await loadDictionary('full')
  return [
    ...(await measureCpp(dictionary)),
    ...(await measureEveryday(dictionary)),
    ...(await measureBlind(dictionary)),
    await measureCases(dictionary),
  ]
}

/** Each fifth by a model that has seen the other four, and four of five parts of the everyday sentences. */
async function measureCpp(dictionary: Dictionary): Promise<readonly QualityRow[]> {
  const row = {
    name: 'readings, CPP polyphones, 5-fold',
    goal: 0.965,
    floor: 0.964,
    better: 'higher',
  } as const
  if (!existsSync(CPP)) return [{ ...row, value: null, note: ABSENT }]
  const examples = parseReadingExamples(
    await readFile(resolve(CPP, 'dev.sent'), 'utf8'),
    await readFile(resolve(CPP, 'dev.lb'), 'utf8'),
  )
  const everyday = placesToLearn([], (await readEveryday()).learnt, dictionary)
  const places = examples.map((example) => labelledPlace(example, 1, dictionary))
  let right = 0
  let neutral = 0
  for (let fold = 0; fold < FOLDS; fold++) {
    const learnt = places.filter((place, i) => place !== null && i % FOLDS !== fold)
    const model = openReadingModel(
      trainReadings([...everyday, ...learnt.filter((place) => place !== null)], dictionary),
    )
    const heldBack = examples.filter((_, i) => i % FOLDS === fold)
    for (const { text, at, reading } of heldBack) {
      const read = readZh(text, dictionary, { model })[at]
      if (read === reading) right++
      else if (isUnstressed(read, reading) && isInWord(text, at, dictionary)) neutral++
    }
  }
  return [
    {
      ...row,
      value: right / examples.length,
      note: `${examples.length} examples held back in turn; as they are labelled`,
    },
    {
      name: '… neutral tones of CC-CEDICT counted as right',
      value: (right + neutral) / examples.length,
      goal: 0.97,
      floor: 0.969,
      better: 'higher',
      note: `${neutral} syllables of words that CPP labels with the full tone (收拾 shi2, 衣服 fu2)`,
    },
  ]
}

/** Whether a syllable differs from its label only in that the label has a full tone and it has none. */
function isUnstressed(read: string | null | undefined, label: string): boolean {
  return (
    read?.endsWith('5') === true && !label.endsWith('5') && read.slice(0, -1) === label.slice(0, -1)
  )
}

/** Whether a place is in a word of the dictionary: only there is a neutral tone a convention of the dictionary's. */
function isInWord(text: string, at: number, dictionary: Dictionary): boolean {
  const token = tokenizeZh(text, dictionary).find(({ start, end }) => start <= at && at < end)
  return token !== undefined && [...token.text].length > 1 && dictionary.has(token.text)
}

/** The fifth of the everyday sentences that was split off by hash before anything was tuned. */
async function measureEveryday(dictionary: Dictionary): Promise<readonly QualityRow[]> {
  const { heldOut } = await readEveryday()
  const note = `${heldOut.length} sentences, held-out; balanced over readings`
  const share = (optionsOf: (example: ReadingExample) => ReadOptions): number =>
    countRight(heldOut, dictionary, optionsOf) / heldOut.length
  return [
    {
      name: 'readings, everyday, the fifth split off',
      value: share(() => ({})),
      goal: 0.92,
      floor: 0.9,
      better: 'higher',
      note,
    },
    {
      name: '… with their English',
      value: share(({ en = '' }) => ({ english: en })),
      goal: 0.95,
      floor: 0.92,
      better: 'higher',
      note: 'the English was written for the sentences, so it names senses plainly',
    },
  ]
}

async function measureBlind(dictionary: Dictionary): Promise<readonly QualityRow[]> {
  const rows = (await readFile(BLIND, 'utf8')).trimEnd().split('\n')
  const examples = rows.map((row) => {
    const [part = '', text = '', place, reading = ''] = row.split('\t')
    const at = [...text].slice(0, Number(place)).join('').length
    return { part, text, at, reading }
  })
  const measured = (part: string, running: boolean): QualityRow => {
    const chosen = examples.filter(
      (one) => one.part === part && [...one.text].length >= RUNNING === running,
    )
    return {
      name: `readings, blind, ${running ? 'running sentences' : 'very short'}, ${part}`,
      value: countRight(chosen, dictionary, () => ({})) / chosen.length,
      goal: running ? 0.96 : 0.93,
      // The very short ones held out lost a mark of 76 with the last weights; they were not looked at while tuning.
      floor: running ? 0.94 : part === 'tuning' ? 0.98 : 0.92,
      better: 'higher',
      note: `${chosen.length} marks${part === 'tuning' ? ', seen while tuning' : ', looked at three times'}`,
    }
  }
  return ['tuning', 'held-out'].flatMap((part) => [measured(part, true), measured(part, false)])
}

/** Short sentences with one hanzi that must be read so at one of its places. */
async function measureCases(dictionary: Dictionary): Promise<QualityRow> {
  const row = {
    name: 'readings, very short everyday cases',
    goal: 0.93,
    floor: 0.97,
    better: 'higher',
  } as const
  if (!existsSync(CASES)) return { ...row, value: null, note: ABSENT }
  const cases = (await readFile(CASES, 'utf8')).trimEnd().split('\n')
  const right = cases.filter((line) => {
    const [text = '', hanzi = '', reading = ''] = line.split('\t')
    const readings = readZh(text, dictionary)
    return [...readings.keys()].some((at) => text[at] === hanzi && readings[at] === reading)
  })
  const note = `${cases.length} cases, known while tuning`
  return { ...row, value: right.length / cases.length, note }
}

function countRight(
  examples: readonly ReadingExample[],
  dictionary: Dictionary,
  optionsOf: (example: ReadingExample) => ReadOptions,
): number {
  return examples.filter((example) => {
    const { text, at, reading } = example
    return readZh(text, dictionary, optionsOf(example))[at] === reading
  }).length
}
