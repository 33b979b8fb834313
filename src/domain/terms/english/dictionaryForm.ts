import type { LearnersEnglish } from '../../dictionary/learnersEnglish.ts'
import type { EnglishWord } from '../../en/readEnglish.ts'

/** Words no term begins or ends with. */
const LOOSE = /[TPCKOEWQBXH]/
const VERB = /[VZDLG]/
/** Behind another noun these are plural in the dictionary too: peace talks, human rights. */
const PLURAL = new Set(
  'talks rights affairs relations terms means services sports resources studies goods'.split(' '),
)

/**
 * Words of a sentence as a dictionary would have them: `making concessions` → `make a concession`, `the peace talks` → `peace
 * talks`; '' for a fragment, which is no term. A name keeps its capitals.
 *
 * @param words those of the term, in its sentence
 */
export function dictionaryForm(words: readonly EnglishWord[], english: LearnersEnglish): string {
  let [from, to] = [0, words.length]
  while (from < to && LOOSE.test(words[from]!.tag)) from++
  while (to > from && LOOSE.test(words[to - 1]!.tag)) to--
  const own = words.slice(from, to)
  const [first, ...rest] = own
  if (!first) return ''
  if (rest.length === 0) return isContent(first) ? first.lemma : ''
  const last = own.at(-1)!
  if (VERB.test(first.tag) && /[NM]/.test(last.tag)) return verbAndNoun(first, rest, english)
  // A verb inside means that a clause was cut out.
  if (
    own.slice(1).some(({ tag }) => /[VZD]/.test(tag)) ||
    own.some(({ tag }) => /[OEWQXH]/.test(tag))
  )
    return ''
  if (!/[NM]/.test(last.tag)) return ''
  const end = last.tag === 'M' && !PLURAL.has(last.norm) ? last.lemma : nameOf(last)
  return [...own.slice(0, -1).map(nameOf), end].join(' ')
}

const isContent = ({ tag }: EnglishWord): boolean => /[NMVZDLGJRU]/.test(tag)
/** As it is written, but for the capital of a sentence. */
const nameOf = ({ norm, lemma }: EnglishWord): string => (/^\p{Lu}/u.test(lemma) ? lemma : norm)

function verbAndNoun(
  verb: EnglishWord,
  rest: readonly EnglishWord[],
  english: LearnersEnglish,
): string {
  const noun = rest.at(-1)!
  const middle = rest.slice(0, -1)
  const isOpen = middle.every(({ tag }) => tag === 'J' || tag === 'N')
  const entry = noun.analyses.find((one) => one.entry.pos === 'noun')?.entry
  const isOne =
    entry !== undefined &&
    entry.count === '' &&
    noun.tag === 'M' &&
    english.entries(noun.lemma).length > 0
  if (!isOpen || !isOne)
    return [
      verb.lemma,
      ...middle.map(nameOf),
      noun.tag === 'M' && isOpen ? noun.norm : noun.lemma,
    ].join(' ')
  const named = [...middle.map(nameOf), noun.lemma]
  return [verb.lemma, /^[aeiou]/.test(named[0]!) ? 'an' : 'a', ...named].join(' ')
}
