import { describe, expect, it } from 'vitest'
import { codes } from './doubtCodes.ts'

describe('names on one side only', () => {
  const harbour = [
    ['科瓦连科在港口说话。', 'Kovalenko spoke at the harbour.'],
    ['科瓦连科很高兴。', 'Kovalenko was glad.'],
  ] as const

  it('are found when the text spells them elsewhere', () => {
    expect(
      codes(...harbour, [
        '船长们昨天在码头上喝茶。',
        'The captains had tea with Kovalenko on the pier.',
      ]),
    ).toEqual([['nameMissing', 2, 'Kovalenko', '科瓦连科']])
    expect(codes(...harbour, ['科瓦连科昨天喝茶。', 'The captains had tea yesterday.'])).toEqual([
      ['nameMissing', 2, '科瓦连科', 'kovalenko'],
    ])
  })

  it('are found when the dictionary knows them', () => {
    expect(
      codes(['明年将举行一个公众纪念活动。', 'There will be a memorial in New Orleans next year.']),
    ).toEqual([['nameMissing', 0, 'New Orleans', '新奥尔良']])
  })

  it.each([
    ['a pronoun', '他昨天在码头上喝茶。', 'Yesterday Kovalenko had tea on the pier.'],
    ['a pronoun in English', '科瓦连科昨天喝茶。', 'He had tea yesterday.'],
    ['the name in Latin letters', 'Kovalenko 昨天在码头上喝茶。', 'Yesterday Kovalenko had tea.'],
  ])('are not missing where %s stands for them', (_, zh, en) => {
    expect(codes(...harbour, [zh, en])).toEqual([])
  })

  it('are not missing when they are missing again and again: then they are called otherwise', () => {
    const elsewhere = ['喝茶。', '吃饭。', '睡觉。'].map(
      (zh) => [`船长们昨天在码头上${zh}`, 'The captains met Kovalenko on the pier.'] as const,
    )
    expect(codes(...harbour, ...elsewhere)).toEqual([])
  })

  it('are not missing when nobody knows how they are spelt', () => {
    expect(codes(['他们昨天喝茶。', 'Yesterday the Brambleworths had tea.'])).toEqual([])
  })
})
