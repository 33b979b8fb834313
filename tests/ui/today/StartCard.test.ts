import { describe, expect, it } from 'vitest'
import StartCard from '../../../src/ui/today/StartCard.vue'
import { mountWith } from '../mountWith.ts'

const summary = {
  learning: 3,
  reviews: 15,
  fresh: 6,
  minutes: 7.2,
  paused: false,
  nextAt: null,
}
const props = { summary, begun: false }

describe('StartCard', () => {
  it('says what the day holds and how long it takes', async () => {
    const wrapper = await mountWith(StartCard, props)
    expect(wrapper.get('[data-testid=start]').text()).toContain('18 reviews · 6 new cards · 7 min')
  })

  it('starts with one tap', async () => {
    const wrapper = await mountWith(StartCard, props)
    await wrapper.get('[data-testid=start]').trigger('click')
    expect(wrapper.emitted('start')).toHaveLength(1)
  })

  it('mentions nothing that there is none of', async () => {
    const fresh = { ...summary, learning: 0, reviews: 0, fresh: 1 }
    const wrapper = await mountWith(StartCard, { ...props, summary: fresh })
    expect(wrapper.get('[data-testid=start]').text()).toContain('1 new card · 7 min')
    expect(wrapper.text()).not.toMatch(/\b0\b/)
  })

  it('goes on where the day had begun', async () => {
    const wrapper = await mountWith(StartCard, { ...props, begun: true })
    expect(wrapper.text()).toContain('Continue')
  })
})
