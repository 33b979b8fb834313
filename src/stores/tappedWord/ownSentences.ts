import type { VersionContent } from '../../domain/article/showArticle.ts'
import { rangeOf, textOf } from '../../domain/bitext/bitext.ts'
import { otherSide, type Side, type Sides, type TextRange } from '../../domain/model.ts'
import type { Word } from '../../domain/words/words.ts'
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
 * @param wordsOf the words of texts of the word's side
 */
export async function ownSentencesIn(
  content: VersionContent,
  wanted: Wanted,
  most: number,
  wordsOf: (texts: readonly string[]) => Promise<readonly (readonly Word[])[]>,
): Promise<readonly OwnSentence[]> {
  const { article, texts } = content
  const { side, key } = wanted
  const whole = { ...article, texts }
  const found: OwnSentence[] = []
  const pairs = pairsWithLetters(content, wanted)
  for (let from = 0; from < pairs.length && found.length < most; from += most) {
    const some = pairs.slice(from, from + most)
    const words = await wordsOf(some.map((at) => textOf(whole, at, side)))
    some.forEach((at, i) => {
      const word = words[i]?.find((one) => one.key === key)
      if (word === undefined || found.length === most) return
      const both = { zh: textOf(whole, at, 'zh'), en: textOf(whole, at, 'en') }
      const start = rangeOf(article.segments[side], article.beads[at]![side])?.start ?? 0
      const range = { start: start + word.start, end: start + word.end }
      const other = counterpartAt(article, texts, range, side)
      const place = other === null ? -1 : both[otherSide(side)].indexOf(other)
      const there = place < 0 || other === null ? [] : [{ start: place, end: place + other.length }]
      const here = [{ start: word.start, end: word.end }]
      const lit = side === 'zh' ? { zh: here, en: there } : { zh: there, en: here }
      found.push({ article: article.id, title: article.title, bead: at, texts: both, lit })
    })
  }
  return found
}
