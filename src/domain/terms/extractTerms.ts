import type { Dictionary } from '../dictionary/dictionary.ts'
import { atOrBelow, DEFAULT_LEARNER_SETTINGS, type LearnerSettings } from '../learner.ts'
import type {
  Bead,
  Level,
  Occurrence,
  Segment,
  Side,
  Sides,
  Term,
  TermKind,
  TextRange,
} from '../model.ts'
import { lemmaEn } from '../text/lemmaEn.ts'
import { beadRange, beadWordsOf } from './beadWords.ts'
import { evidenceOf } from './evidence.ts'
import { glossesOf } from './glosses.ts'
import { keyness } from './keyness.ts'
import { pairTerms, type Association, type BeadWords } from './pairTerms.ts'
import { phrasePairs, type PhrasePair } from './phrasePairs.ts'
import { readingOf } from './reading.ts'

export interface TermSource {
  readonly texts: Sides<string>
  readonly segments: Sides<readonly Segment[]>
  readonly beads: readonly Bead[]
}

export interface TermOptions {
  /** The language being learnt; decides the ranking. Default zh. */
  readonly learning?: Side
  /** What the learner declared: words at or below it rank lower. */
  readonly knownLevel?: Pick<LearnerSettings, 'hsk' | 'cefr'>
}

/** What the learner's level covers is worth this share. */
const KNOWN = 0.4

interface Candidate {
  readonly zh: string
  /** The pairs that agree on one English counterpart, in text order. */
  readonly pairs: readonly (PhrasePair & { readonly bead: number })[]
  readonly en: string
  readonly strength: number
  readonly name: boolean
}

/**
 * The key terms of a bitext with their counterparts in it, best first: words, phrases, idioms and names, never a fragment of
 * a longer one. Yields its progress, 0 … 1.
 */
export function* extractTerms(
  input: TermSource,
  dictionary: Dictionary,
  options: TermOptions = {},
): Generator<number, readonly Term[]> {
  const beads: BeadWords[] = []
  for (const bead of input.beads) {
    beads.push(beadWordsOf(input.texts, input.segments, bead, dictionary))
    yield (0.5 * beads.length) / input.beads.length
  }
  const association = associationOf(beads)
  const evidence = evidenceOf(dictionary)
  const pairs: (PhrasePair & { bead: number })[] = []
  for (const [bead, words] of beads.entries()) {
    const links = pairTerms(words, evidence, association, dictionary)
    for (const pair of phrasePairs(words, links, input.texts, dictionary))
      pairs.push({ ...pair, bead })
    yield 0.5 + (0.4 * (bead + 1)) / beads.length
  }
  const candidates = withoutFragments(chooseCounterparts(pairs, dictionary), input.texts.zh)
  const terms: Term[] = candidates.map((candidate) =>
    asTerm(candidate, input, beads, dictionary, options),
  )
  yield 1
  return terms.filter((term) => term.score > 0).sort((a, b) => b.score - a.score)
}

/** Dice coefficient over the beads, from two common beads on, when they meet more often than by chance. */
function associationOf(beads: readonly BeadWords[]): Association {
  const zhBeads = new Map<string, Set<number>>()
  const enBeads = new Map<string, Set<number>>()
  const note = (of: Map<string, Set<number>>, key: string, bead: number) => {
    const found = of.get(key)
    if (found) found.add(bead)
    else of.set(key, new Set([bead]))
  }
  beads.forEach((words, bead) => {
    for (const word of words.zh) if (word.content) note(zhBeads, word.text, bead)
    for (const word of words.en) if (word.content) note(enBeads, word.lemma, bead)
  })
  const known = new Map<string, number>()
  return (zh, lemma) => {
    const key = `${zh}\t${lemma}`
    let value = known.get(key)
    if (value === undefined) {
      const a = zhBeads.get(zh) ?? new Set<number>()
      const b = enBeads.get(lemma) ?? new Set<number>()
      let both = 0
      for (const bead of a) if (b.has(bead)) both++
      const chance = (a.size * b.size) / Math.max(1, beads.length)
      value = both >= 2 && both > 1.5 * chance ? (2 * both) / (a.size + b.size) : 0
      known.set(key, value)
    }
    return value
  }
}

function chooseCounterparts(
  pairs: readonly (PhrasePair & { bead: number })[],
  dictionary: Dictionary,
): readonly Candidate[] {
  const byZh = new Map<string, Map<string, (PhrasePair & { bead: number })[]>>()
  for (const pair of pairs) {
    if (!/^[\u3400-\u9fff]/.test(pair.zhText) || [...pair.zhText].length < 2) continue
    const key = pair.enWords.map((word) => word.lemma).join(' ')
    let byEn = byZh.get(pair.zhText)
    if (!byEn) byZh.set(pair.zhText, (byEn = new Map()))
    const same = byEn.get(key)
    if (same) same.push(pair)
    else byEn.set(key, [pair])
  }
  const candidates: Candidate[] = []
  for (const [zh, byEn] of byZh) {
    let best: Candidate | null = null
    let most = -1
    for (const same of byEn.values()) {
      const strength = Math.max(...same.map((pair) => pair.strength))
      const worth = same.length * strength
      if (worth <= most) continue
      most = worth
      best = {
        zh,
        pairs: same,
        en: mostFrequent(same.map((pair) => pair.enText)),
        strength,
        name: isName(same, dictionary),
      }
    }
    if (best && best.strength >= 0.7) candidates.push(best)
  }
  return candidates
}

function isName(pairs: readonly PhrasePair[], dictionary: Dictionary): boolean {
  const [pair] = pairs
  if (!pair) return false
  const capital = pairs.every((one) => one.enWords.every((word) => word.capital || !word.content))
  return (
    capital && pair.zhWords.some((word) => word.name || glossesOf(word.text, dictionary).proper)
  )
}

function mostFrequent(forms: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1)
  let best = ''
  for (const [form, count] of counts) if (count > (counts.get(best) ?? 0)) best = form
  return best
}

/** Drops what never stands outside a longer candidate. */
function withoutFragments(candidates: readonly Candidate[], text: string): readonly Candidate[] {
  const longestFirst = [...candidates].sort((a, b) => b.zh.length - a.zh.length)
  const covered = new Uint8Array(text.length)
  const kept: Candidate[] = []
  for (const candidate of longestFirst) {
    const places = placesOf(candidate.zh, text)
    const free = places.some(
      (at) => covered[at] === 0 || covered[at + candidate.zh.length - 1] === 0,
    )
    if (!free) continue
    kept.push(candidate)
    for (const at of places) covered.fill(1, at, at + candidate.zh.length)
  }
  return kept
}

function placesOf(word: string, text: string): readonly number[] {
  const places: number[] = []
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + word.length))
    places.push(at)
  return places
}

function asTerm(
  candidate: Candidate,
  input: TermSource,
  beads: readonly BeadWords[],
  dictionary: Dictionary,
  options: TermOptions,
): Term {
  const learning = options.learning ?? 'zh'
  const { zh, en, name } = candidate
  const words = candidate.pairs[0]?.zhWords ?? []
  const glosses = glossesOf(zh, dictionary)
  const listed = dictionary.has(zh)
  const level: Level = { ...dictionary.levelZh(zh), ...dictionary.levelEn(lemmaOfEn(en)) }
  const settings = { ...DEFAULT_LEARNER_SETTINGS, ...options.knownLevel }
  const known = atOrBelow(level, learning, settings) ? KNOWN : 1
  const occurrences = occurrencesOf(candidate, input, beads)
  const score =
    known *
    keyness({
      strength: candidate.strength,
      count: occurrences.length,
      logFrequencies: listed
        ? [dictionary.logFrequency(zh) ?? -8]
        : words.map((word) => dictionary.logFrequency(word.text) ?? -8),
      level,
      learning,
      listed,
      name,
    })
  const kind: TermKind = name
    ? 'name'
    : listed && [...zh].length < 4
      ? 'word'
      : listed
        ? words.length > 1
          ? 'phrase'
          : 'word'
        : 'phrase'
  return {
    zh,
    en,
    reading: readingOf(listed ? [{ text: zh, name }] : words, dictionary),
    gloss: glosses.meanings,
    kind,
    level,
    score,
    occurrences,
  }
}

/** The lemma of a counterpart of one word; of a phrase the phrase itself. */
function lemmaOfEn(en: string): string {
  return en.includes(' ') ? en.toLowerCase() : lemmaEn(en.toLowerCase())
}

function occurrencesOf(
  candidate: Candidate,
  input: TermSource,
  beads: readonly BeadWords[],
): readonly Occurrence[] {
  const found: Occurrence[] = []
  input.beads.forEach((bead, index) => {
    const zhRange = beadRange(input.segments.zh, bead.zh)
    if (zhRange === null) return
    const words = beads[index]?.zh ?? []
    for (const at of placesOf(candidate.zh, input.texts.zh.slice(zhRange.start, zhRange.end))) {
      const zh: TextRange = {
        start: zhRange.start + at,
        end: zhRange.start + at + candidate.zh.length,
      }
      if (words.some((word) => crosses(word, zh))) continue
      const pair = candidate.pairs.find((one) => one.bead === index && one.zh.start === zh.start)
      found.push({ zh, en: pair?.en ?? null })
    }
  })
  return found
}

function crosses(a: TextRange, b: TextRange): boolean {
  return (
    (a.start < b.start && b.start < a.end && a.end < b.end) ||
    (b.start < a.start && a.start < b.end && b.end < a.end)
  )
}
