import { type Answer } from '../src/domain/srs/entries.ts'
import { rootRevision, type RootRevision } from '../src/domain/article/sharedRevision.ts'
import { revisionTree } from '../src/domain/article/revisionTree.ts'
import type { ArticleTexts } from '../src/domain/article/showArticle.ts'
import type { Import } from '../src/domain/article/writeArticle.ts'
import type { Anchor, Article, Bead, Segment, Side, Sides, Term } from '../src/domain/model.ts'
import { contentHash } from '../src/domain/text/normalize.ts'

/** Small builders: every field has a value, name only those the test is about. */

/** The first revision of one side. */
export const revision = (side: Side, text: string, article = 'A'): RootRevision =>
  rootRevision(article, side, text)

/** An anchor at the first place where `quote` stands in a first revision. */
export function anchorAtQuote({ article, side, id, text }: RootRevision, quote: string): Anchor {
  const start = text.indexOf(quote)
  if (start < 0) throw new RangeError(`no ${quote}`)
  return { article, side, revision: id, start, end: start + quote.length, quote }
}

/** An article of pairs, one segment a side and bead ('' leaves a side empty), with its texts. */
export interface Bitext extends ArticleTexts {
  readonly revisions: Sides<RootRevision>
  /** The same as it is imported. */
  readonly it: Import
}

/** The import that an article with its first texts is. */
export function importOf(article: Article, texts: Sides<string>): Import {
  const { id, title, addedAt, provenance, segments, beads, terms, deckRevision } = article
  const hash = article.contentHashes[0] ?? contentHash(texts)
  const own = { id, title, addedAt, provenance, segments, beads, terms, texts, contentHash: hash }
  return deckRevision === undefined ? own : { ...own, deckRevision }
}

/** The same article with other fields. */
export const withFields = (of: Bitext, fields: Partial<Article>): Bitext => {
  const article = { ...of.article, ...fields }
  return { ...of, article, it: importOf(article, of.texts) }
}

function joined(sentences: readonly string[], glue: string) {
  let text = ''
  const segments: Segment[] = []
  for (const sentence of sentences) {
    if (sentence === '') continue
    if (text !== '') text += glue
    segments.push({ start: text.length, end: text.length + sentence.length, paragraph: 0 })
    text += sentence
  }
  return { text, segments }
}

export function bitext(
  pairs: readonly (readonly [zh: string, en: string])[],
  fields: Partial<Article> = {},
): Bitext {
  const zh = joined(
    pairs.map((pair) => pair[0]),
    '',
  )
  const en = joined(
    pairs.map((pair) => pair[1]),
    ' ',
  )
  let at = { zh: 0, en: 0 }
  const beads = pairs.map((pair): Bead => {
    const to = { zh: at.zh + (pair[0] === '' ? 0 : 1), en: at.en + (pair[1] === '' ? 0 : 1) }
    const bead = {
      zh: { from: at.zh, to: to.zh },
      en: { from: at.en, to: to.en },
      confidence: 0.99,
    }
    at = to
    return bead
  })
  const id = fields.id ?? 'A'
  const texts = { zh: zh.text, en: en.text }
  const revisions = { zh: revision('zh', zh.text, id), en: revision('en', en.text, id) }
  const article: Article = {
    id,
    title: { zh: '', en: '' },
    addedAt: 0,
    provenance: { source: '', author: '', translator: '', date: '', licence: '' },
    archived: false,
    contentHashes: [contentHash(texts)],
    settledDoubts: [],
    revision: { zh: revisions.zh.id, en: revisions.en.id },
    segments: { zh: zh.segments, en: en.segments },
    beads,
    terms: [],
    ...fields,
  }
  const tree = revisionTree([revisions.zh, revisions.en])
  return { article, texts, revisions, tree, it: importOf(article, texts) }
}

/** A term with one occurrence, where both forms stand first. */
export function termIn(texts: Sides<string>, zh: string, en: string, reading = ''): Term {
  const range = (side: Side, form: string) => {
    const start = texts[side].indexOf(form)
    return start < 0 ? null : { start, end: start + form.length }
  }
  return {
    zh,
    en,
    reading,
    gloss: [],
    kind: 'word',
    level: {},
    score: 1,
    occurrences: [{ zh: range('zh', zh), en: range('en', en) }],
  }
}

/** A Good on a review card. */
export function answer(fields: Partial<Answer> = {}): Answer {
  return {
    type: 'answer',
    id: 'E',
    at: 1_000_000_000,
    device: 'D',
    card: 'note.read.zh-en',
    rating: 'good',
    tookMs: 4_000,
    utcOffset: 480,
    rolloverHour: 4,
    studyDay: 11,
    phase: 'review',
    remaining: 0,
    intervalSeconds: 259_200,
    dueAt: null,
    dueDay: 14,
    weights: 'default',
    model: 'fsrs-6',
    previous: null,
    ...fields,
  }
}
