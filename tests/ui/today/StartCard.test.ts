import { describe, expect, it } from 'vitest'
import StartCard from '../../../src/ui/today/StartCard.vue'
import { mountWith } from '../mountWith.ts'

const summary = {
  learning: 3,
  reviews: 15,
  fresh: 6,
  minutes: 7.2,
  backlog: 15,
  paused: false,
  nextAt: null,
}
const props = { summary, begun: false, nextIn: null, canLearnMore: true }
const done = { ...summary, learning: 0, reviews: 0, fresh: 0, minutes: 0 }

describe('StartCard', () => {
  it('says what the day holds and how long it takes', async () => {
    const wrapper = await mountWith(StartCard, props)
    expect(wrapper.get('[data-testid=start]').text()).toContain('18 reviews + 6 new · about 7 min')
  })

  it('starts with one tap', async () => {
    const wrapper = await mountWith(StartCard, props)
    await wrapper.get('[data-testid=start]').trigger('click')
    expect(wrapper.emitted('start')).toHaveLength(1)
  })

  it('says how much has piled up, and that new cards wait', async () => {
    const behind = { ...summary, paused: true, backlog: 20_000 }
    const wrapper = await mountWith(StartCard, { ...props, summary: behind })
    expect(wrapper.get('[data-testid=paused]').text()).toContain('20,000 reviews have piled up')
    expect(wrapper.text()).toContain('new cards wait')
  })

  it('says that the day is done, when the next card comes, and offers more', async () => {
    const wrapper = await mountWith(StartCard, { ...props, summary: done, nextIn: '8 min' })
    expect(wrapper.text()).toContain('Done for today')
    expect(wrapper.text()).toContain('8 min')
    await wrapper.get('[data-testid=more-new]').trigger('click')
    expect(wrapper.emitted('more')).toHaveLength(1)
  })

  it('offers practice once something was learnt today', async () => {
    const wrapper = await mountWith(StartCard, { ...props, summary: done, begun: true })
    const buttons = wrapper.findAll('button')
    await buttons.find((button) => button.text() === 'Practise')?.trigger('click')
    expect(wrapper.emitted('practise')).toHaveLength(1)
  })
})
