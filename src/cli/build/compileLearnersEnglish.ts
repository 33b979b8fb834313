import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import {
  encodeLearnersEnglish,
  openLearnersEnglish,
  type EntryRow,
  type FieldRow,
  type LearnersEnglish,
  type PhraseRow,
} from '../../domain/dictionary/learnersEnglish.ts'
import { gzip, writeWhole } from '../wholeFile.ts'
import { formSounds, type Sounds } from './formSounds.ts'
import { digestOf } from './compileDictionary.ts'
import { loadPronunciations } from './compilePronunciations.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const OUT = path('../../../.generated/')
/** Easiest first; the words outside the lists last. */
const LEVELS = ['a1', 'a2', 'b1', 'b2', 'c1', 'c2', 'extra'] as const
const fileOf = (name: string): string => path(`../data/english/${name}.tsv`)
/** Whatever these say shapes the bytes, and so do the pronunciations. */
const SOURCES = [
  ...[...LEVELS, 'phrases', 'literal', 'fields'].map(fileOf),
  ...[
    'compileLearnersEnglish.ts',
    'formSounds.ts',
    '../../domain/dictionary/learnersEnglish.ts',
    '../../domain/dictionary/sections.ts',
    '../../domain/en/britishOf.ts',
    '../../domain/en/ipa.ts',
    '../../../.generated/pronunciations.stamp',
  ].map(path),
]

/** The compiled dictionary for learners of English, made first when it is missing. */
export async function loadLearnersEnglish(): Promise<LearnersEnglish> {
  return openLearnersEnglish(gunzipSync(await readFile(await ensureLearnersEnglish())))
}

/** The path of the compiled, gzipped dictionary, which is made when missing or older than its sources. */
export async function ensureLearnersEnglish(): Promise<string> {
  const pronunciations = await loadPronunciations()
  const file = `${OUT}learners-english.bin`
  const stamp = `${OUT}learners-english.stamp`
  const digest = await digestOf(SOURCES)
  if (existsSync(file) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === digest)
    return file
  const tables = new Map<string, readonly Row[]>()
  for (const level of LEVELS) tables.set(level, await readTable(level))
  const soundsOf = formSounds([...tables.values()].flat(), (form) => pronunciations.ipa(form))
  const entries = [...tables].flatMap(([level, rows]) =>
    rows.map((row) => entryOf(row, level, soundsOf)),
  )
  const literal = signsOf(await readTable('literal'))
  const phrases = (await readTable('phrases')).map((row) => phraseOf(row, literal))
  const fields = (await readTable('fields')).map(({ field = '', words = '' }): FieldRow => [
    field,
    words,
  ])
  // Neighbours in the alphabet gzip better; of one headword the easier level stays in front.
  const sorted = entries.toSorted((a, b) => compare(a.headword, b.headword))
  await mkdir(OUT, { recursive: true })
  await writeWhole(file, gzip(encodeLearnersEnglish(sorted, phrases, fields)))
  await writeWhole(stamp, digest)
  return file
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** The rows of a file, by the names in its first line. */
async function readTable(name: string): Promise<readonly Row[]> {
  const [head = '', ...lines] = (await readFile(fileOf(name), 'utf8')).trimEnd().split('\n')
  const columns = head.split('\t')
  return lines.map((line) => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}

type Row = Readonly<Record<string, string>>

function entryOf(row: Row, level: string, soundsOf: (row: Row) => Sounds): EntryRow {
  const { headword = '', pos = '', zh = '', ipa = '', ipaBritish = '', count = '', use = '' } = row
  const forms = soundsOf(row).map(([form, sound]) => {
    if (sound === null) return form
    const { american, british } = sound
    return british === american ? `${form} /${american}` : `${form} /${american}/${british}`
  })
  return {
    headword,
    pos,
    zh,
    american: ipa,
    british: ipaBritish === ipa ? '' : ipaBritish,
    forms: forms.join(','),
    count,
    use,
    cefr: level === 'extra' ? '' : level.toUpperCase(),
  }
}

/** To each phrase the signs that it is none here, of all rows that name it. */
function signsOf(rows: readonly Row[]): ReadonlyMap<string, string> {
  const found = new Map<string, string>()
  for (const { signs = '', phrases = '' } of rows)
    for (const phrase of phrases.split(';'))
      found.set(phrase, [found.get(phrase), signs].filter((one) => one !== undefined).join(' '))
  return found
}

function phraseOf(row: Row, signs: ReadonlyMap<string, string>): PhraseRow {
  const { headword = '', kind = '', zh = '', separable = '', use = '', cefr = '' } = row
  const literal = headword
    .split('/')
    .map((one) => signs.get(one))
    .find((one) => one !== undefined)
  return { headword, kind, zh, separable, use, cefr, literal: literal ?? '' }
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const file = await ensureLearnersEnglish()
  const { size, phrases } = await loadLearnersEnglish()
  stdout.write(
    `${file} ${(await readFile(file)).length.toLocaleString('en')} bytes, ${size} entries, ${phrases.length} phrases\n`,
  )
}
