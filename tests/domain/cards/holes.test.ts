import { describe, expect, it } from 'vitest'
import { holed, placesOf } from '../../../src/domain/cards/holes.ts'
import { cardsOf } from '../../../src/domain/cards/cards.ts'
import { questionOf } from '../../../src/domain/cards/questionOf.ts'
import { termNote } from '../../../src/domain/notes/notes.ts'
import { placesOf as placesOfNote } from '../../../src/domain/notes/places.ts'
import { bitext, termIn } from '../../make.ts'
import { visibleOf } from './fairness.ts'

const found = (text: string, answer: string, side: 'zh' | 'en') =>
  placesOf(text, answer, side).map(({ start, end }) => text.slice(start, end))

describe('the places at which an answer stands', () => {
  it('are all there are, hanzi within longer words included', () => {
    expect(found('停火协议说，停火后再谈。', '停火', 'zh')).toEqual(['停火', '停火'])
  })

  it('are whole English words, whatever their case and ending', () => {
    const text = 'Rent? He rents, rented, is renting: the rent’s high. A parent, rental.'
    expect(found(text, 'rent', 'en')).toEqual(['Rent', 'rents', 'rented', 'renting', 'rent’s'])
    expect(found('She hoped, hoping for hope.', 'hope', 'en')).toEqual(['hoped', 'hoping', 'hope'])
    expect(found('replied, replies, reply', 'reply', 'en')).toEqual(['replied', 'replies', 'reply'])
    expect(found('Peace talks; peace  talk.', 'peace talks', 'en')).toEqual(['Peace talks'])
  })

  it('are none of nothing, and none that a pattern would mean', () => {
    expect(found('abc', ' ', 'en')).toEqual([])
    expect(found('a.b axb', 'a.b', 'en')).toEqual(['a.b'])
  })
})

it('a gap is cut out wherever its word stands, on both sides', () => {
  const source = bitext([['停火！AI说停火了。', 'A ceasefire! AI says: 停火.']])
  const { article, texts } = source
  const note = termNote(article, texts, termIn(texts, '停火', 'ceasefire'), 'zh', 0)
  const card = cardsOf(note).find(({ kind }) => kind === 'cloze')!
  const question = questionOf(card, note, placesOfNote(note, source)[0]!)!
  expect(question.question.map(visibleOf)).toEqual(['▁！AI说▁了。', 'A ceasefire! AI says: ▁.'])
})

it('a passage without the word is itself', () => {
  const passage = { side: 'en', text: 'none', lit: [], focus: null, gap: null } as const
  expect(holed(passage, ['ceasefire'])).toBe(passage)
  expect(holed(null, ['ceasefire'])).toBeNull()
})
