import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { cwd } from 'node:process'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import { tokenizeZh } from '../../src/domain/text/tokenizeZh.ts'
import type { QualityRow } from './row.ts'

const MSR = resolve(cwd(), '../shared/bench/segmentation/msr_gold.txt')

/** F1 of words against the SIGHAN-2005 MSR test: a word counts when both its ends are right. */
export async function measureWords(): Promise<QualityRow[]> {
  const row = { name: 'words, SIGHAN MSR F1', goal: 0.86, floor: 0.874, better: 'higher' } as const
  if (!existsSync(MSR)) return [{ ...row, value: null, note: '../shared is not here' }]
  const dictionary = await loadDictionary('full')
  const lines = (await readFile(MSR, 'utf8')).split('\n').filter((line) => line.trim() !== '')
  let right = 0
  let expected = 0
  let found = 0
  for (const line of lines) {
    const words = line.trim().split(/\s+/)
    const gold = new Set<string>()
    let at = 0
    for (const word of words) gold.add(`${at},${(at += word.length)}`)
    const tokens = tokenizeZh(words.join(''), dictionary)
    right += tokens.filter(({ start, end }) => gold.has(`${start},${end}`)).length
    expected += words.length
    found += tokens.length
  }
  const [precision, recall] = [right / found, right / expected]
  const value = (2 * precision * recall) / (precision + recall)
  const note = `precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, ${expected} words, nothing learnt from it`
  return [{ ...row, value, note }]
}
