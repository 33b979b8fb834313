import { describe, expect, it } from 'vitest'
import type { TermNote } from '../../../src/domain/model.ts'
import { cardsOf } from '../../../src/domain/cards/cards.ts'
import { sentenceNote, termNote } from '../../../src/domain/notes/notes.ts'
import { bitext, termIn } from '../../make.ts'

const one = bitext([
  ['双方停火。', 'Both sides cease fire.'],
  ['会谈结束。', 'The talks ended.'],
  ['没人说话。', ''],
])
const ceasefire = (of: typeof one, en: string): TermNote =>
  termNote(of.article, of.texts, termIn(of.texts, '停火', en, 'ting2 huo3'), 'zh', 5)

describe('notes of an article', () => {
  it('quote the pair a term was met in and anchor both sides', () => {
    const { zh, en } = one.article.revision
    const note = ceasefire(one, 'cease fire')
    expect(note.contexts).toEqual([
      {
        article: 'A',
        zh: { article: 'A', side: 'zh', revision: zh, start: 2, end: 4, quote: '停火' },
        en: { article: 'A', side: 'en', revision: en, start: 11, end: 21, quote: 'cease fire' },
        quote: { zh: '双方停火。', en: 'Both sides cease fire.' },
      },
    ])
  })

  it('are mirrored for the learner of English', () => {
    const { article, texts } = one
    const note = termNote(
      article,
      texts,
      termIn(texts, '停火', 'cease fire', 'ting2 huo3'),
      'en',
      5,
    )
    expect(note).toMatchObject({ headword: 'cease fire', reading: '', counterparts: ['停火'] })
    const { anchor } = sentenceNote(article, texts, { start: 23, end: 39 }, 'en', 5)
    expect(anchor).toMatchObject({ side: 'en', quote: 'The talks ended.' })
  })

  it('put contexts with a counterpart first', () => {
    const term = termIn(one.texts, '停火', 'cease fire')
    const [there] = term.occurrences
    const note = termNote(
      one.article,
      one.texts,
      { ...term, occurrences: [{ zh: { start: 5, end: 7 }, en: null }, there!] },
      'zh',
      5,
    )
    expect(note.contexts.map((context) => context.en?.quote)).toEqual(['cease fire', undefined])
  })
})

describe('cards of a note', () => {
  it('read from the language learnt, fill in and produce towards it', () => {
    const note = ceasefire(one, 'cease fire')
    expect(cardsOf(note).map(({ kind, direction }) => `${kind} ${direction}`)).toEqual([
      'read zh-en',
      'cloze en-zh',
      'produce en-zh',
      'type en-zh',
      'listen zh-en',
    ])
    expect(cardsOf({ ...note, learning: 'en' })[0]?.direction).toBe('en-zh')
  })

  it('are two for a sentence: to read it, and to hear it', () => {
    const note = sentenceNote(one.article, one.texts, { start: 0, end: 5 }, 'zh', 5)
    expect(cardsOf(note)).toEqual([
      { id: `${note.id}.read.zh-en`, note: note.id, kind: 'read', direction: 'zh-en' },
      { id: `${note.id}.listen.zh-en`, note: note.id, kind: 'listen', direction: 'zh-en' },
    ])
  })
})
