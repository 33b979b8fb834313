import { toneMarks } from '../zh/toneMarks.ts'
import type { Dictionary, DictionaryEntry } from '../dictionary/dictionary.ts'

/** An entry as a popup shows it. */
export interface Sense {
  readonly simplified: string
  readonly reading: string
  /** Plain first, coarse last; without measure words and notes on other pronunciations. */
  readonly glosses: readonly string[]
  /** The entry the glosses come from, when this one only leads there: 咬定牙关, see 咬紧牙关. */
  readonly leadsTo: { readonly simplified: string; readonly reading: string } | null
}

/** `variant of 作證|作证[zuo4 zheng4]`, `see 敖包[ao2 bao1]`: no meaning of its own. */
const REFERENCE =
  /^(?:(?:old|ancient|archaic|erhua|Japanese|nonstandard simplified) )?(?:variant of|see(?: also)?|also written|same as|equivalent to|used in|abbr\. for)\s+([^\s[\]]+)\[([^\]]+)\]/
/** Says how, not what: measure words, other pronunciations. */
const NOTE = /^(?:CL:|also pr\.|Taiwan pr\.|old pr\.)/
/** Not what a learner should meet first. */
const COARSE =
  /\((?:[^)]*\b)?(?:vulgar|derog|offensive|pejorative|taboo|slang\) prostitute|coarse)|\(slang\) (?:prostitute|penis|breasts)|\bfuck\b|\bcunt\b/i
const SURNAME = /^surname /

/**
 * What a popup shows of a word's entries: those that only lead to another one with the glosses found there, once; coarse
 * senses behind the plain ones, surnames behind words. The order is kept otherwise.
 */
export function sensesOf(
  entries: readonly DictionaryEntry[],
  dictionary: Dictionary,
): readonly Sense[] {
  const senses = entries.map((entry) => senseOf(entry, dictionary))
  // 鸡, variant of 雞|鸡: the entry it leads to stands here anyway.
  const shown = new Set(senses.filter(({ leadsTo }) => leadsTo === null).map(nameOf))
  return senses
    .filter(({ leadsTo, glosses }) => {
      const isRepeated = leadsTo !== null && shown.has(nameOf(leadsTo))
      if (leadsTo !== null) shown.add(nameOf(leadsTo))
      return !isRepeated && glosses.length > 0
    })
    .toSorted((a, b) => lateness(a) - lateness(b))
}

const nameOf = ({ simplified, reading }: Pick<Sense, 'simplified' | 'reading'>): string =>
  `${simplified} ${reading.toLowerCase()}`

function lateness({ glosses }: Sense): number {
  if (glosses.every((gloss) => SURNAME.test(gloss))) return 1
  return COARSE.test(glosses[0] ?? '') ? 2 : 0
}

function senseOf(entry: DictionaryEntry, dictionary: Dictionary): Sense {
  const { simplified, reading } = entry
  const target = onlyReference(entry, dictionary)
  const glosses = plainGlosses((target ?? entry).glosses)
  const leadsTo = target && { simplified: target.simplified, reading: target.reading }
  return { simplified, reading, glosses, leadsTo }
}

/** The entry to which all meanings of an entry lead; null when it has one of its own, or leads nowhere. */
function onlyReference(entry: DictionaryEntry, dictionary: Dictionary): DictionaryEntry | null {
  const meanings = entry.glosses.filter((gloss) => !NOTE.test(gloss))
  const references = meanings.map((gloss) => REFERENCE.exec(gloss))
  const [first] = references
  if (!first || references.includes(null)) return null
  const [, word = '', reading] = first
  const simplified = word.slice(word.indexOf('|') + 1)
  const targets = dictionary
    .entries(simplified)
    .filter((one) => one.reading === reading && one !== entry)
  return targets.find((one) => one.glosses.some((gloss) => !REFERENCE.test(gloss))) ?? null
}

function plainGlosses(glosses: readonly string[]): readonly string[] {
  return glosses
    .filter((gloss) => !NOTE.test(gloss))
    .toSorted((a, b) => Number(COARSE.test(a)) - Number(COARSE.test(b)))
    .map(writeReferences)
}

/** `敖包[ao2 bao1]` and `Taiwan pr. [han4]` as a reader wants them: 敖包 áo bāo, Taiwan pr. hàn. */
function writeReferences(gloss: string): string {
  return gloss.replace(
    /(?:[^\s|[\](),;]+\|)?([^\s|[\](),;]*)\[((?:[A-Za-z:]+[1-5] ?)+)\]/g,
    (_, word: string, reading: string) =>
      [word, ...reading.split(' ').map(toneMarks)].filter(Boolean).join(' '),
  )
}

/** How often a Chinese word is met: 0 everywhere, 1 often, 2 now and then, 3 seldom. */
export type FrequencyBand = 0 | 1 | 2 | 3

/** @param logFrequency log10 of the share of running words */
export function frequencyBand(logFrequency: number): FrequencyBand {
  if (logFrequency > -3.7) return 0
  if (logFrequency > -4.8) return 1
  return logFrequency > -5.9 ? 2 : 3
}
