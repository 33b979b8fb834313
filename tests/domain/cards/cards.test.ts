import { describe, expect, it } from 'vitest'
import { cardId, cardsOf, noteOfCard, parseCardId } from '../../../src/domain/cards/cards.ts'

describe('ids of cards', () => {
  it('name note, kind and direction', () => {
    const id = cardId('tabc', 'read', 'zh-en')
    expect(id).toBe('tabc.read.zh-en')
    expect(noteOfCard(id)).toBe('tabc')
    expect(parseCardId(id)).toEqual({ id, note: 'tabc', kind: 'read', direction: 'zh-en' })
  })

  it.each([
    '',
    'tabc',
    'tabc.read',
    'tabc.sing.zh-en',
    'tabc.read.zh-fr',
    '.read.zh-en',
    'a.read.zh-en.x',
  ])('are not read out of %j', (id) => {
    expect(parseCardId(id)).toBeNull()
  })
})

describe('the cards of a note', () => {
  const note = { id: 'tabc', kind: 'term', learning: 'zh' } as const
  const kindsOf = (kinds: readonly string[]) => cardsOf({ ...note, kinds }).map(({ kind }) => kind)

  it('are those it names, in the order of the table', () => {
    expect(kindsOf(['produce', 'read'])).toEqual(['read', 'produce'])
    expect(kindsOf([])).toEqual([])
  })

  it('leave out kinds that nobody knows, or that are not for such a note', () => {
    expect(kindsOf(['sing', 'cloze'])).toEqual(['cloze'])
    expect(cardsOf({ ...note, kind: 'sentence', kinds: ['cloze', 'sing'] })).toEqual([])
  })
})
