import type { EnglishEntry, LearnersEnglish, Sound } from '../dictionary/learnersEnglish.ts'
import type { TextRange } from '../model.ts'
import { lemmaEn } from '../text/lemmaEn.ts'
import { tokenizeEn, type EnToken } from '../text/tokenizeEn.ts'
import { analysesOf, type Analysis } from './analyses.ts'
import { formSound, sibilant } from './formSound.ts'
import { soundHere } from './sameSpelling.ts'
import { grammarTags, guessedTags, tagOf, type Tag } from './tags.ts'
import { tagWords, type Untagged } from './tagWords.ts'

/** A written word of an English text, read in its sentence. */
export interface EnglishWord extends TextRange {
  /** As in the text, without the 's of an owner. */
  readonly norm: string
  readonly tag: Tag
  /** Its dictionary form; as it is written where no dictionary has it. */
  readonly lemma: string
  /** What it may be in this part of speech, the likeliest first; empty where the dictionary lacks it. */
  readonly analyses: readonly Analysis[]
  /** Other entries of the same lemma, for whoever wants to know them. */
  readonly others: readonly EnglishEntry[]
  /** As it stands here; '' where nobody knows. */
  readonly sound: Sound
  /** Whether 's follows that makes it an owner. */
  readonly owns: boolean
}

const SILENT: Sound = { american: '', british: '' }

/** The words of a text, in order; what is glued on (`'s`, `n't`) belongs to its word. */
export function readEnglish(text: string, english: LearnersEnglish): readonly EnglishWord[] {
  const tokens = tokenizeEn(text)
  const read = tokens.map((token) => analysesAt(token, text, english))
  const tags = tagsOf(tokens, read, text)
  const words: EnglishWord[] = []
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at]!
    const hyphened = hyphenedAt(tokens, at, text, english)
    if (hyphened) {
      words.push(hyphened.word)
      at = hyphened.upTo - 1
      continue
    }
    const { end, upTo } = gluedTo(tokens, at)
    const tag = tags[at] ?? 'N'
    const isGlued = upTo > at + 1
    const whole = isGlued ? text.slice(token.start, end).replaceAll('’', "'").toLowerCase() : ''
    const joined = isGlued ? analysesOf(whole, english, true) : []
    const owns = joined.length === 0 && isGlued && tags[at + 1] === 'T'
    const all = joined.length > 0 ? joined : (read[at] ?? [])
    const { lemma, analyses, others, sound } = wordFrom(all, tag, text, token, owns)
    const norm = isGlued && !owns ? whole : token.norm
    words.push({ start: token.start, end, norm, tag, lemma, analyses, others, sound, owns })
    at = upTo - 1
  }
  for (const [at, word] of words.entries())
    if (isUsedTo(words, at)) words[at] = { ...word, sound: USED_TO }
  return words
}

const USED_TO: Sound = { american: 'juːst', british: 'juːst' }

/** I used to, I am used to it, getting used to it; but: a knife is used to cut, for what it is used to. */
function isUsedTo(words: readonly EnglishWord[], at: number): boolean {
  const [before, word, next] = [words[at - 1], words[at]!, words[at + 1]]
  if (word.norm !== 'used' || next?.norm !== 'to') return false
  const isState = /^(?:be|get|become|grow)$/.test(before?.lemma ?? '') || before?.tag === 'B'
  return next.tag === 'K' ? !isState : isState
}

function analysesAt(token: EnToken, text: string, english: LearnersEnglish): readonly Analysis[] {
  if (token.kind === 'number') return []
  const written = text.slice(token.start, token.end)
  const isCapital = /^\p{Lu}/u.test(written)
  if (token.kind === 'clitic') return []
  const own = analysesOf(written.toLowerCase().replaceAll('’', "'"), english, isCapital)
  // U.S. is said otherwise than USA.
  const isOther = /\..+\./.test(written)
  const found = own.length > 0 || isOther ? own : analysesOf(token.norm, english, isCapital)
  // In the middle of a sentence a capital is one: May, Polish, Turkey.
  const names = found.filter(({ entry }) => /^\p{Lu}/u.test(entry.headword))
  const before = text.slice(Math.max(0, token.start - 3), token.start)
  const isMiddle = /[\p{L}\p{N},;] $/u.test(before)
  return isCapital && isMiddle && names.length > 0 ? names : found
}

/** No headword has more: forget-me-not, jack-of-all-trades. */
const MOST_HYPHENS = 5

/** A headword with hyphens that begins at a token: well-known, brother-in-law. */
function hyphenedAt(
  tokens: readonly EnToken[],
  at: number,
  text: string,
  english: LearnersEnglish,
): { word: EnglishWord; upTo: number } | null {
  let last = at
  const isGlued = (i: number) => text.slice(tokens[i]!.end, tokens[i + 1]!.start) === '-'
  while (tokens[last + 1] && last < at + MOST_HYPHENS && isGlued(last)) last++
  for (; last > at; last--) {
    const range = { start: tokens[at]!.start, end: tokens[last]!.end }
    const norm = text.slice(range.start, range.end).toLowerCase()
    const analyses = analysesOf(norm, english, true)
    const [first] = analyses
    if (!first) continue
    const tag = tagOf(first)
    const token: EnToken = { ...range, kind: 'word', norm }
    const word = wordFrom(analyses, tag, text, token, false)
    return { word: { ...range, ...word, norm, tag, owns: false }, upTo: last + 1 }
  }
  return null
}

/** What is glued to a token: the end of it all, and the token behind. */
function gluedTo(tokens: readonly EnToken[], at: number): { end: number; upTo: number } {
  let upTo = at + 1
  while (tokens[upTo]?.kind === 'clitic' && tokens[upTo]!.start === tokens[upTo - 1]!.end) upTo++
  return { end: tokens[upTo - 1]!.end, upTo }
}

function tagsOf(
  tokens: readonly EnToken[],
  read: readonly (readonly Analysis[])[],
  text: string,
): readonly Tag[] {
  const tags: Tag[] = []
  let sentence: Untagged[] = []
  const flush = () => {
    for (const [i, tag] of tagWords(sentence).entries())
      if (sentence[i]!.norm !== ',') tags.push(tag)
    sentence = []
  }
  tokens.forEach((token, at) => {
    const between = at === 0 ? '' : text.slice(tokens[at - 1]!.end, token.start)
    if (/[.!?;:—"“”()\n]/.test(between)) flush()
    else if (between.includes(',')) sentence.push({ norm: ',', tags: ['Y'] })
    const isCapital = /^\p{Lu}/u.test(text.slice(token.start)) && token.norm !== 'i'
    sentence.push({
      norm: token.norm,
      tags: possibleTags(token, read[at]!, isCapital, sentence.length === 0),
    })
  })
  flush()
  return tags
}

function possibleTags(
  { norm, kind }: EnToken,
  analyses: readonly Analysis[],
  isCapital: boolean,
  isFirst: boolean,
): readonly Tag[] {
  if (norm === "'s") return ['T', 'B']
  const grammar = kind === 'abbreviation' ? null : grammarTags(norm)
  if (grammar !== null && (norm !== 'may' || !isCapital || isFirst)) return grammar
  const tags = new Set(analyses.map(tagOf))
  if (kind === 'clitic' || tags.size === 0) return guessedTags(norm, isCapital)
  if (isCapital && !isFirst) tags.add('N')
  return [...tags]
}

const isOf = (tag: Tag) => {
  return (analysis: Analysis): boolean => {
    const own = tagOf(analysis)
    return own === tag || SAME[tag]?.includes(own) === true
  }
}
/** Tags of our grammar and what the lists call them. */
const SAME: Partial<Record<Tag, string>> = {
  E: 'OUT', W: 'OUT', Q: 'OCTR', O: 'UTE', T: 'OUJ', X: 'VDZ', H: 'VDZ', B: 'VD', K: 'P', U: 'OTN', R: 'PCJ', P: 'RC', C: 'PR', J: 'L', L: 'J', G: 'N', N: 'G',
} // prettier-ignore

type Part = Pick<EnglishWord, 'lemma' | 'analyses' | 'others' | 'sound'>

function wordFrom(
  all: readonly Analysis[],
  tag: Tag,
  text: string,
  token: EnToken,
  owns: boolean,
): Part {
  if (all.length === 0) {
    const written = text.slice(token.start, token.end)
    const isName = token.kind !== 'word' || /^\p{Lu}/u.test(written)
    const lemma = isName ? written : lemmaEn(token.norm)
    return { lemma, analyses: [], others: [], sound: SILENT }
  }
  let parts = PARTS.get(all)
  if (!parts) PARTS.set(all, (parts = new Map()))
  const key = `${tag}${owns} ${token.norm}`
  const known = parts.get(key)
  if (known) return known
  const { same, fitting } = fittingOf(all, tag)
  const part = partFrom(all, soundHere(same, sentenceAt(text, token.start)), fitting, token, owns)
  // What has one sound has it everywhere.
  if (same.length < 2) parts.set(key, part)
  return part
}

/** What words are that stand again and again. */
const PARTS = new WeakMap<readonly Analysis[], Map<string, Part>>()

function fittingOf(all: readonly Analysis[], tag: Tag) {
  const exact = all.filter((analysis) => tagOf(analysis) === tag)
  const near = exact.length > 0 ? exact : all.filter(isOf(tag))
  const fitting = near.length > 0 ? near : all
  const same = fitting.filter(({ entry }) => entry.headword === fitting[0]?.entry.headword)
  return { fitting, same }
}

function partFrom(
  all: readonly Analysis[],
  analyses: readonly Analysis[],
  fitting: readonly Analysis[],
  token: EnToken,
  owns: boolean,
): Part {
  const chosen = analyses[0] ?? fitting[0]!
  const sound = formSound(chosen)
  const others = all
    .map(({ entry }) => entry)
    .filter(
      (entry, at, list) =>
        list.indexOf(entry) === at && !analyses.some((one) => one.entry === entry),
    )
  const possessed = { american: sibilant(sound.american), british: sibilant(sound.british) }
  return { lemma: lemmaOf(chosen, token), analyses, others, sound: owns ? possessed : sound }
}

/** What stands between the full stops around a place. */
function sentenceAt(text: string, at: number): string {
  const start = Math.max(0, ...['.', '!', '?', '\n'].map((stop) => text.lastIndexOf(stop, at) + 1))
  const end = text.slice(at).search(/[.!?\n]/)
  return text.slice(start, end < 0 ? text.length : at + end)
}

/** Forms that have an entry of their own. */
const FORMS_OF: ReadonlyMap<string, string> = new Map(
  'am:be is:be are:be was:be were:be has:have had:have does:do did:do an:a'
    .split(' ')
    .map((pair): [string, string] => {
      const [form = '', lemma = ''] = pair.split(':')
      return [form, lemma]
    }),
)

function lemmaOf({ entry: { headword, spellings }, kind }: Analysis, { norm }: EnToken): string {
  if (kind !== 'base') return headword
  return FORMS_OF.get(norm) ?? spellings.find((one) => one.toLowerCase() === norm) ?? headword
}
