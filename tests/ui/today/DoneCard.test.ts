import { describe, expect, it } from 'vitest'
import { dayOfDate } from '../../../src/domain/time.ts'
import DoneCard from '../../../src/ui/today/DoneCard.vue'
import { mountWith } from '../mountWith.ts'

const props = {
  today: dayOfDate('2026-11-29'),
  ahead: [9, 14, 6, 11, 4, 8, 5],
  nextIn: null,
  canLearnMore: true,
  canPractise: true,
}

describe('DoneCard', () => {
  it('says that the day is done and what comes tomorrow', async () => {
    const wrapper = await mountWith(DoneCard, props)
    expect(wrapper.text()).toContain('Done for today.')
    expect(wrapper.get('[data-testid=tomorrow]').text()).toBe('Tomorrow: 9 cards · 2 min')
  })

  it('says so when nothing comes, and draws no empty week', async () => {
    const wrapper = await mountWith(DoneCard, { ...props, ahead: [0, 0, 0, 0, 0, 0, 0] })
    expect(wrapper.get('[data-testid=tomorrow]').text()).toBe('Tomorrow: nothing to review.')
    expect(wrapper.find('ol').exists()).toBe(false)
  })

  it('names the days after today', async () => {
    const wrapper = await mountWith(DoneCard, props)
    const days = wrapper.findAll('li').map((day) => day.text())
    expect(days.map((day) => day.replace(/\s+/g, ' '))).toEqual([
      '9Mon',
      '14Tue',
      '6Wed',
      '11Thu',
      '4Fri',
      '8Sat',
      '5Sun',
    ])
  })

  it('says when the next card comes, and offers more and practice', async () => {
    const wrapper = await mountWith(DoneCard, { ...props, nextIn: '8 min' })
    expect(wrapper.text()).toContain('8 min')
    await wrapper.get('[data-testid=more-new]').trigger('click')
    expect(wrapper.emitted('more')).toHaveLength(1)
    await wrapper.findAll('button')[1]?.trigger('click')
    expect(wrapper.emitted('practise')).toHaveLength(1)
  })
})
