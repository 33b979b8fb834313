import { describe, expect, it } from 'vitest'
import RatingButtons from '../../../src/ui/review/RatingButtons.vue'
import { mountWith } from '../mountWith.ts'

const intervals = { again: 600, hard: 3600, good: 4 * 86_400, easy: 75 * 86_400 }
const texts = (wrapper: Awaited<ReturnType<typeof mountWith>>) =>
  wrapper.findAll('button').map((button) => button.text().replace(/\s+/g, ' '))

describe('RatingButtons', () => {
  it('are two by default, each with the interval it will be logged with', async () => {
    const wrapper = await mountWith(RatingButtons, { intervals, buttons: 'two' })
    expect(texts(wrapper)).toEqual(['Forgot10 min', 'Remembered4 d'])
  })

  it('are four on request', async () => {
    const wrapper = await mountWith(RatingButtons, { intervals, buttons: 'four' })
    expect(texts(wrapper)).toEqual(['Again10 min', 'Hard1 h', 'Good4 d', 'Easy2.5 mo'])
  })

  it('speak Chinese too', async () => {
    const wrapper = await mountWith(RatingButtons, { intervals, buttons: 'two' }, 'zh')
    expect(texts(wrapper)).toEqual(['忘了10 分钟', '记得4 天'])
  })

  it('let what an answer speaks for stand out, and say of a slip that it was one', async () => {
    const proposed = { intervals, buttons: 'two', proposed: 'again', slip: true } as const
    const wrapper = await mountWith(RatingButtons, proposed)
    expect(texts(wrapper)).toEqual(['Forgot10 min', 'It was a slip4 d'])
    expect(wrapper.findAll('.proposed').map((one) => one.text())).toEqual(['Forgot10 min'])
  })

  it('say which rating was given', async () => {
    const wrapper = await mountWith(RatingButtons, { intervals, buttons: 'two' })
    await wrapper.findAll('button')[1]?.trigger('click')
    expect(wrapper.emitted('rate')).toEqual([['good']])
  })
})
