import { type TextRange } from '../model.ts'
/**
 * Why a translation is suspicious: one side of a bead is missing · a number, or a day of the week, stands on one side only ·
 * so does a name · one name in two spellings · one English term in two Chinese words · Chinese built like the English
 * sentence · Latin words left untranslated · quotation marks that the Chinese side leaves open · far longer or shorter than
 * its partner, as this text goes · its words have hardly a counterpart, or those of a clause have none · one side says no ·
 * one side says something else of a kind (before, after; summer, winter), or means somebody else.
 */
type DoubtCode =
  | 'sideMissing'
  | 'numbersDiffer'
  | 'nameMissing'
  | 'nameSpellings'
  | 'termVaries'
  | 'calque'
  | 'untranslated'
  | 'quotesUnbalanced'
  | 'lengthOutlier'
  | 'unrelated'
  | 'clauseMissing'
  | 'polarityDiffers'
  | 'wordDiffers'

/** A place where the translation, or the alignment, looks wrong. */
export interface Doubt {
  readonly code: DoubtCode
  /** Index of the bead. */
  readonly bead: number
  /** Ranges of the side texts; null when the doubt is not about that side. */
  readonly zh: TextRange | null
  readonly en: TextRange | null
  /** What was found, to be shown: the two spellings, the number, the words. */
  readonly found: readonly string[]
}
