import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import type { Dictionary } from '../../domain/dictionary/dictionary.ts'
import { parseCefr } from '../../domain/dictionary/levels.ts'
import { phonesOfForm } from '../../domain/en/inflect.ts'
import {
  encodePronunciations,
  openPronunciations,
  type Pronunciations,
} from '../../domain/en/pronunciations.ts'
import { IRREGULAR } from '../../domain/text/irregularEn.ts'
import { lemmaEn, stemEn } from '../../domain/text/lemmaEn.ts'
import { digestOf } from './compileDictionary.ts'
import { loadDictionary } from '../dictionary.ts'
import { gzip, writeWhole } from '../wholeFile.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const OUT = path('../../../.generated/')
const CMU = path('../../../node_modules/cmu-pronouncing-dictionary/index.js')
const CEFR = path('../data/cefr.tsv')
/** Whatever these say shapes the bytes, and so does the dictionary. */
const SOURCES = [
  CMU,
  CEFR,
  ...[
    'compilePronunciations.ts',
    '../../domain/dictionary/frontCoding.ts',
    '../../domain/dictionary/levels.ts',
    '../../domain/dictionary/sections.ts',
    '../../domain/en/arpabet.ts',
    '../../domain/en/inflect.ts',
    '../../domain/en/pronunciations.ts',
    '../../domain/text/irregularEn.ts',
    '../../domain/text/lemmaEn.ts',
    '../../../.generated/dictionary.stamp',
  ].map(path),
]

/** The compiled pronunciations, made first when they are missing. */
export async function loadPronunciations(): Promise<Pronunciations> {
  return openPronunciations(gunzipSync(await readFile(await ensurePronunciations())))
}

/** The path of the compiled, gzipped pronunciations, which are made when missing or older than their sources. */
export async function ensurePronunciations(): Promise<string> {
  const dictionary = await loadDictionary('full')
  const file = `${OUT}pronunciations.bin`
  const stamp = `${OUT}pronunciations.stamp`
  const digest = await digestOf(SOURCES)
  if (existsSync(file) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === digest)
    return file
  const all = await readCmu()
  const cefr = [...parseCefr(await readFile(CEFR, 'utf8')).keys()]
  await mkdir(OUT, { recursive: true })
  await writeWhole(file, gzip(encodePronunciations(choosePronunciations(all, cefr, dictionary))))
  await writeWhole(stamp, digest)
  return file
}

/** Every word of the CMU Pronouncing Dictionary with the first of its pronunciations. */
async function readCmu(): Promise<ReadonlyMap<string, string>> {
  const { dictionary } = await import('cmu-pronouncing-dictionary')
  const words = new Map<string, string>()
  for (const [word, phones] of Object.entries(dictionary))
    // A comment may stand behind the phones.
    if (/^[a-z']+$/.test(word)) words.set(word, phones.replace(/ #.*/, ''))
  return words
}

/**
 * The words worth carrying: those of the CEFR lists and of the dictionary's glosses (its names among them), irregular forms,
 * their derivations, and the names the news talks about, which are those whose possessive is listed too; of the regular forms only those that do not sound as {@link phonesOfForm} says.
 */
function choosePronunciations(
  all: ReadonlyMap<string, string>,
  cefr: readonly string[],
  dictionary: Dictionary,
): ReadonlyMap<string, string> {
  const wanted = new Set(cefr.flatMap(lettersOf))
  for (const headword of dictionary.headwords())
    for (const { glosses } of dictionary.entries(headword))
      for (const word of glosses.flatMap(lettersOf)) wanted.add(word)
  for (const [form, lemma] of IRREGULAR) if (wanted.has(lemma)) wanted.add(form)
  const stems = new Set([...wanted].map(stemEn))

  const phonesOf = (lemma: string) =>
    wanted.has(lemma) ? (all.get(lemma)?.split(' ') ?? null) : null
  const chosen = new Map<string, string>()
  for (const [word, phones] of all) {
    const isKin = wanted.has(lemmaEn(word)) || (word.length > 5 && stems.has(stemEn(word)))
    if (!wanted.has(word) && !isKin && !all.has(`${word}'s`)) continue
    const regular = phonesOfForm(word, phonesOf)?.join(' ')
    if (regular === undefined || !soundsAlike(regular, phones)) chosen.set(word, phones)
  }
  return chosen
}

/** Lower-case words of a gloss. */
const lettersOf = (text: string): readonly string[] =>
  text
    .toLowerCase()
    .replaceAll('’', "'")
    .match(/[a-z]+(?:'[a-z]+)?/g) ?? []

/** The weak vowel of `wanted` and `horses` is written in two ways. */
function soundsAlike(a: string, b: string): boolean {
  const plain = (phones: string) => phones.replace(/[AI]H0 ([DZ])$/, 'IH0 $1')
  return plain(a) === plain(b)
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const file = await ensurePronunciations()
  const { size } = await loadPronunciations()
  stdout.write(
    `${file} ${(await readFile(file)).length.toLocaleString('en')} bytes, ${size} words\n`,
  )
}
