import { existsSync } from 'node:fs'
import { mkdir, readFile } from 'node:fs/promises'
import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'
import { readGlossStems } from '../../domain/align/lexicon.ts'
import { isEmptyWord } from '../../domain/text/emptyWords.ts'
import { encodePivots, openPivots, type Pivots } from '../../domain/dictionary/pivots.ts'
import type { Dictionary } from '../../domain/dictionary/dictionary.ts'
import { digestOf } from './compileDictionary.ts'
import { loadDictionary } from '../dictionary.ts'
import { gzip, writeWhole } from '../wholeFile.ts'

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))
const OUT = path('../../../.generated/')
/** Whatever these say shapes the bytes, and so does the dictionary. */
const SOURCES = [
  'compilePivots.ts',
  '../../domain/align/lexicon.ts',
  '../../domain/dictionary/pivots.ts',
  '../../domain/text/emptyWords.ts',
  '../../domain/text/irregularEn.ts',
  '../../domain/text/lemmaEn.ts',
  '../../domain/text/tokenizeEn.ts',
  '../../../.generated/dictionary.stamp',
].map(path)

/** Longer headwords are phrases; their glosses are not synonyms of each other. */
const LONGEST_HEADWORD = 4
/** A stem that glosses fewer headwords is a name or a rarity, one that glosses more means everything and nothing. */
const isUseful = (headwords: number): boolean => headwords >= 3 && headwords <= 2500
const LEAST_SHARE = 0.012
const MOST_SYNONYMS = 12

/** The compiled pivots, made first when they are missing. */
export async function loadPivots(): Promise<Pivots> {
  return openPivots(gunzipSync(await readFile(await ensurePivots())))
}

/** The path of the compiled, gzipped pivots, which are made when missing or older than their sources. */
export async function ensurePivots(): Promise<string> {
  const dictionary = await loadDictionary('full')
  const file = `${OUT}pivots.bin`
  const stamp = `${OUT}pivots.stamp`
  const digest = await digestOf(SOURCES)
  if (existsSync(file) && existsSync(stamp) && (await readFile(stamp, 'utf8')) === digest)
    return file
  await mkdir(OUT, { recursive: true })
  await writeWhole(file, gzip(encodePivots(pivotSynonyms(dictionary))))
  await writeWhole(stamp, digest)
  return file
}

/**
 * Synonyms of every stem s by way of the headwords w it glosses: share(s') = Σ_w (p(s|w)² / Σ p(s|w)²) · p(s'|w), where
 * p(s|w) is the share of s in the weight of w's glosses. The square prefers words that mean little else. Best first.
 */
export function pivotSynonyms(dictionary: Dictionary): Map<string, readonly [string, number][]> {
  const shares = new Map<string, readonly [stem: string, share: number][]>()
  const headwordsOf = new Map<string, [word: string, share: number][]>()
  for (const word of dictionary.headwords()) {
    const own = word.length <= LONGEST_HEADWORD ? readGlossStems(dictionary.entries(word)) : null
    if (!own) continue
    const total = own.weights.reduce((sum, weight) => sum + weight, 0)
    const row = own.stems.map((stem, i): [string, number] => [stem, own.weights[i]! / total])
    shares.set(word, row)
    for (const [stem, share] of row) {
      if (isEmptyWord(stem)) continue
      const list = headwordsOf.get(stem)
      if (list) list.push([word, share])
      else headwordsOf.set(stem, [[word, share]])
    }
  }
  const synonyms = new Map<string, readonly [string, number][]>()
  for (const [stem, headwords] of headwordsOf) {
    if (!isUseful(headwords.length)) continue
    const squares = headwords.reduce((sum, [, share]) => sum + share * share, 0)
    const sums = new Map<string, number>()
    for (const [word, share] of headwords) {
      for (const [other, otherShare] of shares.get(word) ?? []) {
        if (other === stem || isEmptyWord(other)) continue
        if (!isUseful(headwordsOf.get(other)!.length)) continue
        sums.set(other, (sums.get(other) ?? 0) + (share * share * otherShare) / squares)
      }
    }
    const best = [...sums]
      .filter(([, share]) => share > LEAST_SHARE)
      .toSorted(([a, x], [b, y]) => y - x || (a < b ? -1 : 1))
      .slice(0, MOST_SYNONYMS)
    if (best.length > 0) synonyms.set(stem, best)
  }
  return synonyms
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const file = await ensurePivots()
  stdout.write(`${file} ${(await readFile(file)).length.toLocaleString('en')} bytes\n`)
}
