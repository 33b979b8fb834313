import { computed, type ComputedRef } from 'vue'
import type { Side } from '../../domain/model.ts'
import { guessScript } from '../../domain/zh/guessScript.ts'
import type { Script } from '../../domain/zh/script.ts'
import { offsetIn } from '../../domain/zh/offsetIn.ts'
import { useArticleScript } from './articleScript.ts'
import { useDisplay, type Display } from './display.ts'

/** A text of one side as it is drawn. */
export interface Drawn {
  readonly text: string
  /** For the element it stands in: `zh-Hans`, `zh-Hant` or `en`. */
  readonly lang: string
  /** Where an offset of the given text stands in the drawn one. */
  at(offset: number): number
}

/**
 * A text as it is drawn now, in the learner's script.
 *
 * @param cameIn the script of the article it is from; null when that is not known
 */
function drawText(display: Display, given: string, side: Side, cameIn: Script | null): Drawn {
  if (side === 'en') return { text: given, lang: 'en', at: (offset) => offset }
  // A line that nothing tells of (他姓范) is in the script of its article.
  const text = cameIn === display.script ? given : display.shown(given)
  const script = display.script === 'given' ? (cameIn ?? guessScript(given)) : display.script
  return {
    text,
    lang: script === 'traditional' ? 'zh-Hant' : 'zh-Hans',
    at: offsetIn(given, text),
  }
}

/** {@link drawText} for a component's own text, kept up to date. */
export function useDrawn(given: () => string, side: () => Side): ComputedRef<Drawn> {
  const display = useDisplay()
  const cameIn = useArticleScript()
  return computed(() => drawText(display, given(), side(), cameIn()))
}
