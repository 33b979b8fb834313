/**
 * The order of new cards: i+1 first, that is those whose focus holds the fewest unknown words, then rarer words later.
 *
 * A word learnt makes every focus that holds it easier. So the counts are kept per card and moved by the word that
 * changed, and only the ranks of the cards it stands in are other than before.
 */

/** What of a card's focus matters: its words, names and numbers left out, each once. */
export interface Focus {
  readonly card: string
  readonly words: readonly string[]
  /** How rare the word asked for is: −log₁₀ of its share of running words, 0 … 9; rarest when it is in no list. */
  readonly rarity: number
}

export interface NewOrder {
  /** A card's place among the new: unknown words first, rarity to break ties; Infinity for a card it has no focus of. */
  rank(card: string): number
  /** Says whether a word is known now, and gives the cards whose rank that changes. */
  setKnown(word: string, known: boolean): readonly string[]
}

const RAREST = 9

/** @param isKnown whether a word is known at the start */
export function newOrder(foci: readonly Focus[], isKnown: (word: string) => boolean): NewOrder {
  const unknown = new Map<string, number>()
  const rarity = new Map<string, number>()
  const holders = new Map<string, { known: boolean; cards: string[] }>()
  for (const { card, words, rarity: rare } of foci) {
    rarity.set(card, Math.min(RAREST, Math.max(0, rare)))
    let count = 0
    for (const word of new Set(words)) {
      let holder = holders.get(word)
      if (holder === undefined) {
        holder = { known: isKnown(word), cards: [] }
        holders.set(word, holder)
      }
      holder.cards.push(card)
      if (!holder.known) count += 1
    }
    unknown.set(card, count)
  }
  return {
    rank: (card) => {
      const count = unknown.get(card)
      return count === undefined ? Infinity : count + (rarity.get(card) ?? RAREST) / (RAREST + 1)
    },
    setKnown: (word, known) => {
      const holder = holders.get(word)
      if (holder === undefined || holder.known === known) return []
      holder.known = known
      for (const card of holder.cards) unknown.set(card, unknown.get(card)! + (known ? -1 : 1))
      return holder.cards
    },
  }
}

/** A headword with its reading, numbered syllables as in `model.ts`. */
export interface Spelled {
  readonly headword: string
  readonly reading: string
}

/**
 * Whether two headwords are easily taken for each other: they share a hanzi, sound the same but for the tones, or are
 * words of letters that start the same or differ in one letter.
 *
 * Meant for new words of one day (情报, 情况; 实行, 时兴; affect, effect), which learnt side by side hinder each other.
 */
export function lookAlike(a: Spelled, b: Spelled): boolean {
  if (HANZI.test(a.headword) || HANZI.test(b.headword)) {
    const characters = new Set(a.headword)
    if ([...b.headword].some((character) => characters.has(character))) return true
    const sound = toneless(a.reading)
    return sound !== '' && sound === toneless(b.reading)
  }
  const [one, other] = [a.headword.toLowerCase(), b.headword.toLowerCase()]
  return one.slice(0, SAME_START) === other.slice(0, SAME_START) || oneLetterApart(one, other)
}

const HANZI = /\p{Script=Han}/u
/** Letters at the start that make two words alike: intelligent, intelligible. */
const SAME_START = 5

/** Whether one letter exchanged, left out or put in makes one word the other. */
function oneLetterApart(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let same = 0
  while (same < short.length && short[same] === long[same]) same += 1
  const rest = short.length === long.length ? short.slice(same + 1) : short.slice(same)
  return rest === long.slice(same + 1)
}

function toneless(reading: string): string {
  return reading.replace(/[\d\s]/g, '').toLowerCase()
}
