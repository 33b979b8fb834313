import { describe, expect, it } from 'vitest'
import SessionEnd from '../../../src/ui/review/SessionEnd.vue'
import { mountWith } from '../mountWith.ts'

const word = {
  note: 'n1',
  learning: 'zh',
  term: { zh: '渡船', en: 'ferry' },
  reading: 'du4 chuan2',
  isOwnReading: false,
} as const
const props = {
  outcome: { answered: 16, right: 14, words: [word] },
  article: 'a1',
  tomorrow: 9,
  canLearnMore: true,
  practised: false,
}

describe('SessionEnd', () => {
  it('shows the words that were met, with their readings and what they mean here', async () => {
    const wrapper = await mountWith(SessionEnd, props)
    expect(wrapper.get('h2').text()).toBe('Done! 1 new word.')
    const met = wrapper.get('[data-testid=met]').text()
    expect(met).toContain('渡船')
    expect(met).toContain('ferry')
    expect(wrapper.get('[data-testid=met] .reading').text()).toBe('dùchuán')
  })

  it('says how many were right, and what tomorrow brings', async () => {
    const wrapper = await mountWith(SessionEnd, props)
    expect(wrapper.get('[data-testid=right]').text()).toBe('14 of 16 right')
    expect(wrapper.get('[data-testid=tomorrow]').text()).toBe('Tomorrow: 9 cards · 2 min')
  })

  it('shows a sentence that needs no English any more, in its text', async () => {
    const readable = { text: '渡船来了。', side: 'zh' } as const
    const wrapper = await mountWith(SessionEnd, { ...props, readable })
    expect(wrapper.get('h3').text()).toBe('You can read this without English now')
    expect(wrapper.get('[data-testid=readable]').text()).toBe('渡船来了。')
    const none = await mountWith(SessionEnd, props)
    expect(none.find('[data-testid=readable]').exists()).toBe(false)
  })

  it('praises nothing where nothing was answered', async () => {
    const outcome = { answered: 0, right: 0, words: [] }
    const wrapper = await mountWith(SessionEnd, { ...props, outcome, article: null, tomorrow: 0 })
    expect(wrapper.get('h2').text()).toBe('Done!')
    expect(wrapper.find('[data-testid=right]').exists()).toBe(false)
    expect(wrapper.find('[data-testid=met]').exists()).toBe(false)
    expect(wrapper.find('.primary').exists()).toBe(false)
  })

  it('offers no new cards after a practice', async () => {
    const wrapper = await mountWith(SessionEnd, { ...props, practised: true })
    expect(wrapper.findAll('button').map((button) => button.text())).toEqual(['Extra practice'])
  })
})
