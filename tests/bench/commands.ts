import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Figure, quantile } from './figure.ts'

const root = join(import.meta.dirname, '../..')
const ROUNDS = 7

/** Commands of the command line on one short line, whole processes, the bundle made before; the middle of some rounds. */
export function measureCommands(): readonly Figure[] {
  const folder = mkdtempSync(join(tmpdir(), 'duizhao-bench-'))
  const file = join(folder, 'line.txt')
  writeFileSync(file, '天刚亮，面包店就开门了。\n')
  const run = (...words: readonly string[]): number => {
    const startedAt = performance.now()
    const { status } = spawnSync(process.execPath, words, { cwd: root })
    if (status !== 0) throw new Error(`${words.join(' ')} left with ${status}`)
    return performance.now() - startedAt
  }
  const middle = (...words: readonly string[]): number =>
    quantile(
      Array.from({ length: ROUNDS }, () => run(...words)),
      0.5,
    )
  try {
    run('src/cli/start.mjs', 'words', file)
    return [
      ...['words', 'read'].map((command) => ({
        name: `duizhao ${command}`,
        value: middle('src/cli/start.mjs', command, file),
        unit: 'ms' as const,
        aim: 800,
      })),
      { name: 'Node, doing nothing', value: middle('-e', '0'), unit: 'ms' },
    ]
  } finally {
    rmSync(folder, { recursive: true })
  }
}
