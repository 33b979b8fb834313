import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { cwd } from 'node:process'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import { toSimplified, toTraditional } from '../../src/domain/zh/script.ts'
import { isHanzi } from '../../src/domain/text/hanzi.ts'
import type { QualityRow } from './row.ts'

const MSR = resolve(cwd(), '../shared/bench/segmentation/msr_gold.txt')
/** Enough for four figures, and quick. */
const LINES = 1500

/** Share of hanzi of running text that survive simplified → traditional → simplified. */
export async function measureScripts(): Promise<QualityRow[]> {
  const row = {
    name: 'scripts, there and back',
    goal: 0.995,
    floor: 0.999,
    better: 'higher',
  } as const
  if (!existsSync(MSR)) return [{ ...row, value: null, note: '../shared is not here' }]
  const dictionary = await loadDictionary('full')
  const lines = (await readFile(MSR, 'utf8')).replaceAll(' ', '').split('\n').slice(0, LINES)
  let same = 0
  let all = 0
  for (const line of lines) {
    const back = [...toSimplified(toTraditional(line, dictionary), dictionary)]
    for (const [i, character] of [...line].entries()) {
      if (!isHanzi(character.codePointAt(0) ?? 0)) continue
      all++
      if (back[i] === character) same++
    }
  }
  const note =
    'no text in both scripts is at hand: this shows what is lost, not whether 裡 or 裏 is meant'
  return [{ ...row, value: same / all, note }]
}
