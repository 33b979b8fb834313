import { type Doubt } from './doubt.ts'
import { isHuge, rangeOf, type Bitext } from '../bitext/bitext.ts'
import type { Task } from '../tasks.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { lengthOutliers } from './lengths.ts'
import { calques, openQuotes, untranslated } from './marks.ts'
import { missingNames } from './names.ts'
import { differentDays, missingNumbers, strayNumbers } from './numbers.ts'
import { variedNames, variedTerms } from './variants.ts'
import type { LinkedBead } from '../terms/linkedBead.ts'

/** Share of the work that looks at the text as a whole. */
const WHOLE = 0.5
/** Beads with one side take no time: a yield after so many. */
const AT_ONCE = 256

/**
 * Suspicious places in text order. Yields its progress, 0 … 1.
 *
 * @param linked the beads of this bitext, by `linkBitext`
 */
export function* findDoubts(
  linked: readonly LinkedBead[],
  bitext: Bitext,
  dictionary: Dictionary,
): Task<readonly Doubt[]> {
  const doubts: Doubt[] = []
  const whole = [
    () => variedNames(linked, bitext.texts.zh),
    () => variedTerms(linked, dictionary),
    () => missingNames(linked, bitext.texts.zh, dictionary),
    () => lengthOutliers(bitext, linked),
    () => openQuotes(bitext),
  ]
  for (const [at, find] of whole.entries()) {
    for (const doubt of find()) doubts.push(doubt)
    yield (WHOLE * (at + 1)) / whole.length
  }
  const { texts, segments } = bitext
  const isTranslated = linked.filter(hasBoth).length >= linked.length / 2
  for (const [index, bead] of bitext.beads.entries()) {
    const zh = rangeOf(segments.zh, bead.zh)
    const en = rangeOf(segments.en, bead.en)
    if (zh === null || en === null) {
      if (zh !== en && isTranslated)
        doubts.push({ code: 'sideMissing', bead: index, zh, en, found: [] })
      if (index % AT_ONCE === 0) yield WHOLE + ((1 - WHOLE) * index) / bitext.beads.length
      continue
    }
    if (isHuge({ zh, en })) continue
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
    yield WHOLE + ((1 - WHOLE) * (index + 1)) / bitext.beads.length
  }
  return doubts.sort((a, b) => a.bead - b.bead)
}

/** Whether a bead has words on both sides; a text of which most have not is one whose translation comes later. */
const hasBoth = ({ zh, en }: LinkedBead): boolean => zh.length > 0 && en.length > 0
