import { describe, expect, it } from 'vitest'
import { cardId, noteOfCard, parseCardId } from '../../../src/domain/cards/cards.ts'

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
