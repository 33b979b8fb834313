import { type Doubt } from './doubt.ts'
import { isHuge, rangeOf, type Bitext } from '../bitext/bitext.ts'
import type { Task } from '../tasks.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { contrastingWords, otherPerson } from './contrasts.ts'
import { exchanged } from './exchanged.ts'
import { clauseWithout, isUnrelated, usualRatio } from './coverage.ts'
import { turnedWord, turnsPolarity } from './polarity.ts'
import { differentQuantities } from './quantities.ts'
import { otherSurname } from './surnames.ts'
import { lengthOutliers } from './lengths.ts'
import { calques, openQuotes, strayWords, untranslated } from './marks.ts'
import { missingNames } from './names.ts'
import { differentDays } from './numbers.ts'
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
  const ratio = usualRatio(bitext)
  const isEnglish = (word: string): boolean => dictionary.findEnglish(word, 1).length > 0
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
    if (isUnrelated(linked[index]!, zhText, enText)) {
      // What else differs follows from that.
      doubts.push({ code: 'unrelated', bead: index, zh, en, found: [] })
      yield WHOLE + ((1 - WHOLE) * (index + 1)) / bitext.beads.length
      continue
    }
    for (const found of differences(zhText, enText)) doubts.push({ ...found, bead: index, zh, en })
    const surname = otherSurname(zhText, enText, dictionary)
    if (surname !== null) doubts.push({ code: 'wordDiffers', bead: index, zh, en, found: surname })
    const places = exchanged(linked[index]!, zhText, enText)
    if (places !== null) doubts.push({ code: 'wordDiffers', bead: index, zh, en, found: places })
    const turned = turnedWord(linked[index]!, texts, { zh, en })
    if (turned !== null)
      doubts.push({ code: 'polarityDiffers', bead: index, zh, en, found: [turned] })
    const clause = clauseWithout(linked[index]!, texts, { zh, en }, ratio)
    if (clause !== null) {
      const { side, range } = clause
      const place = { zh: null, en: null, [side]: range }
      const found = [texts[side].slice(range.start, range.end).trim()]
      doubts.push({ code: 'clauseMissing', bead: index, ...place, found })
    }
    const rows = untranslated(zhText, zh.start, enText, index)
    doubts.push(
      ...calques(zhText, zh.start, enText, index),
      ...rows,
      ...(rows.length > 0 ? [] : strayWords(zhText, zh.start, enText, en.start, index, isEnglish)),
    )
    yield WHOLE + ((1 - WHOLE) * (index + 1)) / bitext.beads.length
  }
  return doubts.sort((a, b) => a.bead - b.bead)
}

/** What two sentences say differently: numbers, days, words that exclude each other, yes and no. */
function differences(zh: string, en: string): readonly Pick<Doubt, 'code' | 'found'>[] {
  const quantities = differentQuantities(zh, en)
  const days = differentDays(zh, en)
  const found: Pick<Doubt, 'code' | 'found'>[] = []
  if (quantities !== null) found.push({ code: 'numbersDiffer', found: quantities })
  if (days !== null) found.push({ code: 'numbersDiffer', found: days })
  const words = (days === null && contrastingWords(zh, en)) || otherPerson(zh, en)
  if (words) found.push({ code: 'wordDiffers', found: words })
  const polarity = turnsPolarity(zh, en)
  if (polarity !== null) found.push({ code: 'polarityDiffers', found: [polarity] })
  return found
}

/** Whether a bead has words on both sides; a text of which most have not is one whose translation comes later. */
const hasBoth = ({ zh, en }: LinkedBead): boolean => zh.length > 0 && en.length > 0
