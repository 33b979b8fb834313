import type { NoteHere } from '../../../domain/notes/noteHere.ts'

/** Anki divides tags by spaces and makes a tree of them by colons. */
const tagOf = (text: string): string =>
  text
    .normalize('NFC')
    .trim()
    .replace(/[\s\u3000:"]+/g, '-')
    .slice(0, 60)

/** What a note is tagged with: ours, what it is, and where it comes from. */
export function tagsOf({ note, place }: NoteHere): readonly string[] {
  const title = place === null ? '' : tagOf(place.article.title.zh || place.article.title.en)
  return ['duizhao', note.kind, ...(title === '' ? [] : [`duizhao::${title}`])]
}
