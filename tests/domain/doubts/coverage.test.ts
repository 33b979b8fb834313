import { describe, expect, it } from 'vitest'
import { codes } from './doubtCodes.ts'

const GOOD = [
  ['天亮以后，渔夫把船推进河里。', 'After daybreak the fisherman pushed his boat into the river.'],
  ['他的妻子在门口修补渔网。', 'His wife was mending the nets at the door.'],
  ['孩子们跑到桥上看火车。', 'The children ran to the bridge to look at the train.'],
  ['老师在黑板上写了一个故事。', 'The teacher wrote a story on the blackboard.'],
  ['晚饭后，奶奶给我们讲山里的事。', 'After supper Grandmother told us about the mountains.'],
] as const

describe('what has no counterpart', () => {
  it('are sentences that do not belong together', () => {
    const wrong = ['图书馆的窗户很大，屋子很亮。', 'Add the salt and boil the potatoes.'] as const
    expect(codes(...GOOD, wrong)).toEqual([['unrelated', 5]])
  })

  it('is a clause of the Chinese that was dropped', () => {
    const dropped = [
      '农民买了一头牛，木匠修好了旧房子的屋顶。',
      'The farmer bought a cow.',
    ] as const
    expect(codes(...GOOD, dropped)).toEqual([['clauseMissing', 5, '木匠修好了旧房子的屋顶']])
  })

  it('is a sentence of the English that was put in', () => {
    const added = [
      '农民买了一头牛。',
      'The farmer bought a cow. His uncle had painted the kitchen cupboard.',
    ] as const
    expect(codes(...GOOD, added)).toEqual([
      ['clauseMissing', 5, 'His uncle had painted the kitchen cupboard'],
    ])
  })

  it('are words left in the other language, but no names, brackets and quotations', () => {
    expect(codes(...GOOD, ['他交了书面application。', 'He sent a written application.'])).toEqual([
      ['untranslated', 5, 'application'],
    ])
    expect(codes(...GOOD, ['我们换了滤网。', 'We changed the 滤网.'])).toEqual([
      ['untranslated', 5, '滤网'],
    ])
    expect(codes(...GOOD, ['我们换了滤网（filter）。', 'We changed the filter (滤网).'])).toEqual(
      [],
    )
  })

  it('is nothing in a good translation', () => {
    expect(codes(...GOOD)).toEqual([])
  })
})
