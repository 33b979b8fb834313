import { finish } from '../../domain/tasks.ts'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { argv, exit, stderr } from 'node:process'
import { fileURLToPath } from 'node:url'
import {
  findCandidates,
  type AlignResources,
  type Candidates,
} from '../../domain/align/candidates.ts'
import { allFeatures } from '../../domain/align/crf.ts'
import { placeOf } from '../../domain/align/features/features.ts'
import { goldEdges, type GoldBead } from '../../domain/align/training/goldEdges.ts'
import { learnWeights, type Example } from '../../domain/align/training/learnWeights.ts'
import { seededRandom } from '../../domain/random.ts'
import { loadPivots } from '../build/compilePivots.ts'
import { loadDictionary } from '../dictionary.ts'

/** Sentences of both sides and the hand-made beads. */
export interface GoldText {
  readonly name: string
  readonly zh: readonly string[]
  readonly en: readonly string[]
  readonly gold: readonly GoldBead[]
}

/** Strength of the pull towards the untrained score (½ · 3 · w² for every weight). */
const PENALTY = 3
/** Synthetic copies of each book with sentences of both sides taken out, and how much each counts. */
const COPIES = 2
const DELETED = 0.1
const COPY_WEIGHT = 0.15
const SEED = 20250311

/** The books of a folder: NAME.zh and NAME.en with a sentence a line, NAME.gold with JSON beads; in the order of their names. */
export function readGold(folder: string): readonly GoldText[] {
  const lines = (file: string) =>
    readFileSync(resolve(folder, file), 'utf8').replace(/\r/g, '').replace(/\n$/, '').split('\n')
  return readdirSync(folder)
    .filter((file) => file.endsWith('.gold'))
    .toSorted()
    .map((file) => {
      const name = file.slice(0, -'.gold'.length)
      const gold = readBeads(readFileSync(resolve(folder, file), 'utf8'))
      return { name, zh: lines(`${name}.zh`), en: lines(`${name}.en`), gold }
    })
}

function readBeads(json: string): readonly GoldBead[] {
  const beads: unknown = JSON.parse(json)
  const isSide = (side: unknown): side is number[] =>
    Array.isArray(side) && side.every((index) => Number.isInteger(index))
  if (!Array.isArray(beads)) throw new TypeError('a gold file must hold a list of beads')
  return beads.map((bead: unknown): GoldBead => {
    if (!Array.isArray(bead) || !isSide(bead[0]) || !isSide(bead[1]))
      throw new TypeError('a bead must be two lists of indices')
    return [bead[0], bead[1]]
  })
}

/** A copy in which each sentence of either side is missing with chance `share`; beads keep what is left of them. */
export function deleteSentences(text: GoldText, share: number, random: () => number): GoldText {
  const thin = (sentences: readonly string[]) => {
    const placeOf = new Map<number, number>()
    const left = sentences.filter((_, i) => {
      if (random() < share) return false
      placeOf.set(i, placeOf.size)
      return true
    })
    const places = (of: readonly number[]) =>
      of.map((i) => placeOf.get(i)).filter((place) => place !== undefined)
    return { left, places }
  }
  const zh = thin(text.zh)
  const en = thin(text.en)
  const gold = text.gold.flatMap(([zhOld, enOld]): GoldBead[] => {
    const a = zh.places(zhOld)
    const b = en.places(enOld)
    if (a.length > 0 && b.length > 0) return [[a, b]]
    return [...a.map((i): GoldBead => [[i], []]), ...b.map((j): GoldBead => [[], [j]])]
  })
  return { name: text.name, zh: zh.left, en: en.left, gold }
}

/** The candidates of a text with their features and what of them is right, ready to be learnt from. */
export function exampleOf(text: GoldText, resources: AlignResources, weight: number): Example {
  const { lattice, untrained, sight } = finish(findCandidates(text, resources))
  const all = finish(allFeatures(sight))
  const size = all.names.length
  const features = new Float32Array(untrained.length * size)
  const row = new Float64Array(size)
  for (let edge = 0; edge < untrained.length; edge++) {
    row.fill(0)
    all.fill(placeOf(lattice, edge), row, 0)
    features.set(row, edge * size)
  }
  return { lattice, base: untrained, features, gold: goldEdges(lattice, text.gold), weight }
}

/** What a book teaches: itself, and copies of it with sentences missing. */
export function lessonsOf(
  book: GoldText,
  at: number,
  resources: AlignResources,
): readonly Example[] {
  const random = seededRandom(SEED + at)
  const copies = Array.from({ length: COPIES }, () => deleteSentences(book, DELETED, random))
  return [
    exampleOf(book, resources, 1),
    ...copies.map((copy) => exampleOf(copy, resources, COPY_WEIGHT)),
  ]
}

/** Weights learnt from the lessons of some books, to four decimals. */
export function learnFrom(
  lessons: readonly (readonly Example[])[],
  size: number,
): readonly number[] {
  const weights = learnWeights(lessons.flat(), new Float64Array(size).fill(PENALTY))
  return Array.from(weights, (weight) => Math.round(weight * 1e4) / 1e4)
}

/** `npm run train:align -- FOLDER`: learns from all books of the folder and writes `src/domain/align/weights.json`. */
async function main(folder: string | undefined): Promise<void> {
  if (folder === undefined) {
    stderr.write('usage: npm run train:align -- FOLDER   (NAME.zh, NAME.en, NAME.gold)\n')
    exit(2)
  }
  const books = readGold(folder)
  const resources = { dictionary: await loadDictionary('full'), pivots: await loadPivots() }
  const names = namesOf(finish(findCandidates({ zh: ['一'], en: ['One'] }, resources)))
  const lessons = books.map((book, at) => lessonsOf(book, at, resources))
  const weights = learnFrom(lessons, names.length)
  const file = fileURLToPath(new URL('../../domain/align/weights.json', import.meta.url))
  const provenance = {
    trainedOn: `MAC-Dev: ${books.length} books, ${books.reduce((sum, { gold }) => sum + gold.length, 0)} hand-made beads`,
    by: 'npm run train:align -- ../shared/bench/mac-dev',
    recipe: `L2 ${PENALTY} towards the untrained score; ${COPIES} copies of each book with ${DELETED * 100} % of sentences missing, weight ${COPY_WEIGHT}, seed ${SEED}`,
    figures: 'npm run quality (leave one book out)',
  }
  const named = Object.fromEntries(names.map((name, k) => [name, weights[k]]))
  writeFileSync(file, `${JSON.stringify({ provenance, weights: named }, null, 2)}\n`)
}

export function namesOf({ sight }: Candidates): readonly string[] {
  return finish(allFeatures(sight)).names
}

if (argv[1] === fileURLToPath(import.meta.url)) await main(argv[2])
