import { cardsOf } from '../../../domain/cards/cards.ts'
import { kindNamed } from '../../../domain/cards/kinds/table.ts'
import type { Passage } from '../../../domain/cards/passages.ts'
import type { QuestionBody } from '../../../domain/cards/question.ts'
import { type CardKind, otherSide, type Sides } from '../../../domain/model.ts'
import type { NoteHere } from '../../../domain/notes/noteHere.ts'
import { toneMarks } from '../../../domain/zh/toneMarks.ts'
import { htmlText } from '../markup.ts'
import { passageHtml } from './passageHtml.ts'

/** What a note says in Anki, by the name of the field, as HTML. A field that is empty makes no card of its kind. */
export type FieldName =
  | 'Headword'
  | 'Reading'
  | 'Meaning'
  | 'Glosses'
  | 'Sentence'
  | 'Translation'
  | 'Gap'
  | 'Prompt'
  | 'Typed'
  | 'Typed prompt'
  | 'Spoken'
  | 'Source'

export type Fields = Readonly<Partial<Record<FieldName, string>>>

/** Of terms: what is learnt, then what is known of it, then what each kind of card needs. */
export const TERM_FIELDS: readonly FieldName[] = [
  'Headword',
  'Reading',
  'Meaning',
  'Glosses',
  'Sentence',
  'Translation',
  'Gap',
  'Prompt',
  'Typed',
  'Typed prompt',
  'Spoken',
  'Source',
]
export const SENTENCE_FIELDS: readonly FieldName[] = ['Sentence', 'Translation', 'Spoken', 'Source']

/** The kinds of card a note has, each with the question it asks. */
function questionsOf({ note, place }: NoteHere): ReadonlyMap<CardKind, QuestionBody> {
  const asked = cardsOf(note).flatMap(({ kind }): [CardKind, QuestionBody][] => {
    const question = kindNamed(kind)?.question(note, place) ?? null
    return question === null ? [] : [[kind, question]]
  })
  return new Map(asked)
}

const drawn = (passages: readonly Passage[]): string => passages.map(passageHtml).join('<br>')

/** The first passage of a side that a question or its answer shows. */
const passageOf = (body: QuestionBody, side: keyof Sides<unknown>): string => {
  const found = [...body.answer, ...body.question].find((passage) => passage.side === side)
  return found === undefined ? '' : passageHtml(found)
}

/** Where a note comes from, in one line. */
function sourceOf({ place }: NoteHere): string {
  if (place === null) return ''
  const { title, provenance } = place.article
  const said = [title.zh, title.en, provenance.source, provenance.author, provenance.licence]
  return htmlText(
    [...new Set(said.map((one) => one.trim()))].filter((one) => one !== '').join(' · '),
  )
}

/** What a note says; null when there is nothing to ask. */
export function fieldsOf(here: NoteHere): Fields | null {
  const { note } = here
  const questions = questionsOf(here)
  const read = kindNamed('read')?.question(note, here.place) ?? null
  if (read === null) return null
  const learnt = note.learning
  const known = otherSide(learnt)
  if (note.kind === 'sentence') {
    return {
      Sentence: drawn(read.question),
      Translation: drawn(read.answer),
      Spoken: questions.has('listen') ? htmlText(note.anchor.quote) : '',
      Source: sourceOf(here),
    }
  }
  const gap = questions.get('cloze')
  const type = questions.get('type')
  const isSpelt = type?.task === 'spell' && type.types === 'reading'
  return {
    Headword: htmlText(note.headword),
    Reading: htmlText(readingShown(read.reading, learnt)),
    Meaning: htmlText(read.term?.[known] ?? ''),
    Glosses: htmlText(read.gloss.join('; ')),
    Sentence: passageOf(read, learnt),
    Translation: passageOf(read, known),
    Gap: gap?.task === 'gap' && hasGap(gap.question) ? drawn(gap.question) : '',
    Prompt: questions.has('produce') ? promptOf(read.term?.[known] ?? '', questions) : '',
    Typed: type === undefined ? '' : htmlText(isSpelt ? read.reading : note.headword),
    'Typed prompt': type === undefined ? '' : typedPrompt(note.headword, isSpelt, type),
    Spoken: questions.has('listen') ? htmlText(note.headword) : '',
    Source: sourceOf(here),
  }
}

const hasGap = (passages: readonly Passage[]): boolean => passages.some(({ gap }) => gap !== null)

function promptOf(meaning: string, questions: ReadonlyMap<CardKind, QuestionBody>): string {
  const passages = questions.get('produce')?.question ?? []
  return [`<b>${htmlText(meaning)}</b>`, ...passages.map(passageHtml)].join('<br>')
}

function typedPrompt(headword: string, isSpelt: boolean, type: QuestionBody): string {
  const asked = isSpelt ? [`<b>${htmlText(headword)}</b>`] : []
  return [...asked, ...type.question.map(passageHtml)].join('<br>')
}

/** Pinyin with its tone marks; the IPA of English between slashes. */
function readingShown(reading: string, learnt: keyof Sides<unknown>): string {
  if (learnt === 'en') return reading === '' ? '' : `/${reading}/`
  return reading
    .split(' ')
    .map((syllable) => toneMarks(syllable))
    .join(' ')
}
