import type { Dictionary } from '../../dictionary/dictionary.ts'
import type { Sides, TextRange } from '../../model.ts'
import { tokenizeZh } from '../../text/tokenizeZh.ts'
import type { NameLink } from './findNames.ts'
import { glossesOf } from '../words/glosses.ts'
import type { EnWord } from '../words/words.ts'

/** A stretch of English words, end exclusive, that may be a title. */
interface Stretch {
  readonly from: number
  readonly to: number
  readonly quoted: boolean
}

const TITLE = /《([^《》]{2,24})》/g
const OPEN = /["“‘'«]$/
/** A comma or a full stop may stand inside the closing quotation mark. */
const CLOSE = /^[,.]?["”’'»]/
const LONGEST = 9

/**
 * The titles of a bead: what stands in 《》 with its English title, both as wholes (《夜航》, Night Flight). English writes the content
 * words of a title with capitals, most often in quotation marks. Worth of a pair:
 *
 *   2·(content words a gloss of the Chinese title explains) / (content words) + ½ in quotation marks
 *
 * The best pair first, of at least {@link LEAST_SAID} explained; what is left over in 《》 and in quotation marks goes together in
 * order when there are as many of them (《暮光之城》, "Twilight").
 */
export function findTitles(
  texts: Sides<string>,
  range: TextRange,
  words: readonly EnWord[],
  dictionary: Dictionary,
): readonly NameLink[] {
  const titles = titlesIn(texts.zh, range)
  if (titles.length === 0) return []
  const stretches = stretchesOf(texts.en, words)
  const pairs = titles.flatMap((zh) => {
    const lemmas = lemmasIn(texts.zh.slice(zh.start, zh.end), dictionary)
    return stretches.flatMap((en) => {
      const content = words.slice(en.from, en.to).filter((word) => word.content)
      const said = content.filter((word) => lemmas.has(word.lemma)).length / content.length
      return said >= LEAST_SAID ? [{ zh, en, worth: 2 * said + (en.quoted ? 0.5 : 0) }] : []
    })
  })
  pairs.sort((a, b) => b.worth - a.worth || a.zh.start - b.zh.start)
  const found: NameLink[] = []
  const link = (zh: TextRange, { from, to }: Stretch) =>
    void found.push({ zh, from, to, certainty: 1 })
  const isFree = (zh: TextRange) => found.every((one) => one.zh !== zh)
  const isFreeEn = ({ from, to }: Stretch) => found.every((one) => to <= one.from || one.to <= from)
  for (const { zh, en } of pairs) if (isFree(zh) && isFreeEn(en)) link(zh, en)
  const rest = titles.filter(isFree)
  const quoted = stretches.filter((one) => one.quoted && isFreeEn(one))
  if (rest.length === quoted.length) rest.forEach((zh, i) => link(zh, quoted[i]!))
  return found
}

/** Share of the content words that must be explained. */
const LEAST_SAID = 0.4

/** Names that stand in a title, on either side, are part of it. */
export function withTitles(
  names: readonly NameLink[],
  titles: readonly NameLink[],
): readonly NameLink[] {
  const apart = names.filter((name) =>
    titles.every(
      ({ zh, from, to }) =>
        (name.zh.end <= zh.start || zh.end <= name.zh.start) &&
        (name.to <= from || to <= name.from),
    ),
  )
  return [...apart, ...titles].sort((a, b) => a.zh.start - b.zh.start)
}

function titlesIn(text: string, { start, end }: TextRange): readonly TextRange[] {
  return [...text.slice(start, end).matchAll(TITLE)].map(({ index, 1: title = '' }) => ({
    start: start + index + 1,
    end: start + index + 1 + title.length,
  }))
}

/** What the words of a Chinese title mean. */
function lemmasIn(title: string, dictionary: Dictionary): ReadonlySet<string> {
  const words = tokenizeZh(title, dictionary).map((token) => token.text)
  return new Set(
    [title, ...words].flatMap((word) => [...glossesOf(word, dictionary).lemmas.keys()]),
  )
}

/** Longest stretches of capitals with small words inside, within quotation marks or not. */
function stretchesOf(text: string, words: readonly EnWord[]): readonly Stretch[] {
  const stretches: Stretch[] = []
  for (let from = 0; from < words.length; from++) {
    if (!words[from]!.capital) continue
    let to = from + 1
    for (let k = to; k < words.length && k - from < LONGEST && goesOn(words[k]!); k++)
      if (words[k]!.capital) to = k + 1
    const quoted =
      OPEN.test(text.slice(Math.max(0, words[from]!.start - 1), words[from]!.start)) &&
      CLOSE.test(text.slice(words[to - 1]!.end, words[to - 1]!.end + 2))
    if (words.slice(from, to).some((word) => word.content)) stretches.push({ from, to, quoted })
    from = to - 1
  }
  return stretches
}

/** Whether a title may go on with this word: a capital or a small word, nothing but a space before it. */
function goesOn(word: EnWord): boolean {
  return (word.joined || word.clitic) && (word.capital || !word.content)
}
