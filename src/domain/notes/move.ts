import { mergeContexts } from './merge.ts'
import { noteIdOfSentence } from '../ids.ts'
import type { Anchor, Context, Note, Side, Sides, TextEdit } from '../model.ts'
import { mapRange } from '../article/revisions.ts'

/** The article, as it stands, that notes made from another copy of its text are to belong to. */
export interface Target {
  readonly article: string
  /** Its newest revisions. */
  readonly revision: Sides<number>
  /** Its texts there. */
  readonly texts: Sides<string>
  /** What leads from the copy's texts to them. */
  readonly edits: Sides<readonly TextEdit[]>
}

function moveAnchor(anchor: Anchor, to: Target): Anchor | null {
  const range = mapRange(anchor, to.edits[anchor.side])
  if (range === null) return null
  const quote = to.texts[anchor.side].slice(range.start, range.end)
  return { ...anchor, ...range, article: to.article, revision: to.revision[anchor.side], quote }
}

/**
 * A note that was made from a copy of an article's text, on the article itself: for an import that turns out to be here
 * already. Null for a sentence that is not in it; a term keeps at least its quote.
 */
export function moveNote(note: Note, to: Target): Note | null {
  if (note.kind === 'sentence') {
    const anchor = moveAnchor(note.anchor, to)
    if (anchor === null) return null
    return {
      ...note,
      anchor,
      id: noteIdOfSentence(to.article, anchor.side, anchor, anchor.revision),
    }
  }
  const contexts = note.contexts.map((context): Context => {
    const moved = (side: Side) => context[side] && moveAnchor(context[side], to)
    const [zh, en] = [moved('zh'), moved('en')]
    const found = note.learning === 'zh' ? zh : en
    return {
      ...context,
      article: to.article,
      ...(found === null ? { zh: null, en: null } : { zh, en }),
    }
  })
  return { ...note, contexts: mergeContexts(contexts, []) }
}
