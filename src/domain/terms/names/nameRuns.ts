import type { Dictionary } from '../../dictionary/dictionary.ts'
import type { TextRange } from '../../model.ts'
import { isHanziAt } from '../../text/hanzi.ts'
import { isFunctionZh } from '../words/closedClass.ts'
import { sameFamily } from '../words/families.ts'
import { glossesOf } from '../words/glosses.ts'
import { isNameDot, isNameJoint, nameSyllable } from '../../text/nameHanzi.ts'
import type { EnWord } from '../words/words.ts'

/** A name has hardly more hanzi. */
const MOST_HANZI = 12

/**
 * Longest stretches of two or more hanzi that spell names, with the dots and hyphens between them. At the ends of a dotted name
 * a hanzi that seldom spells one may stand (赛义夫•伊斯兰): as far as it is no part of another word, it belongs to the name.
 */
export function nameRuns(
  text: string,
  range: TextRange,
  dictionary: Dictionary,
): readonly TextRange[] {
  const runs: TextRange[] = []
  const spells = (at: number) =>
    at >= range.start && at < range.end && nameSyllable(text[at]!) !== null
  for (let at = range.start; at < range.end; at++) {
    if (!spells(at)) continue
    let start = at
    while (spells(at) || (isNameJoint(text[at] ?? '') && spells(at + 1))) at++
    if (at - start < 2) continue
    if (Array.from(text.slice(start, at)).some(isNameDot)) {
      for (
        let more = 0;
        more < 3 && start - 1 >= range.start && isStray(text, start - 1, dictionary);
        more++
      )
        start--
      if (isNameDot(text[at - 2] ?? ''))
        while (at < range.end && isStray(text, at, dictionary)) at++
    }
    runs.push({ start, end: at })
  }
  return runs
}

/** Whether a hanzi is no grammar and stands in no headword of two hanzi or more. */
function isStray(text: string, at: number, dictionary: Dictionary): boolean {
  const hanzi = text[at]!
  if (!isHanziAt(text, at) || isFunctionZh(hanzi) || VERBS.includes(hanzi)) return false
  for (let start = Math.max(0, at - 7); start <= at; start++) {
    let covered = false
    dictionary.matches(text, start, (end) => {
      covered ||= end > at && end - start >= 2
    })
    if (covered) return false
  }
  return true
}

/** Single hanzi that often stand before or after a name. */
const VERBS = '说称问答写见访指曾任由令使获赢胜负'

/** The parts of a run that may be a name: not next to a dot, not a piece of a longer proper name of the dictionary. */
export function subRuns(
  text: string,
  run: TextRange,
  dictionary: Dictionary,
): readonly TextRange[] {
  const parts: TextRange[] = []
  const properEnds = properNames(text, run, dictionary)
  for (let start = run.start; start < run.end; start++) {
    if (isNameJoint(text[start]!) || (start > run.start && isNameDot(text[start - 1]!))) continue
    for (let end = start + 2; end <= Math.min(run.end, start + 2 * MOST_HANZI); end++) {
      if (isNameJoint(text[end - 1]!) || (end < run.end && isNameDot(text[end]!))) continue
      if (!isPiece(start, end, properEnds)) parts.push({ start, end })
    }
  }
  return parts
}

/**
 * What is left of a run when the proper names the dictionary can translate into words of this bead are taken out.
 * One that stands beside a dot or a hyphen may be part of a longer name and stays.
 */
export function unexplained(
  text: string,
  run: TextRange,
  words: readonly EnWord[],
  dictionary: Dictionary,
): readonly TextRange[] {
  const rest: TextRange[] = []
  let start = run.start
  for (let at = run.start; at < run.end; at++) {
    const end = at + dictionary.longestMatch(text, at)
    if (end - at < 2 || isNameJoint(text[at - 1] ?? '') || isNameJoint(text[end] ?? '')) continue
    const { proper, lemmas } = glossesOf(text.slice(at, end), dictionary)
    if (!proper || !words.some((word) => word.capital && isMeant(lemmas, word))) continue
    rest.push({ start, end: at })
    at = end - 1
    start = end
  }
  rest.push({ start, end: run.end })
  return rest.filter((part) => part.end - part.start >= 2)
}

/** Whether an English word is one of the glosses, or made of one: Russia, Russian. */
function isMeant(lemmas: ReadonlyMap<string, number>, word: EnWord): boolean {
  if (lemmas.has(word.lemma)) return true
  return Array.from(lemmas.keys()).some(
    (lemma) => lemma[0] === word.lemma[0] && sameFamily(lemma, word.lemma),
  )
}

/** 1 when a frequent word that is no name stands across this offset, else 0. */
export function cutsWord(text: string, at: number, dictionary: Dictionary): number {
  for (let start = Math.max(0, at - 3); start < at; start++) {
    let cut = false
    dictionary.matches(text, start, (end, logFrequency) => {
      cut ||=
        end > at && logFrequency > -4.3 && !glossesOf(text.slice(start, end), dictionary).proper
    })
    if (cut) return 1
  }
  return 0
}

/** Proper names of so many hanzi do not arise by chance where two other words meet (长安 in 外交部长安德里 does). */
const SURE_NAME = 3

/** Proper names that begin so far before a stretch may reach into it. */
const BEFORE = 4

/** Ends of the dictionary's proper names that begin at each place of a run or shortly before it. */
function properNames(
  text: string,
  run: TextRange,
  dictionary: Dictionary,
): ReadonlyMap<number, readonly number[]> {
  const found = new Map<number, number[]>()
  for (let at = Math.max(0, run.start - BEFORE); at < run.end; at++) {
    const ends: number[] = []
    dictionary.matches(text, at, (end) => {
      if (glossesOf(text.slice(at, end), dictionary).proper) ends.push(end)
    })
    if (ends.length > 0) found.set(at, ends)
  }
  return found
}

/** Whether the dictionary has a proper name that holds this stretch and is longer, or one that begins or ends inside it. */
function isPiece(
  start: number,
  end: number,
  properEnds: ReadonlyMap<number, readonly number[]>,
): boolean {
  for (let at = Math.max(0, start - BEFORE); at < end; at++) {
    for (const nameEnd of properEnds.get(at) ?? []) {
      if (nameEnd <= start || (at >= start && nameEnd <= end)) continue
      const holds = at <= start && nameEnd >= end
      if (holds || nameEnd - at >= SURE_NAME) return true
    }
  }
  return false
}
