import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import type { Dictionary } from '../../src/domain/dictionary/dictionary.ts'
import { tokenizeZh } from '../../src/domain/text/tokenizeZh.ts'
import { readZh } from '../../src/domain/zh/pinyin.ts'
import { spokenReadings } from '../../src/domain/zh/sandhi.ts'
import { toSimplified, toTraditional } from '../../src/domain/zh/script.ts'
import type { QualityRow } from './row.ts'

export type Part = 'tuning' | 'held-out'
const PARTS: readonly Part[] = ['tuning', 'held-out']

/** Rows of a blind list that belong to a part, without the column that says so. */
export function blindRows(file: string, part: Part): readonly (readonly string[])[] {
  const text = readFileSync(resolve(import.meta.dirname, 'blind', file), 'utf8')
  const rows = text
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  return rows.filter(([first]) => first === part).map((row) => row.slice(1))
}

interface Measure {
  readonly name: string
  readonly file: string
  readonly goal: number
  readonly floors: Readonly<Record<Part, number>>
  /** What the program makes of a row, and what is right. */
  readonly compare: (row: readonly string[], dictionary: Dictionary) => readonly [string, string]
}

const MEASURES: readonly Measure[] = [
  {
    name: 'tones as spoken',
    file: 'spoken.tsv',
    goal: 0.95,
    floors: { tuning: 0.98, 'held-out': 0.96 },
    compare: ([text = '', right = ''], dictionary) => {
      const tokens = tokenizeZh(text, dictionary)
      const readings = readZh(text, dictionary, { tokens })
      const spoken = spokenReadings(text, readings, tokens).filter((one) => one !== null)
      return [spoken.join(' '), right]
    },
  },
  {
    name: 'phrases to traditional',
    file: 'scripts.tsv',
    goal: 0.95,
    floors: { tuning: 0.96, 'held-out': 0.84 },
    compare: ([simplified = '', right = ''], dictionary) => [
      toTraditional(simplified, dictionary),
      right,
    ],
  },
  {
    name: 'phrases to simplified',
    file: 'scripts.tsv',
    goal: 0.95,
    floors: { tuning: 0.98, 'held-out': 0.98 },
    compare: ([right = '', traditional = ''], dictionary) => [
      toSimplified(traditional, dictionary),
      right,
    ],
  },
  {
    name: 'ambiguous cuts',
    file: 'cuts.tsv',
    goal: 0.85,
    floors: { tuning: 0.88, 'held-out': 0.75 },
    compare: ([sentence = '', marked = ''], dictionary) => {
      const from = marked.indexOf('【')
      const span = marked.slice(from + 1, marked.indexOf('】'))
      const to = from + span.replaceAll(' ', '').length
      const words = tokenizeZh(sentence, dictionary)
        .filter(({ start, end }) => end > from && start < to)
        .map(({ text }) => text)
      return [words.join(' '), span]
    },
  },
]

/** Shares of blind lists that come out right; `wrong` hears of every row that does not. */
export async function measureBlindLists(
  parts = PARTS,
  wrong: (measure: string, found: string, right: string) => void = () => undefined,
): Promise<QualityRow[]> {
  const dictionary = await loadDictionary('full')
  return MEASURES.flatMap(({ name, file, goal, floors, compare }) =>
    parts.map((part): QualityRow => {
      const rows = blindRows(file, part).map((row) => compare(row, dictionary))
      const failed = rows.filter(([found, right]) => found !== right)
      for (const [found, right] of failed) wrong(name, found, right)
      return {
        name: `${name}, blind, ${part}`,
        value: 1 - failed.length / rows.length,
        goal,
        floor: floors[part],
        better: 'higher',
        note: `${rows.length} rows`,
      }
    }),
  )
}
