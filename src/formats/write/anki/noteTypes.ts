import { KINDS } from '../../../domain/cards/kinds/table.ts'
import { type CardKind, type Note, otherSide, type Side, SIDES } from '../../../domain/model.ts'
import { type FieldName, SENTENCE_FIELDS, TERM_FIELDS } from './fields.ts'
import { CARD_STYLE } from './style.ts'
import { type Sheets, sentenceSheets, termSheets } from './templates.ts'

/** A note type of Anki: its fields, and a template for each kind of card. */
export interface NoteType {
  /** Never changes: Anki tells note types apart by it, and one whose fields or templates change is another. */
  readonly id: number
  readonly name: string
  readonly fields: readonly FieldName[]
  readonly templates: readonly Template[]
}

interface Template extends Sheets {
  readonly kind: CardKind
  readonly name: string
}

/** The first of four numbers, in milliseconds of 2026 as Anki numbers things. */
const FIRST_ID = 1_767_225_600_001

/** Each side may be learnt, and of each there are terms and sentences. */
const TYPES = SIDES.flatMap((learning, at): [Side, Note['kind'], NoteType][] => [
  [learning, 'term', noteType(learning, 'term', FIRST_ID + 2 * at)],
  [learning, 'sentence', noteType(learning, 'sentence', FIRST_ID + 2 * at + 1)],
])

export const NOTE_TYPES: readonly NoteType[] = TYPES.map(([, , type]) => type)

export function typeOf({ learning, kind }: Pick<Note, 'learning' | 'kind'>): NoteType {
  const found = TYPES.find(([side, of]) => side === learning && of === kind)
  if (found === undefined) throw new RangeError(`no note type for ${learning} ${kind}`)
  return found[2]
}

function noteType(learning: Side, kind: Note['kind'], id: number): NoteType {
  const known = otherSide(learning)
  const templates = KINDS.filter(({ of }) => of.includes(kind)).map(
    ({ kind: card, says }): Template => {
      const { asks, ofSentence = asks, name } = says[known]
      const question = kind === 'term' ? asks : ofSentence
      const drawn = { learning, known, question: `<div class="asks">${question}</div>` }
      return kind === 'term'
        ? { kind: card, name, ...termSheets(card, drawn) }
        : { kind: card, name, ...sentenceSheets(card, drawn) }
    },
  )
  const language = learning === 'zh' ? 'Chinese' : 'English'
  const fields = kind === 'term' ? TERM_FIELDS : SENTENCE_FIELDS
  return { id, name: `Duizhao ${language} ${kind}`, fields, templates }
}

/** As Anki's schema 11 has it. */
export function modelOf(type: NoteType, deck: number, modifiedAt: number): object {
  return {
    id: type.id,
    name: type.name,
    type: 0,
    mod: modifiedAt,
    usn: -1,
    sortf: 0,
    did: deck,
    tags: [],
    vers: [],
    flds: type.fields.map((name, ord) => ({
      ...{ name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] },
    })),
    tmpls: type.templates.map(({ name, front, back }, ord) => ({
      ...{ name, ord, qfmt: front, afmt: back, bqfmt: '', bafmt: '', did: null },
    })),
    css: CARD_STYLE,
    latexPre: '',
    latexPost: '',
    latexsvg: false,
    req: type.templates.map(({ needs }, ord) => [ord, 'any', [type.fields.indexOf(needs)]]),
  }
}
