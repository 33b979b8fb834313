import { expect, it } from 'vitest'
import { isFunctionEn, isFunctionZh } from '../../../../src/domain/terms/words/closedClass.ts'

it('knows grammar, time and counting from meaning', () => {
  expect(['的', '因为', '星期六', '表示'].every(isFunctionZh)).toBe(true)
  expect(['停火', '桥', '选举'].some(isFunctionZh)).toBe(false)
  expect(['the', 'because', 'saturday', 'several'].every(isFunctionEn)).toBe(true)
  expect(['ceasefire', 'bridge', 'elect'].some(isFunctionEn)).toBe(false)
})
