import { deckToDraft } from '../domain/article/deck.ts'
import { levelling, MOST_ABOVE, type Levelling } from '../domain/article/levelling.ts'
import { readTextLevel } from '../domain/dictionary/levels.ts'
import { type Deck, type Side, SIDES } from '../domain/model.ts'
import { readDeck } from '../formats/deckFile.ts'
import { loadDictionary } from './dictionary.ts'
import { Complaint, readTextFile, sentenceOf } from './inputFile.ts'

/** Words named in a sentence; the rest are a number. */
const MOST_NAMED = 12
const NAMES = { zh: 'Chinese', en: 'English' } as const
const UNITS = { zh: 'hanzi', en: 'words' } as const

/**
 * What the format and the levelling think of a deck file, in plain sentences, one a line.
 *
 * @throws Complaint when it cannot be read or is no sound deck
 */
export async function checkDeck(file: string): Promise<string> {
  const { value: deck, issues } = readDeck(await readTextFile(file))
  if (deck === null) throw new Complaint(sentenceOf(issues[0], file))
  const sentences = [`${file} is a sound deck: ${deck.beads.length} pairs of sentences.`]
  sentences.push(...aboutTerms(deck))
  const level = readTextLevel(deck.level)
  if (level === null) {
    sentences.push(
      `Its level is “${deck.level}”, not written as “HSK 4 · B1”, so no word was weighed.`,
    )
  } else {
    const found = levelling(deck, level, await loadDictionary('full'))
    const names = deck.level.split(' · ')
    SIDES.forEach((side, at) => sentences.push(...aboutLevel(side, names[at] ?? '', found[side])))
  }
  return `${sentences.join('\n')}\n`
}

function aboutTerms(deck: Deck): readonly string[] {
  const unpaired = deckToDraft(deck).terms.filter(
    ({ occurrences }) => !occurrences.some(({ zh, en }) => zh !== null && en !== null),
  )
  const stand = `It teaches ${deck.terms.length} terms`
  if (unpaired.length === 0) return [`${stand}, and each stands in a pair on both sides.`]
  const named = unpaired.map(({ zh, en }) => `${zh} = ${en}`)
  return [`${stand}, of which ${listed(named)} stand in no pair on both sides.`]
}

function aboutLevel(side: Side, level: string, found: Levelling): readonly string[] {
  const share = `${(100 * found.share).toFixed(1)} %`
  const words = found.above.map(({ word, count }) =>
    count > 1 ? `${word} (${count} times)` : word,
  )
  const above =
    words.length === 0
      ? `no word is above ${level}`
      : `${share} of ${found.counted} running words are above ${level}: ${listed(words)}`
  const verdict = found.share > MOST_ABOVE ? ` At most ${100 * MOST_ABOVE} % may be.` : ''
  return [
    `${NAMES[side]}: ${above}.${verdict}`,
    `${NAMES[side]}: a sentence has ${found.meanLength.toFixed(1)} ${UNITS[side]}, the longest ${found.longest}.`,
  ]
}

function listed(names: readonly string[]): string {
  const rest = names.length - MOST_NAMED
  const shown = names.slice(0, MOST_NAMED).join(', ')
  return rest > 0 ? `${shown} and ${rest} more` : shown
}
