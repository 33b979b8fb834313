import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { loadPivots } from '../../src/cli/build/compilePivots.ts'
import { agreementF1, realign } from '../../src/cli/build/realign.ts'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import { deckToDraft } from '../../src/domain/article/deck.ts'
import { levelling, MOST_ABOVE, type Levelling } from '../../src/domain/article/levelling.ts'
import { readTextLevel } from '../../src/domain/dictionary/levels.ts'
import { type Deck, type Side, SIDES, type Sides } from '../../src/domain/model.ts'
import { seededRandom, shuffled } from '../../src/domain/random.ts'
import { readDeck } from '../../src/formats/deckFile.ts'
import type { QualityRow } from './row.ts'

const DECKS = join(import.meta.dirname, '../../decks')
const SAMPLE = 10

interface Levelled {
  readonly name: string
  readonly deck: Deck
  readonly level: Sides<string>
  readonly found: Sides<Levelling>
}

function decks(): readonly { readonly name: string; readonly deck: Deck }[] {
  const files = readdirSync(DECKS).filter(
    (file) => file.endsWith('.json') && !['index.json', 'deck.schema.json'].includes(file),
  )
  return files.map((file) => {
    const { value } = readDeck(readFileSync(join(DECKS, file), 'utf8'))
    if (value === null) throw new RangeError(`${file} is no deck`)
    return { name: file.replace('.json', ''), deck: value }
  })
}

const levelsOf = ({ level }: Deck): Sides<string> => {
  const [zh = '', en = ''] = level.split(' · ')
  return { zh, en }
}

let measured: Promise<readonly Levelled[]> | null = null
const texts = () => (measured ??= measure())

async function measure(): Promise<readonly Levelled[]> {
  const dictionary = await loadDictionary('full')
  return decks()
    .map(({ name, deck }) => {
      const level = readTextLevel(deck.level)
      if (level === null) throw new RangeError(`${name}: ${deck.level} is no level`)
      return { name, deck, level: levelsOf(deck), found: levelling(deck, level, dictionary) }
    })
    .toSorted((a, b) => (a.deck.level < b.deck.level ? -1 : 1))
}

/** How the starter texts keep to their levels: the text that does so least, how many there are of the level with fewest; and how they align. */
export async function measureLevels(): Promise<QualityRow[]> {
  const all = await texts()
  return [...levelRows(all), ...(await alignedRows(all))]
}

/** Whether the starter texts, told apart into two plain texts, are aligned as they were given. */
async function alignedRows(all: readonly Levelled[]): Promise<QualityRow[]> {
  const dictionary = await loadDictionary('full')
  const pivots = await loadPivots()
  const found = all.map(({ name, deck }) => {
    const agreement = realign(deckToDraft({ ...deck, terms: [] }), dictionary, pivots)
    return { name, agreement, f1: agreementF1([agreement]) }
  })
  const worst = found.reduce((a, b) => (b.f1 < a.f1 ? b : a))
  const name = 'starter texts, aligned as given, strict F1'
  return [
    {
      name: `${name}, all ${all.length}`,
      value: agreementF1(found.map(({ agreement }) => agreement)),
      goal: 0.98,
      floor: 0.98,
      better: 'higher',
    },
    {
      name: `${name}, the worst`,
      value: worst.f1,
      goal: 0.95,
      floor: 0.95,
      better: 'higher',
      note: worst.name,
    },
  ]
}

function levelRows(all: readonly Levelled[]): readonly QualityRow[] {
  return SIDES.flatMap((side): QualityRow[] => {
    const worst = all.reduce((a, b) => (b.found[side].share > a.found[side].share ? b : a))
    const sizes = [...byLevel(all, side)].map(([level, { length }]) => ({ level, length }))
    const fewest = sizes.reduce((a, b) => (b.length < a.length ? b : a))
    return [
      {
        name: `starter texts, ${side}: words above the level, the worst of ${all.length}`,
        value: worst.found[side].share,
        goal: MOST_ABOVE,
        floor: MOST_ABOVE,
        better: 'lower',
        note: worst.name,
      },
      {
        name: `starter texts, ${side}: texts of the level that has fewest`,
        value: fewest.length,
        goal: 6,
        floor: 6,
        better: 'higher',
        note: sizes.map(({ level, length }) => `${level}: ${length}`).join(', '),
      },
    ]
  })
}

/** The easiest first. */
function byLevel(all: readonly Levelled[], side: Side): ReadonlyMap<string, readonly Levelled[]> {
  const names = [...new Set(all.map(({ level }) => level[side]))].toSorted()
  return new Map(names.map((name) => [name, all.filter(({ level }) => level[side] === name)]))
}

/** Every text with both its sides, then every level with its sentences. */
export async function printLevels(): Promise<string> {
  const all = await texts()
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`.padStart(7)
  const lengths = ({ meanLength, longest }: Levelling) =>
    `${meanLength.toFixed(1).padStart(5)} ${String(longest).padStart(3)}`
  const lines = all.map(
    ({ name, deck, found }) =>
      `${name.padEnd(32)} ${deck.level.padEnd(13)}` +
      SIDES.map((side) => `${percent(found[side].share)} ${lengths(found[side])}`).join('  '),
  )
  const levels = SIDES.flatMap((side) =>
    [...byLevel(all, side)].map(([level, own]) => {
      const mean = own.reduce((sum, { found }) => sum + found[side].meanLength, 0) / own.length
      const longest = Math.max(...own.map(({ found }) => found[side].longest))
      const share = own.reduce((sum, { found }) => sum + found[side].share, 0) / own.length
      return `${level.padEnd(8)} ${own.length} texts ${percent(share)} above  sentence ${mean.toFixed(1).padStart(4)}, longest ${longest}`
    }),
  )
  const head =
    `${'text'.padEnd(32)} ${'level'.padEnd(13)} zh above, sentence in hanzi: mean, longest; ` +
    'en above, sentence in words'
  return [head, ...lines, '', ...levels].join('\n')
}

/** Ten pairs of sentences of each HSK level, drawn by chance: the same for the same seed. */
export function sampleSentences(seed: number): string {
  const random = seededRandom(seed)
  const all = decks()
  const levels = [...new Set(all.map(({ deck }) => levelsOf(deck).zh))].toSorted()
  return levels
    .map((level) => {
      const own = all.filter(({ deck }) => levelsOf(deck).zh === level)
      const pairs = own.flatMap(({ name, deck }) => deck.beads.map((bead) => ({ name, ...bead })))
      const drawn = shuffled(pairs, random).slice(0, SAMPLE)
      return [level, ...drawn.map(({ name, zh, en }) => `  ${zh}  ${en}  (${name})`)].join('\n')
    })
    .join('\n\n')
}
