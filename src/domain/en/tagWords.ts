import { affinity, type Tag } from './tags.ts'

/** A word of a sentence, and what it may be, likeliest first. */
export interface Untagged {
  readonly norm: string
  readonly tags: readonly Tag[]
}

/** What a tag loses by being a word's second use, its third … */
const LATER = [0, 0.8, 1.3, 1.7, 2, 2.2]
/** What an auxiliary before the subject says for the verb behind it: did he read, have you read. */
const ASKED = 6
/** What a sign of the past says for a past tense. */
const PAST = 1.5
/** What the head of a sentence with no noun behind says for a command. */
const TOLD = 3
/** What a clause without another verb says for a verb. */
const ALONE = 2.5
/** Longer clauses are not looked through. */
const FAR = 12

const DOES = new Set('do does did can could will would shall should may might must'.split(' '))
const HAS = new Set(['have', 'has', 'had', "'ve"])
const MAKES = new Set(
  'let lets make makes made help helps helped see saw hear heard watch'.split(' '),
)
const PRONOUNS: ReadonlySet<Tag> = new Set<Tag>(['O', 'E', 'W'])
const IS_PAST = new Set(['yesterday', 'ago', 'last'])

/**
 * The likeliest tag of every word of one sentence, in order: Viterbi over pairs of neighbours, over which adverbs and "not"
 * do not break; a question's verb is known by its auxiliary, a verb with one form for present and past by other signs.
 */
export function tagWords(words: readonly Untagged[]): readonly Tag[] {
  const isPast = words.some(
    ({ norm, tags }) => IS_PAST.has(norm) || (tags[0] === 'D' && tags.every((tag) => tag !== 'V')),
  )
  // To each tag of the word at hand: the best score that ends there, the way back, and the last tag that counts.
  let column: readonly State[] = [{ tag: 'S', last: 'S', score: 0, before: null }]
  words.forEach((word, at) => {
    column = word.tags.map((tag, rank) => {
      const own = bonus(words, at, tag, isPast) - (LATER[rank] ?? 2.4)
      let best: State | null = null
      for (const state of column) {
        const isAfterAdverb = state.tag === 'R' && state.last !== 'R'
        const link = isAfterAdverb
          ? Math.max(
              affinity(state.last, tag),
              tag === 'J' || tag === 'R' ? affinity('R', tag) : -9,
            )
          : affinity(state.tag, tag)
        const score = state.score + own + link
        const last = tag === 'R' && state.last !== 'S' ? state.last : tag
        if (best === null || score > best.score) best = { tag, last, score, before: state }
      }
      return best!
    })
  })
  let state: State | null = column.reduce<State | null>((best, one) => {
    const score = one.score + affinity(one.tag, 'S')
    return best === null || score > best.score + affinity(best.tag, 'S') ? one : best
  }, null)
  const tags: Tag[] = []
  for (; state?.before; state = state.before) tags.push(state.tag)
  return tags.toReversed()
}

interface State {
  readonly tag: Tag
  readonly last: Tag
  readonly score: number
  readonly before: State | null
}

/** What words further off than the neighbour say for a tag. */
function bonus(words: readonly Untagged[], at: number, tag: Tag, isPast: boolean): number {
  const subject = words[at - 1]
  const first = words[at - 2]?.norm ?? ''
  const isSubject = subject?.tags.some((one) => PRONOUNS.has(one) || one === 'N' || one === 'M')
  let sum = 0
  if (isSubject && tag === 'V' && DOES.has(first)) sum += ASKED
  if (isSubject && tag === 'L' && HAS.has(first)) sum += ASKED
  if (tag === 'V' && MAKES.has(first) && subject?.tags.some((one) => PRONOUNS.has(one))) sum += 3
  // A verb that is alike in present and past: read, put, cut.
  const isAlike = words[at]!.tags.includes('V') && words[at]!.tags.includes('D')
  if (isAlike && tag === 'D' && isPast) sum += PAST
  if (isAlike && tag === 'D' && !isPast) sum -= PAST / 3
  // Deliberate before you vote: what is told to somebody.
  const next = words[at + 1]
  if (at === 0 && tag === 'V' && words[0]!.tags.includes('J') && next && !next.tags.some(isNamed))
    sum += TOLD
  if (isSubject && !isAlike && /[DZ]/.test(tag) && isOnlyVerb(words, at)) sum += ALONE
  return sum
}

const isNamed = (tag: Tag): boolean => /[NMJ]/.test(tag)
const isVerbal = (tag: Tag): boolean => /[VZDXBH]/.test(tag)
const ENDS = /^(?:,|and|but|or|when|while|because|if|that|which|who|as|before|after|until|than)$/

/** Whether no other word of its clause could be the verb: the crowd rose. */
function isOnlyVerb(words: readonly Untagged[], at: number): boolean {
  for (const step of [-1, 1]) {
    for (let to = at + step, far = 0; far < FAR; to += step, far++) {
      const word = words[to]
      if (!word || ENDS.test(word.norm)) break
      // What stands behind an article is a noun, whatever else it may be.
      if (words[to - 1]?.tags[0] !== 'T' && word.tags.some(isVerbal)) return false
      if (far === FAR - 1) return false
    }
  }
  return true
}
