import { existsSync, readFileSync } from 'node:fs'
import { stat } from 'node:fs/promises'
import {
  ensureLearnersEnglish,
  loadLearnersEnglish,
} from '../../src/cli/build/compileLearnersEnglish.ts'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import type { Dictionary } from '../../src/domain/dictionary/dictionary.ts'
import type { LearnersEnglish } from '../../src/domain/dictionary/learnersEnglish.ts'
import { phraseFinder } from '../../src/domain/en/phrases.ts'
import { readEnglish } from '../../src/domain/en/readEnglish.ts'
import type { QualityRow } from './row.ts'

/** Both halves have been looked at by now: the figures are in-sample. */
export type Part = 'tuning' | 'held-out'

/** English for who learns it: the dictionary, sounds and lemmas in a sentence, phrases. */
export async function measureEnglish(part: Part = 'held-out'): Promise<QualityRow[]> {
  const english = await loadLearnersEnglish()
  const size = (await stat(await ensureLearnersEnglish())).size / 1000
  const { share, checked, bare } = sharedWithCedict(english, await loadDictionary('full'))
  return [
    {
      name: 'English for learners, gzip',
      value: size,
      goal: 350,
      floor: 350,
      better: 'lower',
      unit: 'kB',
      note: `${english.size} entries, ${english.phrases.length} phrases`,
    },
    {
      name: 'English for learners, entries that share an equivalent with CC-CEDICT',
      value: share,
      goal: 0.75,
      floor: 0.72,
      better: 'higher',
      note: `of ${checked} with equivalents that CC-CEDICT can be asked for; ${bare} have a line of use only`,
    },
    ...soundRows(english, part),
    ...phraseRows(english, part),
  ]
}

/** Brackets complete an equivalent, and a final 的 says nothing about it. */
const plain = (zh: string): string => zh.replace(/[（(].*?[)）]/g, '').replace(/的$/, '')
const REVERSE_ENTRIES = 60

function sharedWithCedict(english: LearnersEnglish, dictionary: Dictionary) {
  let checked = 0
  let shared = 0
  let bare = 0
  for (const { headword, zh } of english.all()) {
    if (zh.length === 0) bare++
    const reverse = new Set(
      dictionary.findEnglish(headword, REVERSE_ENTRIES).map(({ simplified }) => plain(simplified)),
    )
    if (zh.length === 0 || reverse.size === 0) continue
    checked++
    if (zh.some((one) => reverse.has(plain(one)))) shared++
  }
  return { share: shared / checked, checked, bare }
}

/** The rows of a list of one part; null where the list is absent. */
export function listed(name: string, part: Part): readonly (readonly string[])[] | null {
  const file = new URL(`english/${name}.tsv`, import.meta.url)
  if (!existsSync(file)) return null
  const rows = readFileSync(file, 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => line.split('\t'))
  return rows.filter(([of]) => of === part).map((row) => row.slice(1))
}

const ABSENT = 'the list is absent'

/** Weak ɪ and ə are one, and so are two breaks of syllables: the mark goes to its vowel. */
function comparable(ipa: string): string {
  return ipa.replaceAll('ɪ', 'ə').replace(/([ˈˌ])([^ɑɔɝɚəʊɛeæʌiuɒɜao]*)/g, '$2$1')
}

export interface Sounded {
  readonly sentence: string
  readonly word: string
  readonly wanted: readonly string[]
  readonly found: readonly string[]
  readonly right: readonly boolean[]
}

/** Lemma, part of speech and both sounds of each word of the list, as wanted and as found. */
export function soundsOf(english: LearnersEnglish, part: Part): readonly Sounded[] | null {
  return (
    listed('ipa', part)?.map(([sentence = '', word = '', ...wanted]) => {
      const at = sentence.search(new RegExp(`(?<![\\p{L}])${word}(?![\\p{L}])`, 'u'))
      const here = readEnglish(sentence, english).find(({ start, end }) => start <= at && at < end)
      const { american = '', british = '' } = here?.sound ?? {}
      const found = [here?.lemma ?? '', here?.analyses[0]?.entry.pos ?? '', american, british]
      const right = found.map((one, i) =>
        i < 2 ? one === wanted[i] : comparable(one) === comparable(wanted[i] ?? ''),
      )
      return { sentence, word, wanted, found, right }
    }) ?? null
  )
}

function soundRows(english: LearnersEnglish, part: Part): QualityRow[] {
  const rows = soundsOf(english, part)
  const shareOf = (i: number): number | null =>
    rows && rows.filter(({ right }) => right[i]).length / rows.length
  const figure = { goal: 0.98, better: 'higher' } as const
  const note = rows === null ? ABSENT : `${rows.length} sentences, ${part}`
  return [
    { ...figure, name: 'English, lemma in a sentence', value: shareOf(0), floor: 0.91, note },
    {
      ...figure,
      name: 'English, sound in a sentence, American',
      value: shareOf(2),
      floor: 0.71,
      note,
    },
    {
      ...figure,
      name: 'English, sound in a sentence, British',
      value: shareOf(3),
      floor: 0.71,
      note,
    },
  ]
}

export interface PhraseAsked {
  readonly sentence: string
  readonly headword: string
  /** Whether the words merely stand side by side. */
  readonly isTrap: boolean
  readonly found: readonly string[]
  readonly isFound: boolean
}

/** What the list does not write at the beginning, or writes otherwise. */
const bareHeadword = (headword: string): string =>
  headword
    .replace(/^(?:be|get) /, '')
    .replaceAll("someone's", "one's")
    .replaceAll(' someone', '')

export function phrasesOf(english: LearnersEnglish, part: Part): readonly PhraseAsked[] | null {
  const find = phraseFinder(english)
  return (
    listed('phrases', part)?.map(([sentence = '', words = '', headword = '']) => {
      const found = find(readEnglish(sentence, english), sentence).map(({ phrase }) => phrase)
      const isFound = found.some(({ spellings }) =>
        spellings.some((one) => bareHeadword(one) === bareHeadword(headword)),
      )
      const names = found.map((phrase) => phrase.headword)
      return { sentence, headword, isTrap: words === '', found: names, isFound }
    }) ?? null
  )
}

function phraseRows(english: LearnersEnglish, part: Part): QualityRow[] {
  const rows = phrasesOf(english, part)
  const asked = rows?.filter(({ isTrap }) => !isTrap) ?? []
  const traps = rows?.filter(({ isTrap }) => isTrap) ?? []
  const note = (count: number): string => (rows === null ? ABSENT : `${count} sentences, ${part}`)
  return [
    {
      name: 'English, phrases found',
      value: rows && asked.filter(({ isFound }) => isFound).length / asked.length,
      goal: 0.8,
      floor: 0.46,
      better: 'higher',
      note: note(asked.length),
    },
    {
      name: 'English, phrases seen where words only stand side by side',
      value: rows && traps.filter(({ isFound }) => isFound).length,
      goal: 3,
      floor: 18,
      better: 'lower',
      note: note(traps.length),
    },
  ]
}
