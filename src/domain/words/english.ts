import { lemmaEn } from '../text/lemmaEn.ts'
import type { Dictionary, DictionaryEntry } from '../dictionary/dictionary.ts'
import { groupByHeadword } from '../dictionary/encode.ts'
import { isAboutWord, readGloss, type Gloss } from '../dictionary/gloss.ts'
import { frontCode, openFrontCoded } from '../dictionary/frontCoding.ts'
import {
  packSections,
  packTextColumn,
  readTextColumn,
  unpackSections,
} from '../dictionary/sections.ts'

/**
 * English → Chinese: for each lemma the headwords whose glosses have it, in one of four classes: it is a whole gloss, the
 * first (停火 "ceasefire") or a later one; it stands in a short gloss; in a longer one. The lists are sorted by headword,
 * stored as distances (times four plus the class) in bytes of seven bits; the file belongs to one compiled dictionary. After
 * them stands what our own dictionary of English says, read the other way: Chinese words with their English equivalents.
 */
const MAGIC = 0x32_45_5a_44

type MatchClass = 0 | 1 | 2 | 3

/** What a class costs, in powers of ten of frequency: a rare word that means it goes before a common one that mentions it. */
const CLASS_COST = [0, 0.7, 3, 5] as const
const SHORT_GLOSS = 3

/** Of no use as a way into the dictionary. */
const STOP = new Set(
  (
    'a an the of to in for and or on with by etc sth sb used be is as at from also esp eg ie lit fig one ones who which that ' +
    'see variant old erhua cl abbr pr'
  ).split(' '),
)
/** Glosses a word is found by: not those that lead elsewhere. */
const isWayIn = (gloss: Gloss): boolean =>
  !isAboutWord(gloss) && gloss.kind !== 'abbreviationFor' && gloss.kind !== 'surname'

/** @param equivalents English headwords and phrases by the Chinese words that explain them */
export function encodeEnglish(
  entries: readonly DictionaryEntry[],
  equivalents: ReadonlyMap<string, readonly string[]> = new Map(),
): Uint8Array {
  const groups = groupByHeadword(entries)
  const postings = new Map<string, [position: number, match: MatchClass][]>()
  const headwords = [...groups.keys()].toSorted()
  headwords.forEach((word, position) => {
    for (const [lemma, match] of lemmasOf(groups.get(word) ?? [])) {
      const list = postings.get(lemma)
      if (list) list.push([position, match])
      else postings.set(lemma, [[position, match]])
    }
  })
  const lemmas = [...postings.keys()].toSorted()
  const bytes: number[] = []
  const put = (value: number): void => {
    let rest = value
    for (; rest > 127; rest >>>= 7) bytes.push((rest & 127) | 128)
    bytes.push(rest)
  }
  for (const lemma of lemmas) {
    const list = postings.get(lemma) ?? []
    put(list.length)
    let before = 0
    for (const [position, match] of list) {
      put((position - before) * 4 + match)
      before = position
    }
  }
  const size = packTextColumn([String(entries.length)])
  const explained = [...equivalents.keys()].toSorted()
  return packSections(MAGIC, [
    size,
    packTextColumn(frontCode(lemmas)),
    Uint8Array.from(bytes),
    packTextColumn(explained),
    packTextColumn(explained.map((word) => equivalents.get(word)!.join('/'))),
  ])
}

/** The lemmas of a headword's glosses, each with its best class. */
function lemmasOf(entries: readonly DictionaryEntry[]): ReadonlyMap<string, MatchClass> {
  const best = new Map<string, MatchClass>()
  for (const { glosses } of entries) {
    for (const [nth, gloss] of glosses.map(readGloss).filter(isWayIn).entries()) {
      for (const [part, words] of glossParts(gloss).entries()) {
        const whole = nth === 0 && part === 0 ? 0 : 1
        const match = words.length === 1 ? whole : words.length <= SHORT_GLOSS ? 2 : 3
        for (const lemma of words) best.set(lemma, smaller(best.get(lemma), match))
      }
    }
  }
  return best
}

function smaller(a: MatchClass | undefined, b: MatchClass): MatchClass {
  return a === undefined || b < a ? b : a
}

/** A gloss in its parts (`agreement; pact`), each as lemmas without articles and the like; brackets are left out. */
export function glossParts({ alternatives }: Gloss): readonly (readonly string[])[] {
  return alternatives
    .flatMap((alternative) => alternative.split(','))
    .map(contentLemmas)
    .filter((words) => words.length > 0)
}

/** The lemmas of English words, lower case, hyphens dropped: `cease-fires` and `ceasefire` are one. */
export function contentLemmas(text: string): readonly string[] {
  const words =
    text
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[a-z0-9à-ÿ]+(?:['-][a-z0-9à-ÿ]+)*/g) ?? []
  return words
    .map((word) => word.replace(/'s$/, '').replaceAll(/['-]/g, ''))
    .filter((word) => !STOP.has(word))
    .map(lemmaEn)
}

/**
 * The dictionary with its way in from English: `findEnglish` and `equivalents` work.
 *
 * @param bytes made by {@link encodeEnglish} from the same dictionary, not gzipped
 * @throws RangeError when they belong to another one
 */
export function withEnglish(dictionary: Dictionary, bytes: Uint8Array): Dictionary {
  const [size, coded, postings, explained, equivalents] = unpackSections(MAGIC, bytes) as Sections
  if (Number(readTextColumn(size)[0]) !== dictionary.size) {
    throw new RangeError('the English index belongs to another dictionary')
  }
  const { lemmas, offsets } = openLemmas(readTextColumn(coded), postings)

  /** Calls back with each headword of a lemma. */
  const visit = (lemma: string, found: (position: number, match: number) => void): void => {
    const index = lemmas.find(lemma)
    if (index < 0) return
    let at = offsets[index]!
    const next = (): number => {
      let value = 0
      for (let shift = 0; ; shift += 7) {
        const byte = postings[at++]!
        value |= (byte & 127) << shift
        if (byte < 128) return value
      }
    }
    let position = 0
    for (let rest = next(); rest > 0; rest--) {
      const step = next()
      position += step >> 2
      found(position, step & 3)
    }
  }

  const findEnglish: Dictionary['findEnglish'] = (phrase, limit) => {
    const wanted = [...new Set(contentLemmas(phrase))]
    const [first, ...others] = wanted
    if (first === undefined) return []
    const costs = new Map<number, number>()
    visit(first, (position, match) => costs.set(position, CLASS_COST[match] ?? 0))
    for (const lemma of others) {
      const both = new Set<number>()
      visit(lemma, (position) => {
        if (costs.has(position)) both.add(position)
      })
      for (const position of costs.keys()) if (!both.has(position)) costs.delete(position)
    }
    const words = [...costs].map(([position, cost]) => {
      const word = dictionary.headword(position)
      const phraseCost = others.length > 0 ? costOfPhrase(dictionary.entries(word), wanted) : cost
      return { word, score: (dictionary.logFrequency(word) ?? -9) - phraseCost }
    })
    words.sort((a, b) => b.score - a.score || (a.word < b.word ? -1 : 1))
    return words
      .slice(0, limit)
      .flatMap(({ word }) => {
        const own = dictionary.entries(word).filter(({ simplified }) => simplified === word)
        // Of a headword with one entry the index has said all there is to ask.
        return own.length === 1 ? own : own.filter((entry) => mentions(entry, wanted))
      })
      .slice(0, limit)
  }
  let known: ReadonlyMap<string, string> | null = null
  return {
    ...dictionary,
    findEnglish,
    equivalents: (word) => {
      known ??= columnsAsMap(explained, equivalents)
      return known.get(word)?.split('/') ?? []
    },
  }
}

/** Every section is there once the magic number has said so. */
type Sections = [Uint8Array, Uint8Array, Uint8Array, Uint8Array, Uint8Array]

function columnsAsMap(keys: Uint8Array, values: Uint8Array): ReadonlyMap<string, string> {
  const of = readTextColumn(values)
  return new Map(readTextColumn(keys).map((key, i) => [key, of[i]!]))
}

function openLemmas(coded: readonly string[], postings: Uint8Array) {
  const offsets = new Uint32Array(coded.length)
  let at = 0
  const skip = (): number => {
    let value = 0
    let shift = 0
    for (; postings[at]! > 127; shift += 7) value |= (postings[at++]! & 127) << shift
    return value | (postings[at++]! << shift)
  }
  for (let i = 0; i < coded.length; i++) {
    offsets[i] = at
    for (let rest = skip(); rest > 0; rest--) skip()
  }
  return { lemmas: openFrontCoded(coded), offsets }
}

/** The least cost of a phrase among the glosses that hold all its words: more words around it cost more. */
function costOfPhrase(entries: readonly DictionaryEntry[], wanted: readonly string[]): number {
  let best: number = CLASS_COST[3] + 1
  for (const { glosses } of entries) {
    glosses.forEach((gloss, nth) => {
      for (const words of glossParts(readGloss(gloss))) {
        if (!wanted.every((lemma) => words.includes(lemma))) continue
        const isWhole = words.length === wanted.length
        best = Math.min(
          best,
          isWhole ? CLASS_COST[nth === 0 ? 0 : 1] : 1 + words.length - wanted.length,
        )
      }
    })
  }
  return best
}

function mentions(entry: DictionaryEntry, wanted: readonly string[]): boolean {
  const words = new Set(entry.glosses.map(readGloss).filter(isWayIn).flatMap(glossParts).flat())
  return wanted.every((lemma) => words.has(lemma))
}
