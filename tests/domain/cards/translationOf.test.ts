import { describe, expect, it } from 'vitest'
import { cardsOf } from '../../../src/domain/cards/cards.ts'
import { questionOf } from '../../../src/domain/cards/questionOf.ts'
import { translationOf } from '../../../src/domain/cards/translationOf.ts'
import { termNote } from '../../../src/domain/notes/notes.ts'
import { placesOf } from '../../../src/domain/notes/places.ts'
import { bitext, termIn } from '../../make.ts'

const source = bitext([['把羊赶进圈。', 'Drive the sheep into the pen.']])
const { article, texts } = source
const note = termNote(article, texts, termIn(texts, '圈', 'pen'), 'zh', 0)
const card = cardsOf(note).find(({ kind }) => kind === 'read')!
const question = questionOf(card, note, placesOf(note, source)[0] ?? null)!

describe('what translates a text of a card', () => {
  it('is the other side of the pair, and of the headword its counterpart', () => {
    expect(translationOf(question, texts.zh, 'zh')).toBe(texts.en)
    expect(translationOf(question, texts.en, 'en')).toBe(texts.zh)
    expect(translationOf(question, '圈', 'zh')).toBe('pen')
  })

  it('is nothing where only the headword is left', () => {
    const alone = { ...question, question: [], answer: [] }
    expect(translationOf(alone, texts.zh, 'zh')).toBe('')
  })
})
