import type { EnglishEntry, LearnersEnglish, Sound } from '../dictionary/learnersEnglish.ts'
import { compared, possibleLemmas, withEd, withIng, withS } from './inflections.ts'

/** Which form of a word stands in a text. */
export type FormKind =
  | 'base'
  | 'third'
  | 'past'
  | 'participle'
  | 'ing'
  | 'plural'
  | 'comparative'
  | 'superlative'

/** What a written word may be: an entry in one of its forms. */
export interface Analysis {
  readonly entry: EnglishEntry
  readonly kind: FormKind
  /** Of an irregular form, '' where nobody knows; null of those that follow the rules. */
  readonly sound: Sound | null
}

const SILENT: Sound = { american: '', british: '' }

const isVerb = ({ pos }: EnglishEntry): boolean => /\bverb$/.test(pos)
const isCompared = ({ pos }: EnglishEntry): boolean => pos === 'adjective' || pos === 'adverb'

/**
 * All that a written word may be, what it is unchanged in front: `lay` is a verb, and the past of `lie`. Empty for words
 * the dictionary has in no form.
 *
 * @param form in lower case, apostrophe straight
 * @param isCapital whether it begins with a capital: what is always written with one is nothing else without it
 */
export function analysesOf(
  form: string,
  english: LearnersEnglish,
  isCapital = false,
): readonly Analysis[] {
  let known = KNOWN.get(english)
  if (!known) KNOWN.set(english, (known = new Map()))
  const key = (isCapital ? '^' : '') + form
  let found = known.get(key)
  if (!found) {
    if (known.size >= MOST_KNOWN) known.clear()
    known.set(key, (found = analyse(form, english, isCapital)))
  }
  return found
}

/** A text says the same words again and again: those said last are remembered. */
const KNOWN = new WeakMap<LearnersEnglish, Map<string, readonly Analysis[]>>()
const MOST_KNOWN = 4_000

function analyse(form: string, english: LearnersEnglish, isCapital: boolean): readonly Analysis[] {
  const found: Analysis[] = english
    .entries(form)
    .map((entry) => ({ entry, kind: 'base', sound: null }))
  for (const entry of english.entriesOfForm(form)) found.push(...irregular(entry, form))
  for (const lemma of possibleLemmas(form))
    for (const entry of english.entries(lemma)) found.push(...regular(entry, lemma, form))
  return found.filter(
    ({ entry: { headword } }) => isCapital || headword === 'I' || !/^\p{Lu}/u.test(headword),
  )
}

function irregular(entry: EnglishEntry, form: string): readonly Analysis[] {
  const { forms, pos } = entry
  const kinds: readonly FormKind[] =
    isVerb(entry) || pos === 'modal auxiliary'
      ? ['past', 'participle']
      : isCompared(entry) || pos === 'determiner'
        ? ['comparative', 'superlative']
        : ['plural']
  return kinds.flatMap((kind, at) => {
    const one = forms[at] ?? (kind === 'participle' ? forms[0] : undefined)
    return one?.form.toLowerCase() === form ? [{ entry, kind, sound: one.sound ?? SILENT }] : []
  })
}

function regular(entry: EnglishEntry, lemma: string, form: string): readonly Analysis[] {
  const found: Analysis[] = []
  const add = (kind: FormKind) => found.push({ entry, kind, sound: null })
  const hasOwn = entry.forms.length > 0
  if (entry.pos === 'noun' && entry.count !== 'U' && withS(lemma).includes(form)) {
    const isBoth = entry.forms.every(
      (one) => one.form !== form && !/(?:men|ves|people)$/.test(one.form),
    )
    if (isBoth) add('plural')
  }
  if (isVerb(entry)) {
    if (withS(lemma).includes(form)) add('third')
    if (withIng(lemma).includes(form)) add('ing')
    if (!hasOwn && withEd(lemma).includes(form)) {
      add('past')
      add('participle')
    }
  }
  if (isCompared(entry) && !hasOwn) {
    if (compared(lemma, 'er').includes(form)) add('comparative')
    if (compared(lemma, 'est').includes(form)) add('superlative')
  }
  return found
}
