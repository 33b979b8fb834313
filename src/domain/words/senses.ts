import { toneMarks } from '../zh/toneMarks.ts'
import type { Dictionary, DictionaryEntry } from '../dictionary/dictionary.ts'
import { readGloss, type Gloss, type GlossKind } from '../dictionary/gloss.ts'

/** An entry as a popup shows it. */
export interface Sense {
  readonly simplified: string
  readonly reading: string
  /** Plain first, coarse last; without measure words and notes on other pronunciations. */
  readonly glosses: readonly string[]
  /** The entry the glosses come from, when this one only leads there: 咬定牙关, see 咬紧牙关. */
  readonly leadsTo: { readonly simplified: string; readonly reading: string } | null
}

/** Kinds that have no meaning of their own when a headword with its reading follows: `see 敖包[ao2 bao1]`. */
const LEADING: ReadonlySet<GlossKind> = new Set<GlossKind>([
  'variantOf', 'see', 'alsoWritten', 'sameAs', 'equivalentTo', 'usedIn', 'abbreviationFor',
]) // prettier-ignore
/** Variants of other kinds are told in words: `euphemistic variant of …`. */
const VARIANTS = new Set([
  '', 'old', 'ancient', 'archaic', 'erhua', 'Japanese', 'nonstandard simplified',
]) // prettier-ignore
const ELSEWHERE = new Set(['also', 'Taiwan', 'old'])
/** Not what a learner should meet first: by a note, or by the word itself. */
const COARSE_NOTE = /\b(?:vulgar|derog|offensive|pejorative|taboo|coarse)/i
const COARSE = /\(slang\) (?:prostitute|penis|breasts)|\bfuck\b|\bcunt\b/i

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
  const [first, ...others] = glosses.map(readGloss)
  if ([first, ...others].every((gloss) => gloss?.kind === 'surname')) return 1
  return first && isCoarse(first) ? 2 : 0
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
  const meanings = entry.glosses.map(readGloss).filter((gloss) => !isNote(gloss))
  const target = meanings[0]?.target
  if (!target || !meanings.every(isReference)) return null
  const targets = dictionary
    .entries(target.simplified)
    .filter((one) => one.reading === target.reading && one !== entry)
  return targets.find((one) => !one.glosses.map(readGloss).every(isReference)) ?? null
}

function isReference({ kind, qualifier, target }: Gloss): boolean {
  if (!target || target.reading === '' || !LEADING.has(kind)) return false
  return kind !== 'variantOf' || VARIANTS.has(qualifier)
}

/** Says how, not what: measure words, other pronunciations. */
function isNote({ kind, qualifier }: Gloss): boolean {
  return kind === 'countedBy' || (kind === 'pronunciation' && ELSEWHERE.has(qualifier))
}

/** Whether a sense can be shown to somebody who did not ask for that very word. */
export const isPolite = ({ glosses }: Sense): boolean =>
  !glosses.some((gloss) => isCoarse(readGloss(gloss)))

function isCoarse({ notes, raw }: Gloss): boolean {
  return notes.some((note) => COARSE_NOTE.test(note)) || COARSE.test(raw)
}

function plainGlosses(glosses: readonly string[]): readonly string[] {
  return glosses
    .map(readGloss)
    .filter((gloss) => !isNote(gloss))
    .toSorted((a, b) => Number(isCoarse(a)) - Number(isCoarse(b)))
    .map(writeReferences)
}

/** `敖包[ao2 bao1]` and `Taiwan pr. [han4]` as a reader wants them: 敖包 áo bāo, Taiwan pr. hàn. */
function writeReferences({ raw, references }: Gloss): string {
  let text = raw
  for (const { written, simplified, reading } of references) {
    if (!/^(?:[A-Za-z:]+[1-5] ?)+$/.test(reading)) continue
    const said = [simplified, ...reading.split(' ').map(toneMarks)].filter(Boolean).join(' ')
    text = text.replace(written, said)
  }
  return text
}

/** How often a Chinese word is met: 0 everywhere, 1 often, 2 now and then, 3 seldom. */
export type FrequencyBand = 0 | 1 | 2 | 3

/** @param logFrequency log10 of the share of running words */
export function frequencyBand(logFrequency: number): FrequencyBand {
  if (logFrequency > -3.7) return 0
  if (logFrequency > -4.8) return 1
  return logFrequency > -5.9 ? 2 : 3
}
