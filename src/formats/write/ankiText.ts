import Papa from 'papaparse'
import type { NoteHere } from '../../domain/notes/noteHere.ts'
import { type Fields, fieldsOf } from './anki/fields.ts'
import { tagsOf } from './anki/tags.ts'

/** What Anki has to know of the rows: read in an import dialogue of Anki 2.1.54 and later. */
const HEAD = [
  '#separator:tab',
  '#html:true',
  '#guid column:1',
  '#tags column:4',
  '#columns:guid\tFront\tBack\tTags',
]

/**
 * Notes as a text for Anki's note type Basic: what is learnt on the front, all that is known of it on the back. Each note has
 * a name that never changes, so that importing it again updates it where it stands.
 */
export function writeAnkiText(notes: readonly NoteHere[]): string {
  const rows = notes.flatMap((here) => {
    const fields = fieldsOf(here)
    return fields === null ? [] : [[here.note.id, ...sidesOf(fields), tagsOf(here).join(' ')]]
  })
  const table = Papa.unparse(rows, { delimiter: '\t', newline: '\n' })
  return `${HEAD.join('\n')}\n${table}\n`
}

function sidesOf(fields: Fields): readonly [front: string, back: string] {
  const { Headword, Reading, Meaning, Glosses, Sentence, Translation, Source } = fields
  const lines = (...said: readonly (string | undefined)[]) =>
    said.filter((line) => line !== undefined && line !== '').join('<br>')
  return Headword === undefined
    ? [Sentence ?? '', lines(Translation, Source)]
    : [lines(Headword, Sentence), lines(Reading, Meaning, Glosses, Translation, Source)]
}
