import { AppError } from '../../domain/errors.ts'
import {
  otherSide,
  type Article,
  type Side,
  type Sides,
  type Term,
  type TermNote,
  type TextRange,
} from '../../domain/model.ts'
import { hasAnswer } from '../../domain/notes/wording.ts'
import { agrees, type EnglishInfo } from '../../domain/words/explainEnglish.ts'
import type { WordInfo } from '../../domain/words/words.ts'
import type { Cutting } from '../../domain/words/cutting.ts'

/** A word somebody tapped, and what it is where it stands. */
export interface Tapped {
  readonly info: WordInfo
  readonly side: Side
  readonly key: string
  /** What it was tapped in: a pair's side, or a passage of a card. */
  readonly text: string
  /** The pair of the article that is read; null on a card. */
  readonly bead: number | null
  /** In the text of the article's side; null when what was tapped is in no article any more. */
  readonly range: TextRange | null
  /** Whether it can become a card: a word of the language learnt, or the counterpart of a term. */
  readonly learnable: boolean
  /** As it stands in this translation; null when the article's terms do not tell. */
  readonly counterpart: string | null
  /** What its card would be answered with; '' when neither article nor dictionary tells, so that the learner must. */
  readonly answer: string
  /** Whether it is the name of somebody or some place. */
  readonly isName: boolean
  /** How the text can be cut otherwise there; null where it cannot. */
  readonly cutting: Cutting | null
  /** The whole pair on the other side. */
  readonly translation: string
}

const lengthOf = (range: TextRange | null): number => (range ? range.end - range.start : 0)

/** What the terms of an article say about a place in it. */
type Terms = Pick<Article, 'terms'> | null

/**
 * The note, whose cards have an answer.
 *
 * @throws AppError noAnswer
 */
export function answered(note: TermNote): TermNote {
  if (!hasAnswer(note)) throw new AppError('noAnswer')
  return note
}

/** A word that was looked up, with what the article says of it. */
export function tappedAt(
  article: Pick<Article, 'terms'> & { readonly texts: Sides<string> },
  word: Omit<Tapped, 'learnable' | 'counterpart' | 'answer'>,
  learning: Side,
): Tapped {
  const { side, range } = word
  const learnable = side === learning || occurrenceAt(article, range, side) !== null
  const counterpart = range && counterpartAt(article, article.texts, range, side)
  const term = range && termOf(article, article.texts, { ...word, range, counterpart }, learning)
  return {
    ...word,
    learnable: learnable && range !== null,
    counterpart,
    answer: term?.[otherSide(learning)].trim() ?? '',
  }
}

/** The term of the article that stands at a range of a side, with its counterpart there. */
function occurrenceAt(article: Terms, range: TextRange | null, side: Side) {
  for (const term of article?.terms ?? []) {
    for (const occurrence of term.occurrences) {
      const here = occurrence[side]
      if (here && here.start === range?.start && here.end === range.end) return { term, occurrence }
    }
  }
  return null
}

/** What stands on the other side for a range: its own counterpart, else that of the shortest term around it. */
export function counterpartAt(
  article: Terms,
  texts: Sides<string>,
  range: TextRange,
  side: Side,
): string | null {
  const around = (article?.terms ?? [])
    .flatMap((term) => term.occurrences)
    .filter(({ [side]: here, [otherSide(side)]: there }) => {
      const holds = here !== null && here.start <= range.start && range.end <= here.end
      return holds && there !== null
    })
    .toSorted((a, b) => lengthOf(a[side]) - lengthOf(b[side]))
  const there = around[0]?.[otherSide(side)]
  return there ? texts[otherSide(side)].slice(there.start, there.end) : null
}

/** What is known of a word when it is looked up. */
type LookedUp = Pick<Tapped, 'info' | 'side' | 'counterpart'> & { readonly range: TextRange }

/**
 * The tapped word as a term: the article's own where it has one, else what stands for it in the translation, else made
 * from the dictionary. The other side is empty when none of them tells.
 *
 * @param own what the learner says it means
 */
export function termOf(
  article: Terms,
  texts: Sides<string>,
  { info, range, side, counterpart }: LookedUp,
  learning: Side,
  own = '',
): Term {
  const found = occurrenceAt(article, range, side)
  if (found !== null) {
    const { term, occurrence } = found
    return {
      ...term,
      occurrences: [occurrence, ...term.occurrences.filter((o) => o !== occurrence)],
    }
  }
  if (learning === 'en' && info.english !== null)
    return englishTerm(info, range, own.trim() || fittingAnswer(info.english, counterpart))
  const entry = info.senses[0]
  const gloss = entry?.glosses ?? []
  const here = texts[learning].slice(range.start, range.end)
  const answer = own.trim() || counterpart?.trim()
  return {
    zh: learning === 'zh' ? here : answer || (entry?.simplified ?? ''),
    en: learning === 'en' ? info.headword : answer || (gloss[0] ?? ''),
    reading: info.reading || (entry?.reading.toLowerCase() ?? ''),
    gloss,
    kind: 'word',
    level: info.level,
    ...(info.ipa.lemma === '' ? {} : { ipa: info.ipa.lemma }),
    score: 0,
    occurrences: [learning === 'zh' ? { zh: range, en: null } : { zh: null, en: range }],
  }
}

/**
 * What a word of English is answered with: its counterpart here when the dictionary agrees, else what the dictionary says;
 * a counterpart of more than this word is none of its own.
 */
function fittingAnswer({ meanings }: EnglishInfo, counterpart: string | null): string {
  const own = meanings.flatMap(({ zh }) => zh)[0]
  const there = counterpart?.trim() ?? ''
  if (own === undefined || (there !== '' && agrees(meanings, there))) return there || (own ?? '')
  return own
}

function englishTerm(
  { headword, english, ipa, level }: WordInfo,
  range: TextRange,
  zh: string,
): Term {
  return {
    zh,
    en: headword,
    reading: '',
    gloss: english?.meanings[0]?.zh ?? [],
    kind: english?.isPhrase ? 'phrase' : 'word',
    level,
    ...(ipa.lemma === '' ? {} : { ipa: ipa.lemma }),
    score: 0,
    occurrences: [{ zh: null, en: range }],
  }
}
