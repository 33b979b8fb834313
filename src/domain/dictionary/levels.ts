import { CEFR, type Cefr, type Level, type Side } from '../model.ts'

/** HSK 2.0 (1–6), 2021 (1–7) and 2025 (1–7) of a word; 0 where that list does not have it, 7 for 7–9. */
export type HskLevels = readonly [hsk2: number, hsk2021: number, hsk2025: number]

/** Words by level from lines `361<TAB>word word …`. */
export function parseHsk(text: string): ReadonlyMap<string, HskLevels> {
  const levels = new Map<string, HskLevels>()
  for (const line of text.split('\n')) {
    const [digits = '', words = ''] = line.split('\t')
    if (!words) continue
    const [hsk2 = 0, hsk2021 = 0, hsk2025 = 0] = [...digits].map(Number)
    for (const word of words.split(' ')) levels.set(word, [hsk2, hsk2021, hsk2025])
  }
  return levels
}

/** Lemmas by level from lines `B1<TAB>lemma|lemma|…`; a lemma may have several words. */
export function parseCefr(text: string): ReadonlyMap<string, string> {
  const levels = new Map<string, string>()
  for (const line of text.split('\n')) {
    const [level = '', lemmas = ''] = line.split('\t')
    if (!lemmas) continue
    for (const lemma of lemmas.split('|')) levels.set(lemma, level)
  }
  return levels
}

/** The HSK level a word counts under, 1 … 7 (7 means 7–9), the list of 2021 first; undefined where none of today's has it. */
export function hskOf({ hsk2021, hsk2025 }: Level): number | undefined {
  return hsk2021 ?? hsk2025
}

/** The place of a CEFR level on its ladder, 0 the easiest. */
export function cefrRank(level: Cefr): number {
  return CEFR.indexOf(level)
}

/** Up to which level somebody knows the words; null: none. */
export interface KnownLevel {
  readonly hsk: number | null
  readonly cefr: Cefr | null
}

/** Whether the lists put a word at or below the level declared for its language. */
export function atOrBelow(level: Level, side: Side, known: KnownLevel): boolean {
  if (side === 'zh') {
    const at = hskOf(level)
    return known.hsk !== null && at !== undefined && at <= known.hsk
  }
  if (known.cefr === null || level.cefr === undefined) return false
  return cefrRank(level.cefr) <= cefrRank(known.cefr)
}

/** The levels a text is written for, for learners of either language, out of `HSK 4 · B1`; null when it is not written so. */
export function readTextLevel(
  written: string,
): { readonly hsk: number; readonly cefr: Cefr } | null {
  const [, hsk, cefrName] = /^HSK ([1-6]|7–9) · (\w\d)$/.exec(written) ?? []
  const cefr = CEFR.find((level) => level === cefrName)
  return hsk === undefined || cefr === undefined ? null : { hsk: Number(hsk[0]), cefr }
}
