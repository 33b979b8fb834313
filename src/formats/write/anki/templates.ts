import type { CardKind, Side } from '../../../domain/model.ts'
import type { FieldName } from './fields.ts'

/** Both sides of a card, in the language of Anki's templates. */
export interface Sheets {
  readonly front: string
  readonly back: string
  /** The field without which there is no such card. */
  readonly needs: FieldName
}

const VOICES = { zh: 'zh_CN', en: 'en_US' } as const

/** What the cards of a note type have in common. */
interface Drawn {
  readonly learning: Side
  readonly known: Side
  /** What is asked, as HTML. */
  readonly question: string
}

const when = (field: FieldName, html: string): string => `{{#${field}}}${html}{{/${field}}}`
const block = (style: string, lang: Side | null, html: string): string =>
  `<div class="${style}"${lang === null ? '' : ` lang="${lang}"`}>${html}</div>`
const shown = (field: FieldName, style: string, lang: Side | null): string =>
  when(field, block(style, lang, `{{${field}}}`))
const said = (learning: Side): string => when('Spoken', `{{tts ${VOICES[learning]}:Spoken}}`)
const LINE = '<hr id="answer">'

/** All that is known of a term, below the line. */
const termAnswer = ({ learning, known }: Drawn): string =>
  LINE +
  shown('Headword', 'word', learning) +
  shown('Reading', 'reading', null) +
  shown('Meaning', 'meaning', known) +
  shown('Glosses', 'glosses', 'en') +
  shown('Sentence', 'pair', learning) +
  shown('Translation', 'pair', known) +
  block('said', null, said(learning)) +
  shown('Source', 'source', null)

/** The sheets of a term's card. */
export function termSheets(kind: CardKind, drawn: Drawn): Sheets {
  const { learning, known, question } = drawn
  const answer = termAnswer(drawn)
  switch (kind) {
    case 'cloze':
      return on('Gap', question + shown('Gap', 'pair', null), answer)
    case 'produce':
      return on('Prompt', question + shown('Prompt', 'pair', known), answer)
    case 'type': {
      const asked = question + shown('Typed prompt', 'pair', null)
      return {
        needs: 'Typed',
        front: when('Typed', `${asked}{{type:Typed}}`),
        back: `${asked}{{type:Typed}}${answer}`,
      }
    }
    case 'listen':
      return on(
        'Spoken',
        question + block('said', null, `{{tts ${VOICES[learning]}:Spoken}}`),
        answer,
      )
    default:
      return {
        needs: 'Headword',
        front: question + shown('Headword', 'word', learning) + shown('Sentence', 'pair', learning),
        back: question + answer,
      }
  }
}

/** A front that is there when its field is. */
const on = (needs: FieldName, front: string, answer: string) => ({
  needs,
  front: when(needs, front),
  back: front + answer,
})

/** The sheets of a sentence's card. */
export function sentenceSheets(kind: CardKind, drawn: Drawn): Sheets {
  const { learning, known, question } = drawn
  const answer =
    LINE +
    shown('Translation', 'pair', known) +
    block('said', null, said(learning)) +
    shown('Source', 'source', null)
  const sentence = shown('Sentence', 'pair asked', learning)
  return kind === 'listen'
    ? on(
        'Spoken',
        question + block('said', null, `{{tts ${VOICES[learning]}:Spoken}}`),
        sentence + answer,
      )
    : { needs: 'Sentence', front: question + sentence, back: question + sentence + answer }
}
