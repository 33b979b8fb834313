import type { Side, TextRange } from '../model.ts'
import type { Passage } from './passages.ts'

/** What an English word may end in when it is the same word: neighbors, taped, landlord’s. */
const ENDING = /s|es|ed|d|ing|['’]s|['’]/.source
/** Ends of a word that go before another ending: hope, hoping; reply, replies. */
const STEM = /(?:e|y)$/

/**
 * Every place at which `answer` stands in a text, in order: hanzi wherever they stand, English as whole words, whatever
 * their case and ending.
 */
export function placesOf(text: string, answer: string, side: Side): readonly TextRange[] {
  const said = answer.trim()
  if (said === '') return []
  const pattern =
    side === 'zh' && !/^[\p{sc=Latin}\s]+$/u.test(said) ? escaped(said) : englishPattern(said)
  return Array.from(text.matchAll(new RegExp(pattern, 'giu')), ({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }))
}

function englishPattern(said: string): string {
  const words = said.split(/\s+/)
  const last = words.pop() ?? ''
  const stem = last.length > 3 ? last.replace(STEM, '') : last
  const lost = last.slice(stem.length)
  const end = lost === '' ? `(?:${ENDING})?` : `(?:${lost}|i?(?:${ENDING}))?`
  const phrase = [...words.map(escaped), escaped(stem)].join('\\s+')
  return `(?<![\\p{L}\\p{N}])${phrase}${end}(?![\\p{L}\\p{N}])`
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * The passage with all places cut out at which one of some answers stands, so that a gap's answer is printed nowhere
 * beside it. The gap itself is the place that is lit.
 */
export function holed(passage: Passage | null, answers: readonly string[]): Passage | null {
  if (passage === null) return null
  const { text, side, gap } = passage
  const found = answers.flatMap((answer) => placesOf(text, answer, side))
  const cuts: TextRange[] = []
  for (const range of found.toSorted((a, b) => a.start - b.start || b.end - a.end)) {
    const before = cuts.at(-1)
    const overlaps = (one: TextRange) => one.start < range.end && range.start < one.end
    if (before !== undefined && overlaps(before)) continue
    if (gap === null || !overlaps(gap)) cuts.push(range)
  }
  return cuts.length === 0 ? passage : { ...passage, cuts }
}
