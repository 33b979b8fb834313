import type { Dictionary } from '../dictionary/dictionary.ts'
import { toSimplified, toTraditional, type Script } from './script.ts'

/**
 * A text in the script it is to be shown in. One character stays one character, so that `offsetIn` can say where a place
 * of the text has gone; a text whose conversion would break that is shown as it is.
 */
export function showText(text: string, script: Script, dictionary: Dictionary): string {
  const shown =
    script === 'simplified' ? toSimplified(text, dictionary) : toTraditional(text, dictionary)
  return [...shown].length === [...text].length ? shown : text
}
