import { describe, expect, it } from 'vitest'
import type { Passage } from '../../../src/domain/cards/passages.ts'
import type { Question } from '../../../src/domain/cards/question.ts'
import { spokenOf } from '../../../src/domain/cards/spoken.ts'
import type { Side } from '../../../src/domain/model.ts'

const passage = (side: Side, text: string, part: Partial<Passage> = {}): Passage => ({
  side,
  text,
  lit: [],
  focus: null,
  gap: null,
  ...part,
})
const zh = passage('zh', '双方停火。')
const en = passage('en', 'Both cease fire.')
const of = (learning: Side, part: object): Question => ({
  card: { id: 'c', note: 'n', kind: 'read', direction: 'zh-en' },
  learning,
  article: null,
  isName: false,
  task: 'recall',
  asks: learning,
  answers: learning === 'zh' ? 'en' : 'zh',
  reading: '',
  isOwnReading: false,
  gloss: [],
  question: [],
  answer: [],
  term: null,
  ...part,
})
const term = { zh: '停火', en: 'cease fire' }

describe('what a card says aloud', () => {
  it.each<[string, Side, object, string | null, string | null]>([
    ['a Chinese word that is read', 'zh', { term }, '停火', '停火'],
    ['an English word that is read', 'en', { term }, 'cease fire', 'cease fire'],
    ['a word to be said: not before', 'zh', { term, asks: 'en', answers: 'zh' }, null, '停火'],
    ['the same in English', 'en', { term, asks: 'zh', answers: 'en' }, null, 'cease fire'],
    ['a gap: not before', 'en', { term, task: 'gap', answers: 'en' }, null, 'cease fire'],
    ['a sentence', 'en', { question: [en], answer: [zh] }, 'Both cease fire.', 'Both cease fire.'],
    [
      'the part of a sentence that is asked',
      'zh',
      { question: [passage('zh', '他说，双方停火。', { focus: { start: 3, end: 8 } })] },
      '双方停火。',
      '双方停火。',
    ],
    ['nothing, where only the other language is there', 'en', { question: [zh] }, null, null],
  ])('%s', (_what, learning, part, before, after) => {
    const question = of(learning, part)
    expect(spokenOf(question, false)?.text ?? null).toBe(before)
    expect(spokenOf(question, true)?.text ?? null).toBe(after)
    expect(spokenOf(question, true)?.side ?? learning).toBe(learning)
  })
})
