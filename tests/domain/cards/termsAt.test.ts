import { expect, it } from 'vitest'
import { passagePlace, passagesAt } from '../../../src/domain/cards/passages.ts'
import { termsAt } from '../../../src/domain/cards/termsAt.ts'
import { bitext } from '../../make.ts'
import { talks } from '../../storage/talks.ts'

const { article, texts } = talks
const at = (zh: string) => {
  const start = texts.zh.indexOf(zh)
  return { article, texts, zh: { start, end: start + zh.length }, en: null }
}

it('the terms of a sentence are those inside of it, as they stand on both sides', () => {
  expect(termsAt(at('双方停火。'), 'zh', 4)).toEqual([{ zh: '停火', en: 'cease fire' }])
  expect(termsAt(at('双方停火。会谈结束。'), 'zh', 4).map(({ en }) => en)).toEqual([
    'cease fire',
    'talks',
  ])
  expect(termsAt(at('双方停火。会谈结束。'), 'zh', 1)).toHaveLength(1)
  expect(termsAt(at('他走了。'), 'zh', 4)).toEqual([])
})

it('a passage that was left half a pair of quotation marks is found behind it', () => {
  const said = bitext([
    ['他说完就走了。', 'He said so and left.'],
    ['“谁也没说话。', '“Nobody spoke.'],
  ])
  const start = said.texts.zh.indexOf('说话')
  const place = { ...said, zh: { start, end: start + 2 }, en: null }
  expect(passagesAt(place, 'zh').zh?.text).toBe('谁也没说话。')
  expect(passagePlace(place, 'zh', 'zh', '谁也没说话。')).toEqual({
    start: said.texts.zh.indexOf('谁也'),
    translation: 'Nobody spoke.',
  })
})

it('a passage is found where it stands, unless it was altered', () => {
  const place = at('结束')
  const found = passagePlace(place, 'zh', 'zh', '会谈结束。')
  expect(found).toEqual({ start: texts.zh.indexOf('会谈'), translation: 'The talks ended.' })
  expect(passagePlace(place, 'zh', 'en', 'The talks began.')).toBeNull()
})
