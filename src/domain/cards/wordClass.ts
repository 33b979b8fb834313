import type { Side, Sides, Term } from '../model.ts'
import { isFunctionEn } from '../terms/words/closedClass.ts'

/** Part of speech of a term, as far as it can be told; `…ing` and the like are forms of a verb. */
export type WordClass =
  | 'name'
  | 'noun'
  | 'adjective'
  | 'adverb'
  | 'verb'
  | 'verb…ing'
  | 'verb…ed'
  | 'verb…s'
  /** A preposition with what belongs to it: by the window. */
  | 'adverbial'

/** As much of a term as tells. */
export type ClassedTerm = Pick<Term, 'zh' | 'en' | 'kind' | 'gloss' | 'occurrences'>

const PREPOSITION =
  /^(?:about|after|all|at|before|behind|between|by|for|from|in|into|of|on|out|through|to|under|until|with|without)\s/i
const DETERMINER =
  'a|an|the|this|these|those|his|her|its|their|our|my|your|some|no|each|every|two|three|four|five|six|many|several|hundred|thousand'
const AFTER_DETERMINER = new RegExp(`(?:^|[^\\p{L}])(?:${DETERMINER})\\s+$`, 'iu')
/** With an adjective or two between. */
const BEFORE_NOUN = new RegExp(`(?:^|[^\\p{L}])(?:${DETERMINER})\\s+(?:[\\p{L}-]+\\s+){0,2}$`, 'iu')
const BEFORE_ADJECTIVE =
  /(?:^|\s)(?:is|are|was|were|be|been|am|very|so|too|more|most|how|feel|feels|felt|seem|seems|seemed|looks?|looked|go|goes|went|get|gets|got|grows?|grew|stays?|stayed|quite|really)\s+$/i
/** Ends in s and is no plural. */
const PLACE_OR_TIME = /(?:stairs|doors|wards?|ways|times|sides|seas|haps)$/i
const NOUN_END = /(?:tion|sion|ment|ness|ity|ship|ance|ence|ism|ist|ture|dom|hood)s?$/i
const ADJECTIVE_END = /(?:ous|ful|less|ive|able|ible|ical|ic|ish|iest|est)$/i

/** What a term is; null when neither its glosses nor the text around it tell. */
export function wordClass(term: ClassedTerm, texts: Sides<string>): WordClass | null {
  if (term.kind === 'name') return 'name'
  if (term.kind === 'idiom') return null
  const en = term.en.trim()
  if (PREPOSITION.test(en)) return 'adverbial'
  const [first = ''] = en.split(/[\s-]/)
  if (/ly$/i.test(en) && !/\s/.test(en)) return 'adverb'
  const verbal = term.gloss.map((gloss) => /^(?:\([^)]*\)\s*)?to\s/i.test(gloss))
  const place = around(term, texts)
  if (verbal.length > 0 && verbal.every(Boolean)) return verbForm(first, place)
  if (verbal.includes(true)) return mixed(first, place)
  return nominal(en, place)
}

interface Around {
  readonly before: string
  readonly after: string
}

/** The English around the first place of a term. */
function around({ occurrences }: ClassedTerm, texts: Sides<string>): Around {
  const range = occurrences.find(({ en }) => en !== null)?.en
  if (!range) return { before: '', after: '' }
  return {
    before: texts.en.slice(Math.max(0, range.start - 30), range.start),
    after: texts.en.slice(range.end, range.end + 30),
  }
}

function verbForm(first: string, { before }: Around): WordClass | null {
  if (AFTER_DETERMINER.test(before) && !/(?:ing|ed)$/i.test(first)) return null
  if (/ing$/i.test(first)) return 'verb…ing'
  if (/ed$/i.test(first)) return 'verb…ed'
  return /[^s]s$/i.test(first) ? 'verb…s' : 'verb'
}

/** Of a word whose glosses say a verb and something else: what the text makes of it. */
function mixed(first: string, place: Around): WordClass | null {
  if (/(?:ing|ed)$/i.test(first)) return null
  if (standsAsNoun(place)) return 'noun'
  return /(?:^|\s)(?:to|will|would|can|could|not|n[’']t)\s+$/i.test(place.before) ? 'verb' : null
}

function nominal(en: string, place: Around): WordClass | null {
  const last = en.split(/[\s-]/).at(-1) ?? ''
  const isOne = last === en
  if (NOUN_END.test(last)) return 'noun'
  if (isOne && ADJECTIVE_END.test(last)) return 'adjective'
  if (isOne && BEFORE_ADJECTIVE.test(place.before))
    return /^(?:[^\s\p{L}]|$)/u.test(place.after) ? 'adjective' : null
  if (standsAsNoun(place)) return 'noun'
  if (/[^su]s$/i.test(last) && !PLACE_OR_TIME.test(last)) return 'noun'
  return null
}

/** A determiner before, and no word after that it could belong to. */
function standsAsNoun({ before, after }: Around): boolean {
  const next = /^[\s-]+([\p{L}’']+)/u.exec(after)?.[1]
  // A verb in the past: the landlord called.
  const ends = next === undefined || isFunctionEn(next.toLowerCase()) || next.endsWith('ed')
  return ends && BEFORE_NOUN.test(before)
}

/** What can be seen of an answer without understanding it. */
export interface Shape {
  readonly words: number
  readonly letters: number
  readonly capital: boolean
  /** Marks and figures, each once. */
  readonly marks: string
  /** What the first word begins or ends with, where that says what it is. */
  readonly form: string
}

export function shapeOf(text: string, side: Side): Shape {
  const marks = new Set(text.match(/[^\p{L}\s]/gu))
  return {
    words: side === 'zh' ? 1 : text.split(/\s+/).length,
    letters: [...text].length,
    capital: /\p{Lu}/u.test(text),
    marks: [...marks].toSorted().join(''),
    form:
      /^(?:(?:an?|the|to)(?=\s)|\S*?(?:ing|ed|ly)(?=\s|$))/i
        .exec(text)?.[0]
        .replace(/^\S*(?=ing|ed|ly)/, '') ?? '',
  }
}

/** How much longer an answer may be than another that stands beside it. */
const LONGER = 1.6
/** And for short ones, letters besides. */
const SLACK: Readonly<Record<Side, number>> = { zh: 0, en: 4 }

/** Whether two answers look alike enough to stand beside each other. */
export function looksAlike(a: Shape, b: Shape, side: Side): boolean {
  if (a.capital !== b.capital || a.marks !== b.marks || Math.abs(a.words - b.words) > 1)
    return false
  const [short, long] = [Math.min(a.letters, b.letters), Math.max(a.letters, b.letters)]
  return long <= short * LONGER + SLACK[side] && (side === 'en' || long - short <= 1)
}

/** Whether the answer at `at` is told from all the others by its form alone: the only long one, the only one of two words. */
export function standsOut(shapes: readonly Shape[], at: number, side: Side): boolean {
  const mine = shapes[at]!
  const others = shapes.filter((_, other) => other !== at)
  const alone = (feature: (shape: Shape) => unknown) =>
    others.every((other) => feature(other) !== feature(mine))
  if (alone(({ capital }) => capital) || alone(({ marks }) => marks)) return true
  if (alone(({ words }) => words) || alone(({ form }) => form)) return true
  const lengths = others.map(({ letters }) => letters)
  const far = side === 'zh' ? 0 : 3
  return (
    mine.letters > Math.max(...lengths) * 1.25 + far ||
    mine.letters * 1.25 + far < Math.min(...lengths)
  )
}
