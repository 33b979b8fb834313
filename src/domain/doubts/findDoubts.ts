import type { Pivots } from '../dictionary/pivots.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import type { TextRange } from '../model.ts'
import { beadRange } from '../terms/words/beadWords.ts'
import { lengthOutliers } from './lengths.ts'
import { calques, openQuotes, untranslated } from './marks.ts'
import { missingNames } from './names.ts'
import { differentDays, missingNumbers, strayNumbers } from './numbers.ts'
import { variedNames, variedTerms } from './variants.ts'
import { linkBitext, type Bitext, type LinkedBead } from '../terms/linkBitext.ts'

/**
 * Why a translation is suspicious: one side of a bead is missing · a number, or a day of the week, stands on one side only ·
 * so does a name · one name in two spellings · one English term in two Chinese words · Chinese built like the English
 * sentence · Latin words left untranslated · quotation marks that the Chinese side leaves open · far longer or shorter than
 * its partner, as this text goes.
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

/** Suspicious places in text order. Yields its progress, 0 … 1. */
export function* findDoubts(
  bitext: Bitext,
  dictionary: Dictionary,
  options: { readonly pivots?: Pivots | null } = {},
): Generator<number, readonly Doubt[]> {
  const linking = linkBitext(bitext, dictionary, options.pivots ?? null)
  let next = linking.next()
  for (; !next.done; next = linking.next()) yield 0.9 * next.value
  const linked = next.value
  const doubts: Doubt[] = [
    ...variedNames(linked, bitext.texts.zh),
    ...variedTerms(linked, dictionary),
    ...missingNames(linked, bitext.texts.zh, dictionary),
    ...lengthOutliers(bitext, linked),
    ...openQuotes(bitext),
  ]
  const { texts, segments } = bitext
  const isTranslated = linked.filter(hasBoth).length >= linked.length / 2
  for (const [index, bead] of bitext.beads.entries()) {
    const zh = beadRange(segments.zh, bead.zh)
    const en = beadRange(segments.en, bead.en)
    if (zh === null || en === null) {
      if (zh !== en && isTranslated)
        doubts.push({ code: 'sideMissing', bead: index, zh, en, found: [] })
      continue
    }
    const zhText = texts.zh.slice(zh.start, zh.end)
    const enText = texts.en.slice(en.start, en.end)
    for (const number of [...missingNumbers(zhText, enText), ...strayNumbers(zhText, enText)])
      doubts.push({ code: 'numbersDiffer', bead: index, zh, en, found: [number] })
    const days = differentDays(zhText, enText)
    if (days !== null) doubts.push({ code: 'numbersDiffer', bead: index, zh, en, found: days })
    doubts.push(
      ...calques(zhText, zh.start, enText, index),
      ...untranslated(zhText, zh.start, enText, index),
    )
    yield 0.9 + (0.1 * (index + 1)) / bitext.beads.length
  }
  return doubts.sort((a, b) => a.bead - b.bead)
}

/** Whether a bead has words on both sides; a text of which most have not is one whose translation comes later. */
const hasBoth = ({ zh, en }: LinkedBead): boolean => zh.length > 0 && en.length > 0
