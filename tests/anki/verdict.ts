/** What `judge.py` says, as far as the checks ask. */
export interface News {
  readonly found: number
  readonly new?: number
  readonly updated?: number
  readonly duplicate?: number
}

export interface JudgedCard {
  readonly guid: string
  readonly ord: number
  readonly deck: string
  readonly type: number
  readonly queue: number
  readonly dueInDays: number | null
  readonly due: number
  readonly ivl: number
  readonly reps: number
  readonly lapses: number
  readonly flag: number
  readonly memory: readonly [stability: number, difficulty: number] | null
  readonly lastReview: number | null
  /** Of some cards: what Anki itself makes of the log. */
  readonly recomputed?: readonly [stability: number, difficulty: number] | null
  readonly question?: string
  readonly answer?: string
}

export interface Verdict {
  readonly anki: string
  readonly package: {
    readonly first: News
    readonly second: News
    readonly secondChangedNothing: boolean
    readonly seconds: number
    readonly sound: boolean
    readonly tables: Readonly<Record<'notes' | 'cards' | 'revlog', number>>
    readonly emptyCards: number
    readonly presets: readonly {
      readonly name: string
      readonly retention: number
      readonly weights: readonly number[]
    }[]
    readonly cards: readonly JudgedCard[]
    readonly exported: readonly string[]
  }
  readonly text: {
    readonly first: News
    readonly second: News
    readonly changed: News
    readonly notes: number
    readonly guids: readonly string[]
  }
}
