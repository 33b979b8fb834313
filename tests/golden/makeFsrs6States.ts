/**
 * Writes `fsrs6-states.json`: the memory fsrs-rs reaches after each of the histories of `histories.ts`.
 *
 *     mkdir /tmp/binding && cd /tmp/binding && npm init -y && npm install @open-spaced-repetition/binding@0.5.0
 *     npx tsx tests/golden/makeFsrs6States.ts /tmp/binding
 *
 * The binding (MIT) is not among our packages because its builds for other platforms are not on every registry.
 */
import { RATINGS } from '../../src/domain/model.ts'
import { readFileSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { resolve } from 'node:path'
import { HISTORIES_PER_SET, history, weightSets } from './histories.ts'

interface BindingMemory {
  readonly stability: number
  readonly difficulty: number
}
interface Binding {
  readonly FSRSBinding: new (weights: readonly number[]) => {
    nextStates(
      memory: BindingMemory | null,
      retention: number,
      days: number,
    ): Record<'again' | 'hard' | 'good' | 'easy', { memory: BindingMemory; interval: number }>
  }
}

const folder = resolve(process.argv[2] ?? '.')
const load = createRequire(`${folder}/`)
const name = '@open-spaced-repetition/binding'
const { FSRSBinding }: Binding = load(name)
const { version }: { version: string } = JSON.parse(
  readFileSync(`${folder}/node_modules/${name}/package.json`, 'utf8'),
)

const sets = weightSets().map((weights, set) => {
  const model = new FSRSBinding(weights)
  const states = Array.from({ length: HISTORIES_PER_SET }, (_, at) => {
    const { grades, days } = history(set * HISTORIES_PER_SET + at + 1)
    let memory: BindingMemory | null = null
    let interval = 0
    grades.forEach((grade, step) => {
      const next = model.nextStates(memory, 0.9, days[step]!)[RATINGS[grade - 1]!]
      memory = next.memory
      interval = next.interval
    })
    const { stability, difficulty } = memory!
    return [stability, difficulty, interval].map((value) => Number(value.toPrecision(7)))
  })
  return { weights, states }
})
const golden = {
  about:
    'Memory after each history of histories.ts: stability, difficulty, interval at 90 % (days).',
  origin: `${name}@${version} (fsrs-rs, MIT), by makeFsrs6States.ts`,
  sets,
}
const lines = JSON.stringify(golden).replaceAll('],[', '],\n[')
writeFileSync(resolve(import.meta.dirname, 'fsrs6-states.json'), `${lines}\n`)
