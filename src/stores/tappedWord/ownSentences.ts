import type { VersionContent } from '../../domain/article/showArticle.ts'
import { rangeOf, textOf } from '../../domain/bitext/bitext.ts'
import { otherSide, type Side, type Sides, type TextRange } from '../../domain/model.ts'
import type { Word, WordInfo } from '../../domain/words/words.ts'
import { counterpartAt } from './tapped.ts'

/** A sentence of the learner's own texts with a word in it. */
export interface OwnSentence {
  readonly article: string
  readonly title: Sides<string>
  /** Index of its pair. */
  readonly bead: number
  readonly texts: Sides<string>
  /** Where the word stands, and what stands for it in the translation where that is known. */
  readonly lit: Sides<readonly TextRange[]>
}

/** The word that is looked for: how it is written where it was met, and what makes two words the same. */
export interface Wanted {
  readonly side: Side
  readonly key: string
  readonly form: string
  /** Words of the other language that stand for it, if nothing better is known. */
  readonly means: ReadonlySet<string>
}

/** Asks for the words of texts of one side. */
export type WordsOf = (
  texts: readonly string[],
  side: Side,
) => Promise<readonly (readonly Word[])[]>

/** The words that its senses give for a word of `side`: the Chinese ones, or the English glosses of one word. */
export function meansOf(
  { senses, english }: Pick<WordInfo, 'senses' | 'english'>,
  side: Side,
): ReadonlySet<string> {
  if (english !== null) return new Set(english.meanings.flatMap(({ zh }) => zh))
  if (side === 'en') return new Set(senses.map(({ simplified }) => simplified))
  const glosses = senses.flatMap((sense) => sense.glosses)
  const parts = glosses.flatMap((gloss) => gloss.replaceAll(/\(.*?\)/g, '').split(/[;,]| or /))
  return new Set(
    parts
      .map((part) => part.trim().toLowerCase())
      .map((part) => part.replace(/^(?:to|a|an|the) /, ''))
      .filter((part) => /^[a-z]{2,}$/.test(part)),
  )
}

/** Of a word these letters at least stand in all its forms: studies, studied. */
const MOST_OF_STEM = 4

/** Pairs in which a word may stand: its letters do. Whether they are that word, the language thread says. */
function pairsWithLetters(
  { article, texts }: VersionContent,
  { side, key, form }: Wanted,
): readonly number[] {
  const spelt = [key, form].map((one) => one.toLowerCase())
  const least = side === 'zh' ? spelt : spelt.map((one) => one.slice(0, MOST_OF_STEM))
  const whole = { ...article, texts }
  return article.beads.flatMap((_, at) => {
    const text = textOf(whole, at, side).toLowerCase()
    return least.some((letters) => text.includes(letters)) ? [at] : []
  })
}

/**
 * Sentences of one article in which a word stands, in text order.
 *
 * @param most so many at most
 */
export async function ownSentencesIn(
  content: VersionContent,
  wanted: Wanted,
  most: number,
  wordsOf: WordsOf,
): Promise<readonly OwnSentence[]> {
  const { article, texts } = content
  const { side, key, means } = wanted
  const other = otherSide(side)
  const whole = { ...article, texts }
  const found: OwnSentence[] = []
  const pairs = pairsWithLetters(content, wanted)
  for (let from = 0; from < pairs.length && found.length < most; from += most) {
    const some = pairs.slice(from, from + most)
    const textsOf = (of: Side) => some.map((at) => textOf(whole, at, of))
    const [words, translated] = await Promise.all([
      wordsOf(textsOf(side), side),
      wordsOf(textsOf(other), other),
    ])
    some.forEach((at, i) => {
      const word = words[i]?.find((one) => one.key === key)
      if (word === undefined || found.length === most) return
      const both = { zh: textOf(whole, at, 'zh'), en: textOf(whole, at, 'en') }
      const start = rangeOf(article.segments[side], article.beads[at]![side])?.start ?? 0
      const range = { start: start + word.start, end: start + word.end }
      const counterpart = counterpartAt(article, texts, range, side)
      const named = counterpart === null ? null : standsIn(both[other], counterpart)
      const there = named ?? translated[i]?.find((one) => means.has(one.key)) ?? null
      const here = [rangeAlone(word)]
      const lit = there === null ? [] : [rangeAlone(there)]
      found.push({
        article: article.id,
        title: article.title,
        bead: at,
        texts: both,
        lit: side === 'zh' ? { zh: here, en: lit } : { zh: lit, en: here },
      })
    })
  }
  return found
}

const rangeAlone = ({ start, end }: TextRange): TextRange => ({ start, end })

function standsIn(text: string, part: string): TextRange | null {
  const start = text.indexOf(part)
  return start < 0 ? null : { start, end: start + part.length }
}
