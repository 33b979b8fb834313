import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { cwd } from 'node:process'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import { parseReadingExamples, trainReadings } from '../../src/cli/training/trainReadings.ts'
import { readZh } from '../../src/domain/zh/pinyin.ts'
import type { QualityRow } from './row.ts'

const CPP = resolve(cwd(), '../shared/bench/pinyin')
const FOLDS = 5

/** Share of polyphones read right, each fifth of the examples by a model that has seen the other four. */
export async function measureReadings(): Promise<QualityRow[]> {
  const row = {
    name: 'readings, CPP polyphones, 5-fold',
    goal: 0.965,
    floor: 0.964,
    better: 'higher',
  } as const
  if (!existsSync(CPP)) return [{ ...row, value: null, note: '../shared is not here' }]
  const dictionary = await loadDictionary('full')
  const examples = parseReadingExamples(
    await readFile(resolve(CPP, 'dev.sent'), 'utf8'),
    await readFile(resolve(CPP, 'dev.lb'), 'utf8'),
  )
  let right = 0
  for (let fold = 0; fold < FOLDS; fold++) {
    const model = trainReadings(
      examples.filter((_, i) => i % FOLDS !== fold),
      dictionary,
    )
    for (const [i, { text, at, reading }] of examples.entries()) {
      if (i % FOLDS === fold && readZh(text, dictionary, { model })[at] === reading) right++
    }
  }
  const note = `${examples.length} examples held back in turn; neutral tones as in CC-CEDICT`
  return [{ ...row, value: right / examples.length, note }]
}
