import { describe, expect, it } from 'vitest'
import type { Passage } from '../../../src/domain/cards/passages.ts'
import { questionOf } from '../../../src/domain/cards/questionOf.ts'
import type { Card, CardKind, Note } from '../../../src/domain/model.ts'
import { cardsOf } from '../../../src/domain/cards/cards.ts'
import { sentenceNote, termNote } from '../../../src/domain/notes/notes.ts'
import { placesOf, type Place } from '../../../src/domain/notes/places.ts'
import type { ArticleTexts } from '../../../src/domain/article/showArticle.ts'
import { bitext, termIn, withFields } from '../../make.ts'

const LONG = '渡船在江上的大雾里足足等了一个小时，船上的人谁也不说话，汽笛响过三声，终于靠岸。'

const source = bitext([
  [LONG, 'After an hour in the fog on the river the ferry came ashore.'],
  ['船长松了一口气。', 'The captain was relieved.'],
])
const { article, texts } = source
const term = termNote(article, texts, termIn(texts, '靠岸', 'came ashore', 'kao4 an4'), 'zh', 0)
const place = placesOf(term, source)[0] ?? null

const card = (note: Note, kind: CardKind) => {
  const found = cardsOf(note).find((one) => one.kind === kind)
  if (found === undefined) throw new Error(`no ${kind} card`)
  return found
}
/** The question of a card that has one. */
function asked(of: Card, note: Note, at: Place | null) {
  const found = questionOf(of, note, at)
  if (found === null) throw new Error(`${of.id} asks nothing`)
  return found
}
const lit = (passage: Passage | undefined) =>
  passage?.lit.map(({ start, end }) => passage.text.slice(start, end))

describe('a term', () => {
  it('is asked in its sentence and answered with both sides lit', () => {
    const { question, answer, asks, term: pair } = asked(card(term, 'read'), term, place)
    expect(asks).toBe('zh')
    expect(pair).toEqual({ zh: '靠岸', en: 'came ashore' })
    expect(lit(question[0])).toEqual(['靠岸'])
    expect(lit(answer[0])).toEqual(['came ashore'])
  })

  it('has its clause bright while the rest is dimmed', () => {
    const { question } = asked(card(term, 'read'), term, place)
    const [passage] = question
    const focus = passage?.focus
    expect(focus && passage.text.slice(focus.start, focus.end)).toMatch(/终于靠岸。$/)
    expect(focus?.start).toBeGreaterThan(0)
  })

  it('is cut out of a cloze, its counterpart marked on the other side', () => {
    const { question, answer } = asked(card(term, 'cloze'), term, place)
    const [learnt, known] = question
    expect(learnt?.gap && learnt.text.slice(learnt.gap.start, learnt.gap.end)).toBe('靠岸')
    expect(learnt?.lit).toEqual([])
    expect(lit(known)).toEqual(['came ashore'])
    expect(lit(answer[0])).toEqual(['靠岸'])
  })

  it('is filled in in the language it was cut out of, and answered in the other one elsewhere', () => {
    const sides = (['read', 'cloze', 'produce'] as const).map((kind) => {
      const { task, asks, answers } = asked(card(term, kind), term, place)
      return [task, asks, answers]
    })
    expect(sides).toEqual([
      ['recall', 'zh', 'en'],
      ['gap', 'zh', 'zh'],
      ['recall', 'en', 'zh'],
    ])
  })

  it('is produced from its meaning', () => {
    const { asks, question } = asked(card(term, 'produce'), term, place)
    expect(asks).toBe('en')
    expect(question[0]?.side).toBe('en')
  })

  it('shows what the learner wrote over it', () => {
    const edited = { ...term, edits: { counterparts: ['landed'], reading: 'kao4 an4' } }
    expect(asked(card(term, 'read'), edited, place).term?.en).toBe('landed')
  })

  it('falls back on its quote when the article is gone', () => {
    const { question, answer, article: from } = asked(card(term, 'read'), term, null)
    expect(from).toBeNull()
    expect(question[0]?.text).toBe(LONG)
    expect(lit(question[0])).toEqual(['靠岸'])
    expect(lit(answer[0])).toEqual(['came ashore'])
  })

  it('is mirrored for who learns English', () => {
    const mirrored = termNote(article, texts, termIn(texts, '靠岸', 'came ashore'), 'en', 0)
    const there = placesOf(mirrored, source)[0] ?? null
    const { asks, question, answer } = asked(card(mirrored, 'read'), mirrored, there)
    expect(asks).toBe('en')
    expect(lit(question[0])).toEqual(['came ashore'])
    expect(lit(answer[0])).toEqual(['靠岸'])
  })
})

describe('a sentence', () => {
  it('asks for its own bead and answers with the other side', () => {
    const start = texts.zh.indexOf('船长')
    const note = sentenceNote(article, texts, { start, end: start + 8 }, 'zh', 0)
    const there = placesOf(note, source)[0] ?? null
    const { question, answer, term: none } = asked(card(note, 'read'), note, there)
    expect(none).toBeNull()
    expect(question.map((passage) => passage.text)).toEqual(['船长松了一口气。'])
    expect(answer.map((passage) => passage.text)).toEqual(['The captain was relieved.'])
  })

  it('keeps its clause in focus when the bead is longer', () => {
    const start = texts.zh.indexOf('终于')
    const note = sentenceNote(article, texts, { start, end: start + 5 }, 'zh', 0)
    const there = placesOf(note, source)[0] ?? null
    const [passage] = asked(card(note, 'read'), note, there).question
    expect(passage?.text).toBe(LONG)
    expect(passage?.focus && passage.text.slice(passage.focus.start, passage.focus.end)).toBe(
      '终于靠岸。',
    )
  })

  const focusOf = (given: ArticleTexts, side: 'zh' | 'en') => {
    const end = given.texts[side].length
    const note = sentenceNote(given.article, given.texts, { start: 0, end }, side, 0)
    const there = placesOf(note, given)[0] ?? null
    const [passage] = asked(card(note, 'read'), note, there).question
    return passage?.focus ? passage.text.slice(passage.focus.start, passage.focus.end) : null
  }
  const EN =
    'When the fog lifted at last, the captain, who had not slept for two nights, steered the old ferry into the harbour.'
  const long = bitext([[LONG, EN]])

  it.each([
    ['靠岸', 'steered', 'zh', '船上的人谁也不说话，汽笛响过三声，终于靠岸。'],
    ['大雾', 'fog', 'zh', '渡船在江上的大雾里足足等了一个小时，'],
    ['大雾', 'fog', 'en', 'When the fog lifted at last, the captain,'],
    ['靠岸', 'the old ferry', 'en', 'steered the old ferry into the harbour.'],
  ] as const)('asks of a long one the clause with its terms: %s', (zh, en, side, clause) => {
    const terms = [termIn(long.texts, zh, en, '')]
    expect(focusOf(withFields(long, { terms }), side)).toBe(clause)
  })

  it('asks the first clause of a long one without terms, and all of a short one', () => {
    expect(focusOf(long, 'zh')).toMatch(/^渡船/)
    expect(focusOf(bitext([['船长松了一口气。', 'The captain was relieved.']]), 'zh')).toBeNull()
  })
})

describe('a card', () => {
  const sentence = sentenceNote(article, texts, { start: 0, end: LONG.length }, 'zh', 0)

  it.each([
    ['of a kind nobody knows', 'sing', term],
    ['whose kind is not for such a note', 'cloze', sentence],
  ])('%s has no question', (_what, kind, note) => {
    const stray: Card = { id: `${note.id}.${kind}.zh-en`, note: note.id, kind, direction: 'zh-en' }
    expect(questionOf(stray, note, place)).toBeNull()
  })
})
