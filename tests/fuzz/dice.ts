import { seededRandom } from '../../src/domain/random.ts'

/** Chance that is the same for the same seed. */
export interface Random {
  /** A whole number, 0 or more and less than `most`; 0 when that is nothing. */
  below(most: number): number
  one<T>(of: readonly T[]): T
}

export function diceOf(seed: number): Random {
  const random = seededRandom(seed)
  const below = (most: number) => Math.floor(random() * most)
  return {
    below,
    one: (of) => {
      const found = of[below(of.length)]
      if (found === undefined) throw new RangeError('nothing to choose from')
      return found
    },
  }
}
