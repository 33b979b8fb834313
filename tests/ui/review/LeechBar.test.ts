import { describe, expect, it } from 'vitest'
import LeechBar from '../../../src/ui/review/LeechBar.vue'
import { mountWith } from '../mountWith.ts'

const term = { kind: 'term', learning: 'zh', headword: '斡旋' }
const sentence = { kind: 'sentence', learning: 'en', anchor: { quote: 'They would rather wait.' } }

describe('LeechBar', () => {
  it('names the word in its own language and offers another wording, a rest, or nothing', async () => {
    const wrapper = await mountWith(LeechBar, { note: term })
    expect(wrapper.get('strong').attributes('lang')).toBe('zh-Hans')
    expect(wrapper.text()).toContain('斡旋 keeps being forgotten')
    const buttons = wrapper.findAll('button')
    for (const button of buttons) await button.trigger('click')
    expect(Object.keys(wrapper.emitted())).toEqual(
      expect.arrayContaining(['rewrite', 'suspend', 'keep']),
    )
  })

  it('has no wording to change for a sentence', async () => {
    const wrapper = await mountWith(LeechBar, { note: sentence })
    expect(wrapper.get('strong').text()).toBe('They would rather wait.')
    expect(wrapper.findAll('button')).toHaveLength(2)
  })
})
