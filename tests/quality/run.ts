/**
 * `npm run quality`: what the language core and the memory model reach, one table, each figure beside its goal.
 *
 * Exits 1 when a figure is worse than its floor, which is committed beside the measurement. Figures that need the data in
 * `../shared` are listed as skipped where it is absent. `--only tuning` measures key terms on the lists used for tuning and
 * nothing else: whoever tunes looks at no held-out figure; `--only misses` tells why terms of these lists were missed. `--only readings` measures readings, held-out ones
 * too. `--only quick` leaves out what takes two thirds of the time and changes seldom. `--only levels` measures the starter texts and prints each of them; `--sample 7` besides prints ten sentences of each
 * level, drawn by chance with that seed.
 */
import { parseArgs } from 'node:util'
import { ensureAssets } from '../../src/cli/assets.ts'
import { measureAlignment } from './alignment.ts'
import { measureBlindLists } from './blindLists.ts'
import { measureCards } from './cards.ts'
import { measureDictionary } from './dictionary.ts'
import { measureLevels, printLevels, sampleSentences } from './levels.ts'
import { measureEnglish } from './english.ts'
import { measureEnglishTerms } from './englishTerms.ts'
import { printMisses } from './termMisses.ts'
import { measureMemory } from './memory.ts'
import { measureReadings } from './readings.ts'
import { measurePlantedDoubts } from './plantedDoubts.ts'
import type { QualityRow } from './row.ts'
import { measureScripts } from './scripts.ts'
import { measureSegmentation } from './segmentation.ts'
import { renderTable, verdict } from './table.ts'
import { measureOwnLists, measureTerms } from './terms.ts'
import { measureVectors } from './vectors.ts'
import { measureWords } from './words.ts'

/** Each rests on the one before, so the first figure that falls is the one to look at. */
const measurements: readonly (() => readonly QualityRow[] | Promise<readonly QualityRow[]>)[] = [
  measureSegmentation,
  measureDictionary,
  measureWords,
  measureReadings,
  measureScripts,
  () => measureBlindLists(),
  () => measurePlantedDoubts(),
  measureAlignment,
  measureTerms,
  () => measureEnglish(),
  () => measureEnglishTerms(),
  measureCards,
  measureLevels,
  measureVectors,
  measureMemory,
]

/** Two thirds of the time: each trains or deals out anew. */
const SLOW = new Set<unknown>([measureAlignment, measureReadings, measureCards, measureMemory])

await ensureAssets()
const rows: QualityRow[] = []
const { only, sample } = parseArgs({
  options: { only: { type: 'string' }, sample: { type: 'string' } },
}).values
const chosen =
  only === 'tuning'
    ? [() => measureOwnLists(['tuning'])]
    : only === 'misses'
      ? []
      : only === 'levels'
        ? [measureLevels]
        : only === 'readings'
          ? [measureReadings]
          : only === 'quick'
            ? measurements.filter((measure) => !SLOW.has(measure))
            : measurements
for (const measure of chosen) rows.push(...(await measure()))
if (only === undefined || only === 'levels') console.log(`${await printLevels()}\n`)
if (only === 'misses') console.log(`${await printMisses()}\n`)
if (sample !== undefined) console.log(`${sampleSentences(Number(sample))}\n`)

console.log(renderTable(rows))
const below = rows.filter((row) => verdict(row) === 'below floor')
const skipped = rows.filter((row) => verdict(row) === 'skipped')
const missed = rows.filter((row) => verdict(row) === 'below goal')
console.log(
  `\n${rows.length} figures: ${missed.length} short of the goal, ${below.length} below the floor, ` +
    `${skipped.length} skipped`,
)
process.exitCode = below.length > 0 ? 1 : 0
