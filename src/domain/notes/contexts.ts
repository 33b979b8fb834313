import type { Context, Note } from '../model.ts'

/** A context that has only its quote left. */
export const isBareQuote = ({ zh, en }: Pick<Context, 'zh' | 'en'>): boolean =>
  zh === null && en === null

/** The articles in which a note can be shown, in the order in which it was met there. */
export function articlesOf(note: Note): readonly string[] {
  if (note.kind === 'sentence') return [note.anchor.article]
  return [...new Set(note.contexts.filter((c) => !isBareQuote(c)).map((c) => c.article))]
}
