import type { Context, Note, TermNote } from '../model.ts'

/** A context that has only its quote left, because its article is gone. */
export const isQuoteOnly = (context: Context): boolean => context.zh === null && context.en === null

/** What tells contexts of a note apart: a pair met again after an edit elsewhere is the same pair, wherever it now stands. */
const contextName = ({ article, zh, en, quote }: Context): string =>
  JSON.stringify([article, quote.zh, quote.en, zh?.quote, en?.quote])

/** Both lists, each context once; bare quotes only when nothing better is there. */
export function mergeContexts(a: readonly Context[], b: readonly Context[]): readonly Context[] {
  const all = new Map<string, Context>()
  for (const context of [...a, ...b]) {
    const name = contextName(context)
    if (!all.has(name)) all.set(name, context)
  }
  const anchored = [...all.values()].filter((context) => !isQuoteOnly(context))
  return anchored.length > 0 ? anchored : [...all.values()]
}

/** The kinds of both; one that names none leaves it to the other. */
function mergeKinds(a: Note, b: Note): Pick<Note, 'kinds'> {
  const kinds =
    a.kinds && b.kinds ? [...new Set([...a.kinds, ...b.kinds])].toSorted() : (a.kinds ?? b.kinds)
  return kinds === undefined ? {} : { kinds }
}

const mergeLife = (a: Note, b: Note) => ({
  createdAt: Math.min(a.createdAt, b.createdAt),
  ...mergeKinds(a, b),
  ...(a.deletedAt !== undefined && b.deletedAt !== undefined
    ? { deletedAt: Math.max(a.deletedAt, b.deletedAt) }
    : {}),
})

/** {@link mergeNote} for terms. */
export function mergeTerm(existing: TermNote, incoming: TermNote): TermNote {
  const { deletedAt: _gone, edits: _own, ...kept } = existing
  const edits = { ...incoming.edits, ...existing.edits }
  return {
    ...kept,
    ...mergeLife(existing, incoming),
    reading: existing.reading || incoming.reading,
    gloss: existing.gloss.length > 0 ? existing.gloss : incoming.gloss,
    counterparts: [...new Set([...existing.counterparts, ...incoming.counterparts])],
    level: { ...incoming.level, ...existing.level },
    contexts: mergeContexts(existing.contexts, incoming.contexts),
    ...(Object.keys(edits).length > 0 ? { edits } : {}),
  }
}

/**
 * One note out of two with the same id: contexts and counterparts of both, what the learner wrote kept, alive when
 * either is alive.
 *
 * @throws RangeError when they are not the same note
 */
export function mergeNote(existing: Note, incoming: Note): Note {
  if (existing.id !== incoming.id) throw new RangeError(`${existing.id} is not ${incoming.id}`)
  if (existing.kind === 'term' && incoming.kind === 'term') return mergeTerm(existing, incoming)
  const { deletedAt: _gone, ...kept } = existing
  return { ...kept, ...mergeLife(existing, incoming) }
}

/** A term note without the contexts of one article; the last one to go leaves its pair as a quote. */
export function withoutArticle(note: TermNote, article: string): TermNote {
  const contexts = note.contexts.filter((context) => context.article !== article)
  const last = note.contexts[0]
  if (contexts.length > 0 || last === undefined) return { ...note, contexts }
  return { ...note, contexts: [{ ...last, zh: null, en: null }] }
}

/**
 * A term note with the contexts of one article back where they were.
 *
 * @param saved all its contexts as they were before {@link withoutArticle}
 */
export function restoreContexts(
  note: TermNote,
  saved: readonly Context[],
  article: string,
): TermNote {
  const now = new Set(note.contexts.map(contextName))
  const kept = saved.filter(
    (context) => context.article === article || now.has(contextName(context)),
  )
  return { ...note, contexts: mergeContexts(kept, note.contexts) }
}

/** The articles in which a note can be shown. */
export function articlesOf(note: Note): readonly string[] {
  if (note.kind === 'sentence') return [note.anchor.article]
  return [...new Set(note.contexts.filter((c) => !isQuoteOnly(c)).map((c) => c.article))]
}
