import type { Bitext } from '../bitext/bitext.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import type { Level, Segment, Side, Term, TermKind } from '../model.ts'
import { glossesOf } from '../terms/words/glosses.ts'
import { readingOf } from '../terms/reading.ts'
import { countHanzi } from '../text/hanzi.ts'
import { givenReading } from '../zh/givenReading.ts'

/** A pair with more hanzi is a sentence. */
const LONGEST_TERM = 12

/**
 * The pairs of a word list as terms, in the order of the list; pairs of sentences are left out. Yields the share done.
 *
 * @param readings how each is said, as the list has it; the dictionary says it where the list does not
 */
export function* pairedTerms(
  bitext: Bitext,
  dictionary: Dictionary,
  learning: Side,
  readings: readonly string[] = [],
): Generator<number, readonly Term[]> {
  const { texts, segments, beads } = bitext
  const terms = new Map<string, Term>()
  for (const [at, bead] of beads.entries()) {
    if (at % 50 === 49) yield at / beads.length
    const zhPlace = segments.zh[bead.zh.from]
    const enPlace = segments.en[bead.en.from]
    if (bead.zh.from === bead.zh.to || bead.en.from === bead.en.to || !zhPlace || !enPlace) continue
    const zh = texts.zh.slice(zhPlace.start, zhPlace.end)
    const en = texts.en.slice(enPlace.start, enPlace.end)
    const hanzi = countHanzi(zh)
    if (hanzi === 0 || hanzi > LONGEST_TERM || terms.has(zh)) continue
    const range = ({ start, end }: Segment) => ({ start, end })
    terms.set(zh, {
      zh,
      en,
      reading:
        givenReading(readings[at] ?? '', zh) ||
        readingOf([{ text: zh, name: false }], dictionary, en),
      gloss: glossesOf(zh, dictionary).meanings,
      kind: kindOf(zh, en, dictionary),
      level: levelOf(zh, en, learning, dictionary),
      score: beads.length - at,
      occurrences: [{ zh: range(zhPlace), en: range(enPlace) }],
    })
  }
  return [...terms.values()]
}

function kindOf(zh: string, en: string, dictionary: Dictionary): TermKind {
  if (glossesOf(zh, dictionary).proper) return 'name'
  if (dictionary.has(zh)) return 'word'
  return /^\p{Lu}/u.test(en) ? 'name' : 'phrase'
}

function levelOf(zh: string, en: string, learning: Side, dictionary: Dictionary): Level {
  return learning === 'zh' ? dictionary.levelZh(zh) : dictionary.levelEn(en.toLowerCase())
}
