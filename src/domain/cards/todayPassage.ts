import type { ArticleTexts } from '../article/showArticle.ts'
import type { Note, Segment, Side, TextRange } from '../model.ts'
import { placesOf } from '../notes/places.ts'

/** What is shown of the text that today's cards come from. */
export interface TodayPassage {
  readonly side: Side
  readonly text: string
  /** Of the words asked today, in order; none overlaps another. */
  readonly lit: readonly (TextRange & { readonly isNew: boolean })[]
}

/** Characters of a passage, about: it is a picture of the text, not the text. */
const LENGTH: Readonly<Record<Side, number>> = { zh: 72, en: 200 }

/**
 * The sentences of an article's paragraph in which most of these notes stand, from the first one on; null when none of them
 * has a place in it.
 */
export function todayPassage(
  source: ArticleTexts,
  side: Side,
  asked: readonly { readonly note: Note; readonly isNew: boolean }[],
): TodayPassage | null {
  const segments = source.article.segments[side]
  const places = asked.flatMap(({ note, isNew }) => {
    const range = placesOf(note, source)[0]?.[side]
    return range ? [{ start: range.start, end: range.end, isNew, kind: note.kind }] : []
  })
  const first = fullest(segments, places)
  if (first === null) return null
  const { start } = segments[first]!
  const end = segments
    .slice(first)
    .filter(({ paragraph }) => paragraph === segments[first]!.paragraph)
    .reduce(
      (until, one) => (one.end - start <= LENGTH[side] ? one.end : until),
      segments[first]!.end,
    )
  return {
    side,
    text: source.texts[side].slice(start, end).trimEnd(),
    lit: places
      .filter((one) => one.kind === 'term' && one.start >= start && one.end <= end)
      .toSorted((a, b) => a.start - b.start || b.end - a.end)
      .filter((one, i, all) => i === 0 || one.start >= all[i - 1]!.end)
      .map((one) => ({ start: one.start - start, end: one.end - start, isNew: one.isNew })),
  }
}

/** Index of the segment from which a passage shows most; the earliest of several. */
function fullest(segments: readonly Segment[], places: readonly TextRange[]): number | null {
  const holds = segments.map(({ start, end }) =>
    places.some((one) => one.start < end && start < one.end),
  )
  const counts = new Map<number, { readonly at: number; readonly count: number }>()
  for (const [at, { paragraph }] of segments.entries()) {
    if (!holds[at]) continue
    const before = counts.get(paragraph) ?? { at, count: 0 }
    counts.set(paragraph, { at: before.at, count: before.count + 1 })
  }
  let best: { readonly at: number; readonly count: number } | null = null
  for (const one of counts.values()) if (one.count > (best?.count ?? 0)) best = one
  return best?.at ?? null
}
