import type { Dictionary, DictionaryEntry } from '../../dictionary/dictionary.ts'
import { isAboutWord, readGloss, type Gloss } from '../../dictionary/gloss.ts'
import { stemEn } from '../../text/lemmaEn.ts'
import { isFunctionEn } from './closedClass.ts'
import { inlined, lemmasOf, partsOf } from './glossParts.ts'

/** What the dictionary's glosses say about a headword, ready for comparing with English text. */
export interface Glosses {
  /** Lemma → how much it speaks for the word, 0 … 1: a one-word gloss 1, a word of a longer gloss less. */
  readonly lemmas: ReadonlyMap<string, number>
  /** The same by stem, so that deter meets deterrence. */
  readonly stems: ReadonlyMap<string, number>
  /** Glosses of two to eight words as lemmas; `*` stands where the gloss says one's, sb or sth. */
  readonly phrases: readonly (readonly string[])[]
  /** Glosses with a word in brackets that may be said, too: (body) temperature. */
  readonly fuller: readonly (readonly string[])[]
  /** Lemmas that say half of what the word says, never its head: coal of "to burn coal", press of "press conference". */
  readonly halves: ReadonlySet<string>
  /** Share of the glosses that begin with "to": how much of a verb it is, 0 … 1. */
  readonly verbal: number
  /** Whether the dictionary writes it with a capital: a proper name. */
  readonly proper: boolean
  /** A saying: its meaning is not that of its words. */
  readonly idiom: boolean
  /** Meanings to show, best first, without classifiers and cross-references. */
  readonly meanings: readonly string[]
}

/** Share of a gloss of n content words that each of them gets. */
const SHARE = [0, 1, 0.8, 0.55, 0.4]
/** The note by which the dictionary marks sayings. */
const SAYING = /^(?:[a-z]+ )?(?:idiom|proverb|saying|set phrase)/

const NOTHING: Glosses = {
  lemmas: new Map(), stems: new Map(), phrases: [], fuller: [], halves: new Set(), verbal: 0, proper: false, idiom: false, meanings: [],
} // prettier-ignore

const remembered = new WeakMap<Dictionary, Map<string, Glosses>>()

/** The glosses of a headword; empty ones when the dictionary lacks it. Remembered as long as the dictionary is. */
export function glossesOf(word: string, dictionary: Dictionary): Glosses {
  let known = remembered.get(dictionary)
  if (!known || known.size > 40_000) remembered.set(dictionary, (known = new Map()))
  let glosses = known.get(word)
  if (glosses === undefined) known.set(word, (glosses = readGlosses(word, dictionary)))
  return glosses
}

function readGlosses(word: string, dictionary: Dictionary): Glosses {
  const glosses = summarise(explained(word, dictionary))
  const simplified = dictionary.entries(word)[0]?.simplified ?? word
  const equivalents = dictionary.equivalents(simplified)
  return equivalents.length === 0 ? glosses : withEquivalents(glosses, equivalents)
}

/** What an equivalent of one word speaks for it: nearly as much as a gloss of one word. */
const EQUIVALENT = 0.95

/** Glosses with the English that our own dictionary explains by the word; what is shown stays CC-CEDICT's. */
function withEquivalents(glosses: Glosses, equivalents: readonly string[]): Glosses {
  const lemmas = new Map(glosses.lemmas)
  const stems = new Map(glosses.stems)
  const phrases = [...glosses.phrases]
  const halves = new Set(glosses.halves)
  for (const words of equivalents.map(lemmasOf)) {
    const [first, ...others] = words
    if (first === undefined || isFunctionEn(words.join(' '))) continue
    if (others.length > 0) phrases.push(words)
    else {
      raise(lemmas, first, EQUIVALENT)
      raise(stems, stemEn(first), EQUIVALENT)
      halves.delete(first)
    }
  }
  return { ...glosses, lemmas, stems, phrases, halves }
}

/** An entry with its glosses read. */
interface ReadEntry extends Omit<DictionaryEntry, 'glosses'> {
  readonly glosses: readonly Gloss[]
}

function entriesOf(word: string, dictionary: Dictionary): readonly ReadEntry[] {
  return dictionary
    .entries(word)
    .map((entry) => ({ ...entry, glosses: entry.glosses.map(readGloss) }))
}

/** Entries of a word, and when they say nothing but where to look, those they send to. */
function explained(word: string, dictionary: Dictionary): readonly ReadEntry[] {
  const entries = entriesOf(word, dictionary)
  const glosses = entries.flatMap((entry) => entry.glosses)
  if (!glosses.every(saysNothing)) return entries
  return [...entries, ...glosses.flatMap((gloss) => entriesOf(targetOf(gloss), dictionary))]
}

/**
 * The headword a gloss sends to, empty when to none.
 *
 * Hanzi only, of a proverb what stands before its comma, though the gloss's target is all of it: links were tuned without
 * the meanings of some 60 proverbs that are only sent to.
 */
function targetOf({ kind, target }: Gloss): string {
  if (!target || !(kind === 'see' || kind === 'variantOf' || kind === 'alsoWritten')) return ''
  const [, traditional = '', simplified = traditional] =
    /^([\u3400-\u9fff]+)(?:\|([\u3400-\u9fff]+))?/.exec(target.written) ?? []
  return simplified
}

/** Glosses that do not tell what English word may stand for it; abbreviations do, by what they are short for. */
function saysNothing(gloss: Gloss): boolean {
  switch (gloss.kind) {
    case 'surname':
    case 'usedIn':
    case 'erhuaOf':
    case 'abbreviationTo':
    case 'classifier':
    case 'oldName':
      return true
    case 'variantOf':
      // "nonstandard simplified", "less common": six glosses, read as meanings when the figures were tuned.
      return !gloss.qualifier.includes(' ')
    default:
      return isAboutWord(gloss)
  }
}

/** Meanings nobody wants to be shown first. */
const LAST = /\b(?:vulgar|slang|offensive|derog|archaic|old|dialect|loanword for)\b/

function summarise(entries: readonly ReadEntry[]): Glosses {
  if (entries.length === 0) return NOTHING
  const lemmas = new Map<string, number>()
  const stems = new Map<string, number>()
  const phrases: (readonly string[])[] = []
  const fuller: (readonly string[])[] = []
  const halves = new Set<string>()
  const heads = new Set<string>()
  const meanings: string[] = []
  const last: string[] = []
  let verbal = 0
  let counted = 0
  for (const entry of entries) {
    // 郑州 is glossed as a city and a capital; its name is its reading.
    if (/^[A-Z]/.test(entry.reading))
      raise(lemmas, entry.reading.toLowerCase().replace(/[\d\s:]/g, ''), 1)
    for (const gloss of entry.glosses) {
      if (saysNothing(gloss)) continue
      const shown = shownMeaning(gloss)
      if (shown !== '') (gloss.notes.some((note) => LAST.test(note)) ? last : meanings).push(shown)
      const said = inlined(gloss)
      if (said !== '') fuller.push(lemmasOf(said))
      for (const part of partsOf(gloss)) {
        counted++
        if (part.startsWith('to ')) verbal++
        const words = lemmasOf(part)
        const content = words.filter((word) => word !== '*' && !isFunctionEn(word))
        const share = SHARE[content.length] ?? (content.length > 0 ? 0.25 : 0)
        content.forEach((word, i) => (isHead(part, words, content, i) ? heads : halves).add(word))
        for (const word of content) {
          raise(lemmas, word, share)
          raise(stems, stemEn(word), share)
        }
        // Two words in the gloss may be one in the text: air strike, airstrike.
        if (words.length === 2 && content.length === 2) raise(lemmas, words.join(''), 1)
        if (words.length >= 2 && words.length <= 8 && content.length > 0) phrases.push(words)
        // "to know sth like the back of one's hand": what sb or sth is may be long.
        const gap = words.indexOf('*')
        if (gap >= 0 && words.length - gap > 3) phrases.push(words.slice(gap + 1))
      }
    }
  }
  const idiom = entries.some(
    ({ simplified, glosses }) =>
      simplified.length >= 4 &&
      glosses.some(({ notes }) => notes.some((note) => SAYING.test(note))),
  )
  for (const word of heads) halves.delete(word)
  const proper = entries.every((entry) => /^[A-Z]/.test(entry.reading))
  return {
    lemmas,
    stems,
    phrases,
    fuller,
    halves,
    verbal: counted === 0 ? 0 : verbal / counted,
    proper,
    idiom,
    meanings: [...meanings, ...last],
  }
}

/** A gloss to be shown: without measure words, and of headwords with a reading the traditional form at most. */
function shownMeaning({ raw }: Gloss): string {
  return raw
    .replace(/\s*\(?CL:[^)]*\)?/g, '')
    .replace(/\|?[\u3400-\u9fff·]+\[[^\]]*\]/g, '')
    .trim()
}

/** The verb of "to burn coal", the last noun of "press conference", both ends of "head of mission". */
function isHead(
  part: string,
  words: readonly string[],
  content: readonly string[],
  i: number,
): boolean {
  const word = content[i] ?? ''
  // "to go out to sea": a preposition leads to it.
  const led = /^(?:to|into|in|on|at|from)$/.test(words[words.indexOf(word) - 1] ?? '')
  if (part.startsWith('to ')) return i === 0 && !led
  return (
    i === content.length - 1 ||
    (i === 0 && words.some((one) => /^(?:of|for|in|to|with|from|that)$/.test(one)))
  )
}

function raise(of: Map<string, number>, key: string, value: number): void {
  if ((of.get(key) ?? 0) < value) of.set(key, value)
}
