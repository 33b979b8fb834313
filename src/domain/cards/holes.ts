import type { Side, TextRange } from '../model.ts'
import type { Passage } from './passages.ts'

/** What an English word may end in when it is the same word: neighbors, taped, landlord’s. */
const ENDING = /s|es|ed|d|ing|['’]s|['’]/.source
/** Ends of a word that go before another ending: hope, hoping; reply, replies. */
const STEM = /(?:e|y)$/
/** Compiled once: a class of letters and `i` together take a millisecond. */
const BEFORE = /[\p{L}\p{N}]$/u
const AFTER = /(?![\p{L}\p{N}])/u.source
const REST: Readonly<Record<string, RegExp>> = {
  '': new RegExp(`(?:${ENDING})?${AFTER}`, 'iuy'),
  e: new RegExp(`(?:e|i?(?:${ENDING}))?${AFTER}`, 'iuy'),
  y: new RegExp(`(?:y|i?(?:${ENDING}))?${AFTER}`, 'iuy'),
}

/**
 * Every place at which `answer` stands in a text, in order: hanzi wherever they stand, English as whole words, whatever
 * their case and ending.
 */
export function placesOf(text: string, answer: string, side: Side): readonly TextRange[] {
  const said = answer.trim()
  if (said === '') return []
  if (side === 'zh' && !/^[\p{sc=Latin}\s]+$/u.test(said)) {
    // What has no capitals needs no pattern, and most answers stand in few texts.
    if (said.toLowerCase() === said.toUpperCase() && !text.includes(said)) return []
    return Array.from(text.matchAll(new RegExp(escaped(said), 'giu')), ({ index, 0: found }) => ({
      start: index,
      end: index + found.length,
    }))
  }
  return wordsIn(text, said)
}

function wordsIn(text: string, said: string): readonly TextRange[] {
  const words = said.split(/\s+/)
  const last = words.pop() ?? ''
  const stem = last.length > 3 ? last.replace(STEM, '') : last
  const ending = REST[last.slice(stem.length).toLowerCase()] ?? REST['']!
  const phrase = new RegExp([...words, stem].map(escaped).join('\\s+'), 'giu')
  const places: TextRange[] = []
  for (let found = phrase.exec(text); found !== null; found = phrase.exec(text)) {
    const start = found.index
    ending.lastIndex = phrase.lastIndex
    if (!BEFORE.test(text.slice(Math.max(0, start - 2), start)) && ending.test(text)) {
      places.push({ start, end: ending.lastIndex })
      phrase.lastIndex = ending.lastIndex
    } else phrase.lastIndex = start + 1
  }
  return places
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
