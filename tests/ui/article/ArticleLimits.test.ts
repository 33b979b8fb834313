import { describe, expect, it } from 'vitest'
import ArticleLimits from '../../../src/ui/article/ArticleLimits.vue'
import { mountWith } from '../mountWith.ts'
import { unfold } from '../unfold.ts'

describe('ArticleLimits', () => {
  it.each([
    ['3', { newPerDay: 3, reviewsPerDay: 40 }],
    ['-1', { newPerDay: 0, reviewsPerDay: 40 }],
    ['', { reviewsPerDay: 40 }],
  ])('takes %j new cards a day', async (typed, limits) => {
    const wrapper = await mountWith(ArticleLimits, { limits: { newPerDay: 9, reviewsPerDay: 40 } })
    await unfold(wrapper)
    await wrapper.get('input').setValue(typed)
    expect(wrapper.emitted('change')).toEqual([[limits]])
  })

  it('says that an empty field is no limit', async () => {
    const wrapper = await mountWith(ArticleLimits, { limits: {} }, 'zh')
    await unfold(wrapper)
    expect(wrapper.get('input').attributes('placeholder')).toBe('不单独限制')
  })
})
