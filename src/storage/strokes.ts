/** How a character is written, as hanzi-writer wants it. */
export interface Strokes {
  /** Outlines, in the order in which they are written; y grows upwards, from −124 to 900. */
  readonly strokes: string[]
  /** The middle line of each. */
  readonly medians: number[][][]
}

/** Where the strokes of a character are; the service worker keeps what was fetched once. */
const urlOf = (character: string): string =>
  `${import.meta.env.BASE_URL}strokes/${character.codePointAt(0)?.toString(16)}.json`

const isStrokes = (value: unknown): value is Strokes =>
  typeof value === 'object' &&
  value !== null &&
  'strokes' in value &&
  Array.isArray(value.strokes) &&
  'medians' in value &&
  Array.isArray(value.medians)

/** The strokes of a character; `none` when nobody has drawn it, `offline` when they are not on this device and cannot be fetched. */
export async function readStrokes(character: string): Promise<Strokes | 'none' | 'offline'> {
  try {
    const response = await fetch(urlOf(character))
    if (!response.ok) return response.status === 404 ? 'none' : 'offline'
    const found: unknown = await response.json()
    return isStrokes(found) ? found : 'none'
  } catch {
    return 'offline'
  }
}
