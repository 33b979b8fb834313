import {
  otherSide,
  type SentenceNote,
  type Side,
  type TermNote,
  type TextRange,
} from '../../model.ts'
import type { Place } from '../../notes/places.ts'
import { askedClause } from '../askedClause.ts'
import { type Passage, passagesAt, present } from '../passages.ts'
import type { QuestionBody } from '../question.ts'
import { termPair } from '../termPair.ts'
import type { Kind } from './kind.ts'

/** To understand it: the term in its sentence, or the sentence (or clause) itself. */
export const read: Kind = {
  kind: 'read',
  of: ['term', 'sentence'],
  direction: 'fromLearnt',
  says: {
    zh: { asks: '意思是？', ofSentence: '这句话说了什么？', name: '认读理解' },
    en: {
      asks: 'What does it mean?',
      ofSentence: 'What does this say?',
      name: 'Read and understand',
    },
  },
  hint: true,
  unlocked: () => true,
  question: (note, place) =>
    note.kind === 'term' ? termQuestion(note, place) : sentenceQuestion(note, place),
}

function termQuestion(note: TermNote, place: Place | null): QuestionBody {
  const { pair, ...wording } = termPair(note, place)
  const asks = note.learning
  const answers = otherSide(asks)
  return {
    ...wording,
    task: 'recall',
    asks,
    answers,
    question: present(pair[asks]),
    answer: present(pair[answers]),
  }
}

function sentenceQuestion(note: SentenceNote, place: Place | null): QuestionBody {
  const asks = note.learning
  const answers = otherSide(asks)
  const pair = place === null ? { zh: null, en: null } : passagesAt(place, asks)
  const whole = pair[asks]
  const asked: Passage =
    whole === null
      ? { side: asks, text: note.anchor.quote, lit: [], focus: null, gap: null }
      : { ...whole, lit: [], focus: focusOf(whole, place, asks) }
  const meaning = pair[answers] && { ...pair[answers], lit: [], focus: null }
  return {
    task: 'recall',
    asks,
    answers,
    term: null,
    reading: '',
    isOwnReading: false,
    gloss: [],
    question: [asked],
    answer: present(meaning),
  }
}

/** The part of a sentence card that is asked, in the passage it shows; null when that is all of it. */
function focusOf({ text, lit }: Passage, place: Place | null, side: Side): TextRange | null {
  const own = lit[0]
  const there = place?.[side]
  if (place === null || own === undefined || !there) return null
  const before = there.start - own.start
  const { start, end } = askedClause(place, side, there)
  return end - start < text.length ? { start: start - before, end: end - before } : null
}
