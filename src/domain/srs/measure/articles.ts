/** How the cards of each article stand. */
import { type CardState } from '../entries.ts'
import { isMature } from './answered.ts'
import type { Answered } from './answered.ts'
import { isRetentionTest } from './retention.ts'
import type { Share } from './retention.ts'

export interface ArticleStanding {
  readonly article: string
  /** Its cards, those that also belong to another article included. */
  readonly cards: number
  /** Of them, answered at least once. */
  readonly started: number
  /** Of them, with an interval of three weeks or more. */
  readonly mature: number
  /** True retention over all time. */
  readonly retention: Share
}

/** The standing of every article that has cards, in the order in which the cards name them. */
export function standings(
  cards: readonly { readonly id: string; readonly articles: readonly string[] }[],
  states: ReadonlyMap<string, CardState>,
  answered: Iterable<Answered>,
): ArticleStanding[] {
  const tallies = new Map<string, { cards: number; started: number; mature: number }>()
  const shares = new Map<string, { recalled: number; total: number }>()
  const articlesOf = new Map<string, readonly string[]>()
  for (const { id, articles } of cards) {
    articlesOf.set(id, articles)
    const state = states.get(id)
    for (const article of articles) {
      const tally = tallies.get(article) ?? { cards: 0, started: 0, mature: 0 }
      tallies.set(article, tally)
      tally.cards += 1
      if (state === undefined || state.reps === 0) continue
      tally.started += 1
      if (state.phase === 'review' && isMature(state)) tally.mature += 1
    }
  }
  for (const one of answered) {
    if (!isRetentionTest(one)) continue
    for (const article of articlesOf.get(one.answer.card) ?? []) {
      const share = shares.get(article) ?? { recalled: 0, total: 0 }
      shares.set(article, share)
      share.total += 1
      if (one.answer.rating !== 'again') share.recalled += 1
    }
  }
  return [...tallies].map(([article, tally]) => ({
    article,
    ...tally,
    retention: shares.get(article) ?? { recalled: 0, total: 0 },
  }))
}
