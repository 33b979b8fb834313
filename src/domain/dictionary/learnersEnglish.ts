import { CEFR, type Cefr } from '../model.ts'
import { packSections, packTextColumn, readTextColumn, unpackSections } from './sections.ts'

/** How a word is said, in IPA without slashes, in General American and in Southern British. */
export interface Sound {
  readonly american: string
  readonly british: string
}

/** An irregular form, with its sound where that was written down or is listed. */
export interface IrregularForm {
  readonly form: string
  readonly sound: Sound | null
}

/** A headword in one part of speech and one sound, explained in Chinese for who learns English. */
export interface EnglishEntry {
  /** The first of its spellings, as it is written inside a sentence: `color`, `Monday`. */
  readonly headword: string
  readonly spellings: readonly string[]
  /** As the level lists have it: `noun`, `modal auxiliary`. */
  readonly pos: string
  /** Chinese equivalents, the sense met first in front; none of a word that only its use explains. */
  readonly zh: readonly string[]
  readonly sound: Sound
  /** Irregular ones in the order of their kind: past and participle, plural, comparative and superlative. */
  readonly forms: readonly IrregularForm[]
  /** Uncountable, both, plural only; '' where it does not matter. */
  readonly count: '' | 'U' | 'CU' | 'P'
  /** A line of use in Chinese, or ''. */
  readonly use: string
  /** Null for words no level list has. */
  readonly cefr: Cefr | null
}

/** Several words that are one: a phrasal verb, a fixed phrase. */
export interface EnglishPhrase {
  readonly headword: string
  readonly spellings: readonly string[]
  readonly kind: 'phrasal' | 'fixed'
  readonly zh: readonly string[]
  readonly cefr: Cefr | null
  /** Whether an object may stand between the words. */
  readonly separable: boolean
  readonly use: string
  /** What tells that the words merely stand side by side; `../en/literal.ts` reads it. */
  readonly literal: readonly string[]
}

/** English explained in Chinese. */
export interface LearnersEnglish {
  readonly size: number
  /** Entries of a headword or one of its spellings, the easier levels first; capitals do not count. */
  entries(word: string): readonly EnglishEntry[]
  /** Entries of which this is an irregular form: `lay` of `lie`, `wound` of `wind`. */
  entriesOfForm(form: string): readonly EnglishEntry[]
  all(): readonly EnglishEntry[]
  readonly phrases: readonly EnglishPhrase[]
  /** What a noun or verb, by its lemma, has to do with: place, food, sea. */
  fields(lemma: string): ReadonlySet<string>
}

/** "DZL" and the version of the format. */
const MAGIC = 0x32_4c_5a_44

const COLUMNS = [
  'headword', 'pos', 'zh', 'american', 'british', 'forms', 'count', 'use', 'cefr',
] as const // prettier-ignore
const PHRASE_COLUMNS = [
  'headword', 'kind', 'zh', 'separable', 'use', 'cefr', 'literal',
] as const // prettier-ignore

export type EntryRow = Readonly<Record<(typeof COLUMNS)[number], string>>
export type PhraseRow = Readonly<Record<(typeof PHRASE_COLUMNS)[number], string>>
/** A field, and its words with spaces between. */
export type FieldRow = readonly [field: string, words: string]

/**
 * The dictionary's rows as a file, a column after the other so that it gzips well.
 *
 * @param entries British is '' where it is as the American; forms are `form` or `form /american/british/`, with commas
 */
export function encodeLearnersEnglish(
  entries: readonly EntryRow[],
  phrases: readonly PhraseRow[],
  fields: readonly FieldRow[],
): Uint8Array {
  return packSections(MAGIC, [
    ...COLUMNS.map((column) => packTextColumn(entries.map((row) => row[column]))),
    ...PHRASE_COLUMNS.map((column) => packTextColumn(phrases.map((row) => row[column]))),
    ...[0, 1].map((column) => packTextColumn(fields.map((row) => row[column] ?? ''))),
  ])
}

/** @throws RangeError when the bytes are no such dictionary of this version */
export function openLearnersEnglish(bytes: Uint8Array): LearnersEnglish {
  const sections = unpackSections(MAGIC, bytes).map(readTextColumn)
  const [headwords = []] = sections
  const cell = (column: number, row: number): string => sections[column]?.[row] ?? ''
  const entries = headwords.map((_, i): EnglishEntry => {
    const spellings = cell(0, i).split('/')
    const american = cell(3, i)
    return {
      headword: spellings[0]!,
      spellings,
      pos: cell(1, i),
      zh: listOf(cell(2, i), '；'),
      sound: { american, british: cell(4, i) || american },
      forms: listOf(cell(5, i), ',').map(formOf),
      count: COUNTS.find((count) => count === cell(6, i)) ?? '',
      use: cell(7, i),
      cefr: cefrOf(cell(8, i)),
    }
  })
  const at = COLUMNS.length
  const phrases = (sections[at] ?? []).map((_, i): EnglishPhrase => {
    const spellings = cell(at, i).split('/')
    return {
      headword: spellings[0]!,
      spellings,
      kind: cell(at + 1, i) === 'phrasal' ? 'phrasal' : 'fixed',
      zh: listOf(cell(at + 2, i), '；'),
      separable: cell(at + 3, i) === '1',
      use: cell(at + 4, i),
      cefr: cefrOf(cell(at + 5, i)),
      literal: listOf(cell(at + 6, i), ' '),
    }
  })
  const fields = fieldsOf(sections.slice(at + PHRASE_COLUMNS.length))
  const byWord = indexed(entries, ({ spellings }) => spellings)
  const byForm = indexed(entries, ({ forms }) => forms.map(({ form }) => form))
  return {
    size: entries.length,
    entries: (word) => byWord.get(word.toLowerCase()) ?? [],
    entriesOfForm: (form) => byForm.get(form.toLowerCase()) ?? [],
    all: () => entries,
    phrases,
    fields: (lemma) => fields.get(lemma.toLowerCase()) ?? NONE,
  }
}

const NONE: ReadonlySet<string> = new Set()

function fieldsOf([names = [], words = []]: readonly (readonly string[])[]) {
  const found = new Map<string, Set<string>>()
  names.forEach((name, i) => {
    for (const word of listOf(words[i] ?? '', ' '))
      found.set(word, (found.get(word) ?? new Set()).add(name))
  })
  return found
}

const COUNTS = ['U', 'CU', 'P'] as const
const cefrOf = (text: string): Cefr | null => CEFR.find((level) => level === text) ?? null
const listOf = (text: string, separator: string): readonly string[] =>
  text === '' ? [] : text.split(separator)

function formOf(text: string): IrregularForm {
  const [form = '', american = '', british = american] = text.split(/ ?\//)
  return { form, sound: american === '' ? null : { american, british } }
}

function indexed(
  entries: readonly EnglishEntry[],
  namesOf: (entry: EnglishEntry) => readonly string[],
): ReadonlyMap<string, readonly EnglishEntry[]> {
  const index = new Map<string, EnglishEntry[]>()
  for (const entry of entries) {
    for (const name of new Set(namesOf(entry).map((one) => one.toLowerCase()))) {
      const found = index.get(name)
      if (found) found.push(entry)
      else index.set(name, [entry])
    }
  }
  return index
}
