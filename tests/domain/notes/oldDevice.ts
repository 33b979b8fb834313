import { articleIdOf } from '../../../src/domain/article/articleRow.ts'
import type {
  ArticleRecordV1,
  ContextV1,
  NoteV1,
  RecordsV1,
  RevisionV1,
  SentenceNoteV1,
  TermNoteV1,
} from '../../../src/domain/notes/recordsV1.ts'
import { applyEdits } from '../../../src/domain/article/revisions.ts'
import { bitext } from '../../make.ts'

/** Records as the version before wrote them. */

const PAIRS = [
  ['双方停火。', 'Both sides cease fire.'],
  ['会谈结束。', 'The talks ended.'],
  ['没人说话。', 'Nobody spoke.'],
  ['天晴了。', 'It cleared.'],
] as const
/** What the article of every old device is called now. */
export const PLAIN = articleIdOf('same')

/** A device that imported the usual text under a ULID of its own, corrected some letters, and picked notes. */
export function oldDevice(id: string, addedAt: number, typos: readonly number[]): RecordsV1 {
  const { article, texts } = bitext(PAIRS, { id, addedAt })
  let text = texts.zh
  const revisions = (['zh', 'en'] as const).map((side): RevisionV1 => ({
    article: id,
    side,
    number: 0,
    text: texts[side],
    edits: [],
  }))
  for (const [n, at] of typos.entries()) {
    const edits = [{ at, removed: text[at]!, inserted: '改' }]
    text = applyEdits(text, edits)
    revisions.push({ article: id, side: 'zh', number: n + 1, text, edits })
  }
  const number = typos.length
  const place = (start: number, end: number) => {
    return {
      article: id,
      side: 'zh' as const,
      revision: number,
      start,
      end,
      quote: text.slice(start, end),
    }
  }
  const context = (start: number): ContextV1 => ({
    article: id,
    zh: place(start, start + 2),
    en: { article: id, side: 'en', revision: 0, start: 0, end: 4, quote: 'Both' },
    quote: { zh: text.slice(0, 5), en: 'Both sides cease fire.' },
  })
  const term: TermNoteV1 = {
    kind: 'term',
    id: 't1',
    learning: 'zh',
    createdAt: addedAt,
    headword: '停火',
    reading: 'ting2 huo3',
    sense: 0,
    gloss: ['cease fire'],
    counterparts: ['cease fire', id],
    level: {},
    contexts: [context(2), context(15)],
    edits: { gloss: [id] },
  }
  const sentence: SentenceNoteV1 = {
    kind: 'sentence',
    id: `s${id}`,
    learning: 'zh',
    createdAt: addedAt,
    anchor: place(5, 10),
  }
  const record: ArticleRecordV1 = {
    id,
    article: {
      ...{ id, title: article.title, addedAt, provenance: article.provenance },
      ...{ segments: article.segments, beads: article.beads, terms: [] },
      contentHash: 'same',
      revision: { zh: number, en: 0 },
      settledDoubts: ['d1'],
    },
    care: [{ note: 't1', suspensions: [`x${id}`] }],
  }
  return {
    articles: [record],
    revisions,
    notes: [term, sentence],
    entries: [{ id: `e${id}`, at: addedAt, device: id, type: 'unbury', card: 't1.read.zh-en' }],
    settings: [
      { key: 'known/zh', value: ['天', '水'] },
      { key: 'learner', value: { newPerDay: 10, articleLimits: { [id]: { newPerDay: 1 } } } },
    ],
  }
}

/** An article deleted on the phone, with what that took from the notes. */
export function withDeletion(old: RecordsV1, deletedAt: number): RecordsV1 {
  const [record] = old.articles
  const [term, sentence] = old.notes as readonly [TermNoteV1, SentenceNoteV1]
  const taken = {
    sentences: [sentence.id],
    terms: [{ note: term.id, contexts: term.contexts }],
  }
  const bare = { ...term.contexts[0]!, zh: null, en: null }
  const notes: readonly NoteV1[] = [
    { ...term, contexts: [bare] },
    { ...sentence, deletedAt },
  ]
  const article = { ...record!.article, deletedAt }
  return { ...old, articles: [{ ...record!, article, care: [], taken }], notes }
}
