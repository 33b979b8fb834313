import type { Dictionary } from '../dictionary/dictionary.ts'
import { englishLemmas, glossAndNotes } from './englishLemmas.ts'
import { perDictionary } from './perDictionary.ts'
import type { ReadingText } from './readingText.ts'

/**
 * Of each hanzi the English that speaks for one of its readings, from the glosses of the reading and of words that hold it: what
 * `cli/training/englishOdds.ts` makes. A row: readings separated by `|`, of each the lemmas grouped by strength.
 */
export type StoredOdds = Readonly<Record<string, string>>

/** How strongly the translation of a text speaks for a reading; 0 where it says nothing. In units of a reading's score. */
export type EnglishEvidence = (hanzi: string, reading: string, token: number) => number

/** Grammatical hanzi: their usual reading has no English that could speak for it. */
const GRAMMATICAL = new Set('了地的着过得只中为将和都要与便会曾几子儿来是吧呀呢吗啊哪那之')

/** A lemma that another word of the text explains counts so many tenths. */
const EXPLAINED = 3
/** A gloss of so few lemmas says what the word means, not how. */
const SHORT_GLOSS = 2

/** Lemma → strength, of each reading of a hanzi. */
type Odds = ReadonlyMap<string, ReadonlyMap<string, number>>

/** Opens stored odds; those of a hanzi are read when it is first asked for. */
export function openEnglishOdds(stored: StoredOdds): (hanzi: string) => Odds | null {
  const opened = new Map<string, Odds>()
  return (hanzi) => {
    if (GRAMMATICAL.has(hanzi) || !Object.hasOwn(stored, hanzi)) return null
    let odds = opened.get(hanzi)
    if (!odds) opened.set(hanzi, (odds = parseOdds(stored[hanzi]!)))
    return odds
  }
}

function parseOdds(row: string): Odds {
  return new Map(
    row.split('|').map((part) => {
      const [reading = '', ...groups] = part.split(' ')
      const strengths = new Map<string, number>()
      for (const group of groups) {
        const [strength, ...lemmas] = group.split(';')
        for (const lemma of lemmas) strengths.set(lemma, Number(strength))
      }
      return [reading, strengths]
    }),
  )
}

/**
 * What the English of a text says of the readings of its hanzi: the strongest of its lemmas, a lemma that another word of the
 * text explains counting less. Nothing in names and numbers, nothing for neutral tones.
 */
export function englishEvidence(
  english: string,
  text: ReadingText,
  oddsOf: (hanzi: string) => Odds | null,
  dictionary: Dictionary,
): EnglishEvidence {
  const lemmas = englishLemmas(english)
  const isExplained = (lemma: string, token: number): boolean =>
    text.tokens.some(
      ({ kind }, i) =>
        i !== token && kind === 'word' && meaningsOf(text.word(i)!, dictionary).has(lemma),
    )
  return (hanzi, reading, token) => {
    const strengths = oddsOf(hanzi)?.get(reading)
    if (!strengths || reading.endsWith('5') || text.tokens[token]!.kind !== 'word') return 0
    let greatest = 0
    for (const lemma of lemmas) {
      const strength = strengths.get(lemma) ?? 0
      if (strength <= greatest) continue
      const counted = isExplained(lemma, token) ? Math.trunc((EXPLAINED * strength) / 10) : strength
      greatest = Math.max(greatest, counted)
    }
    return greatest
  }
}

/** The lemmas of a word's short glosses. */
const meaningsOf = perDictionary((word, dictionary): ReadonlySet<string> => {
  const lists = dictionary
    .entries(word)
    .flatMap(({ glosses }) => glosses.map((gloss) => englishLemmas(glossAndNotes(gloss).bare)))
  return new Set(lists.filter(({ size }) => size <= SHORT_GLOSS).flatMap((lemmas) => [...lemmas]))
})
