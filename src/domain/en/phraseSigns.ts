import type { EnglishPhrase } from '../dictionary/learnersEnglish.ts'
import type { EnglishWord } from './readEnglish.ts'

/** Longer objects do not stand between a verb and its particle. */
export const MOST_OBJECT = 6

const OBJECT = /[TNMJOWEUQ]/
/** Particles that are prepositions too: with an object behind, what stands before them is a place or time. */
const EITHER = new Set(
  'in on over through around along across by about off round down up'.split(' '),
)
/** Without an object; with one behind the particle, that is a preposition: came in a car, went on holiday. */
const ALONE = new Set(
  (
    'come in,go in,get in,go on,come on,give in,check in,stand by,get by,hang on,hold on,carry on,move on,settle in,set in,sink in,' +
    'kick in,move in,log in,log on,sign in,stop by,drop by,drop in,fall through,go by,go off,sit in,stay in,live in,eat in,stay up,' +
    'get up,grow up,show up,come along,look in,tune in,stand up,sit up,wait up,lie in,join in,chip in,blend in,fit in,cut in,pull in'
  ).split(','),
)
const TIME = new Set(
  (
    'monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october ' +
    'november december morning afternoon evening night weekend summer winter spring autumn fall week month year day hour minute ' +
    'century noon midnight time'
  ).split(' '),
)
/** What may follow a particle though it could begin an object: turn it off every night. */
const WHEN = new Set(
  'every this that next last each tomorrow yesterday tonight today again'.split(' '),
)

/** What one comes across, runs into and looks down on with legs and eyes. */
const PLACE = new Set(
  (
    'floor street road avenue island farm coast campus planet earth hill garden room house kitchen building forest wood field hall ' +
    'office park shop store school yard sea river bridge border ocean desert lake water valley city town village roof pipe box ' +
    'mirror eye distance window hole mouth stair lane ladder tree mountain path tunnel door gate square corridor finger bag ' +
    'pocket cave darkness sky ceiling sun crowd wall fence church station'
  ).split(' '),
)
/** Phrasal verbs that are no more than their words where a place follows. */
const MOVES = new Set(
  (
    'run into,come across,count on,look down on,look into,call up,turn up,live on,get across,get over,go over,go into,come over,break into,' +
    'run over,run through,go through,look through,get through,look over,climb down,go down,come down,get into,walk into,bump into,' +
    'look around,stand by,pass over,fall through,come through,put across,run across,run up,run down,set in,build on,move on,sleep on,' +
    'work on,draw on,look on,hit on,get on,wait on,call on,lie in,live in,settle in,sit in,dig in,put in,bring in,take in,cut in,turn in'
  ).split(','),
)

const UP_TO = new Set(['look up', 'wash up', 'look down'])

function isWhen(words: readonly EnglishWord[], at: number, noun: EnglishWord): boolean {
  const [first, second] = [words[at]?.norm ?? '', words[at + 1]?.norm ?? '']
  if (WHEN.has(first) || TIME.has(noun.lemma.toLowerCase())) return true
  return first === 'a' && /^(?:little|bit|lot|few|while|moment|second)$/.test(second)
}

/** Whether a word can begin what a verb is done to. */
export const startsObject = ({ tag, norm }: EnglishWord): boolean =>
  OBJECT.test(tag) || /^(?:all|both|half|every\w*)$/.test(norm)

/** Whether the words from `from` up to `to` can be one object: no verb and no other clause among them. */
export function isObject(words: readonly EnglishWord[], from: number, to: number): boolean {
  const between = words.slice(from, to)
  return (
    between.length > 0 &&
    startsObject(between[0]!) &&
    between.every(
      ({ tag, norm }) =>
        OBJECT.test(tag) ||
        norm === 'of' ||
        norm === 'and' ||
        tag === 'R' ||
        tag === 'L' ||
        tag === 'G',
    )
  )
}

/** Whether a stop, or another clause, comes between the first and the last word. */
export function isBroken(
  words: readonly EnglishWord[],
  from: number,
  to: number,
  text: string,
): boolean {
  for (let at = from + 1; at < to; at++) {
    const gap = text.slice(words[at - 1]!.end, words[at]?.start ?? words[at - 1]!.end)
    if (/[.!?;:,()\n—“”"]/.test(gap)) return true
  }
  return false
}

/**
 * Whether a fixed phrase is only the beginning of something else: under the weather deck, out of the blue flower, by the way
 * they walked.
 */
export function goesOn(
  { headword }: EnglishPhrase,
  words: readonly EnglishWord[],
  to: number,
  text: string,
): boolean {
  const next = words[to]
  const last = words[to - 1]
  if (!next || !last || text.slice(last.end, next.start) !== ' ') return false
  if (headword === 'by the way') return true
  if (/^(?:in|by) \w+$/.test(headword) && next.norm === 'and')
    return /[NM]/.test(words[to + 1]?.tag ?? '')
  const isCompound = /[NJ]/.test(last.tag) && next.tag === 'N' && !/^\p{Lu}/u.test(next.lemma)
  return isCompound && /^(?:in|on|by|at|under|out|for|off|with)\b/.test(headword)
}

/** Whether a verb and its particle are one here, and the particle is no preposition of its own. */
export function fitsPhrasal(
  { headword, separable }: EnglishPhrase,
  indices: readonly number[],
  words: readonly EnglishWord[],
  text: string,
): boolean {
  const last = indices.at(-1)!
  const particle = words[last]!.norm
  const isParted = last - indices[0]! >= indices.length
  const follows = nounBehind(words, last, text)
  if (particle === 'by' && words[indices[0]!]!.tag === 'L') return false
  if (MOVES.has(headword) && PLACE.has(follows?.lemma ?? '')) return false
  const behind = words[last + 1]
  // Out of a pan, up to the elbows, up at the sky: two prepositions that belong together.
  if (particle === 'out' && behind?.norm === 'of') return false
  if (UP_TO.has(headword) && /^(?:at|to|towards?)$/.test(behind?.norm ?? '')) return false
  if (headword === 'turn out' && behind?.norm === 'to' && behind.tag === 'P') return false
  if (isParted && /^(?:there|here)$/.test(behind?.norm ?? '')) return false
  if (particle === 'for' && /^(?:about|nearly|almost|over)$/.test(behind?.norm ?? '')) return false
  if (isParted && EITHER.has(particle)) return follows === null || isWhen(words, last + 1, follows)
  if (follows === null || !EITHER.has(particle)) return true
  if (TIME.has(follows.lemma.toLowerCase()) || /^\d{4}$/.test(follows.norm))
    return separable && !TIME.has(follows.norm)
  return !ALONE.has(headword)
}

/** The noun of the object that begins right behind a place; null when none does. */
function nounBehind(words: readonly EnglishWord[], at: number, text: string): EnglishWord | null {
  const next = words[at + 1]
  if (!next || /[^\s]/.test(text.slice(words[at]!.end, next.start).replace(/['’-]/g, '')))
    return null
  if (!/[TNMJWU]/.test(next.tag)) return null
  for (let to = at + 1; to < words.length && to < at + MOST_OBJECT; to++)
    if (/[NMWU]/.test(words[to]!.tag)) return words[to]!
  return next
}
