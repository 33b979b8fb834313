import type { Side, Sides } from '../model.ts'
import type { Place } from '../notes/places.ts'

/** The terms inside a place, as they stand on both sides, in text order; of two that overlap the longer one. */
export function termsAt(place: Place, of: Side, most: number): readonly Sides<string>[] {
  const range = place[of]
  if (range === null) return []
  const found = place.article.terms
    .flatMap(({ occurrences }) => occurrences)
    .flatMap(({ zh, en }) => {
      const here = of === 'zh' ? zh : en
      const isInside = here !== null && range.start <= here.start && here.end <= range.end
      if (!isInside || zh === null || en === null) return []
      const texts = {
        zh: place.texts.zh.slice(zh.start, zh.end),
        en: place.texts.en.slice(en.start, en.end),
      }
      return [{ ...here, texts }]
    })
    .toSorted((a, b) => a.start - b.start || b.end - a.end)
  const apart = found.filter(({ start, end }, i) =>
    found.every(
      (other, k) => k >= i || other.end <= start || (other.start === start && other.end < end),
    ),
  )
  return apart.slice(0, most).map(({ texts }) => texts)
}
