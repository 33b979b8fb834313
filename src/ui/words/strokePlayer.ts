import type { Strokes } from '../../storage/strokes.ts'

/** Side of a square, px. */
export const SQUARE = 96

/** A character that is written in a place of its own. */
interface Written {
  readonly character: string
  readonly strokes: Strokes
  readonly at: HTMLElement
}

/** Colours of the place as they are now, its text's and its edge's: hanzi-writer wants them by value. */
function coloursOf(place: HTMLElement) {
  const { color, borderTopColor } = getComputedStyle(place)
  return { strokeColor: color || '#22201c', outlineColor: borderTopColor || '#ddd' }
}

/**
 * Writes characters stroke by stroke, one after the other, each in its place; what stood there goes.
 *
 * @param signal ends it
 */
export async function playStrokes(written: readonly Written[], signal: AbortSignal): Promise<void> {
  const { default: HanziWriter } = await import('hanzi-writer')
  if (signal.aborted) return
  const writers = written.map(({ character, strokes, at }) => {
    at.replaceChildren()
    return HanziWriter.create(at, character, {
      width: SQUARE,
      height: SQUARE,
      padding: 6,
      showCharacter: false,
      showOutline: true,
      delayBetweenStrokes: 180,
      ...coloursOf(at),
      charDataLoader: () => strokes,
    })
  })
  for (const writer of writers) {
    if (signal.aborted) return
    await writer.animateCharacter()
  }
}
