import { describe, expect, it } from 'vitest'
import { DEFAULT_LEARNER_SETTINGS } from '../../../src/domain/learner/settings.ts'
import type { Attempt } from '../../../src/storage/attempts.ts'
import OptimiserSection from '../../../src/ui/settings/OptimiserSection.vue'
import { mountWith } from '../mountWith.ts'

const attempt: Attempt = {
  at: Date.UTC(2026, 2, 3, 12),
  answers: 2_400,
  scored: 2_000,
  accepted: true,
  before: 0.4,
  after: 0.388,
}
const mounted = (props: Readonly<Record<string, unknown>> = {}, language: 'en' | 'zh' = 'en') =>
  mountWith(
    OptimiserSection,
    {
      learner: DEFAULT_LEARNER_SETTINGS,
      last: attempt,
      earlierAt: -Infinity,
      running: false,
      progress: 0,
      ...props,
    },
    language,
  )
type Section = Awaited<ReturnType<typeof mounted>>
const button = (section: Section, name: string) =>
  section.findAll('button').find((one) => one.text() === name)

describe('the optimiser in the settings', () => {
  it('says when it last ran, on how many answers, and how much better it predicts', async () => {
    const said = (await mounted()).get('[data-testid=attempt]').text()
    expect(said).toContain('March 3, 2026')
    expect(said).toContain('2,000 answers')
    expect(said).toContain('The new weights predict your answers 3% better. They are in use.')
    expect(said).toContain('0.4 before, 0.388 after')
  })

  it.each([
    [{ accepted: false }, '3% better: too little to be sure. Nothing was changed.'],
    [{ accepted: false, after: 0.42 }, '5% worse. Nothing was changed.'],
    [{ accepted: false, before: null, after: null }, 'Too few answers since to tell'],
  ])('says what the gate decided: %j', async (part, sentence) => {
    const section = await mounted({ last: { ...attempt, ...part } })
    expect(section.get('[data-testid=attempt]').text()).toContain(sentence)
  })

  it('runs on demand, shows progress and can be cancelled', async () => {
    const section = await mounted({ last: null })
    expect(section.get('[data-testid=attempt]').text()).toContain('Not fitted to you yet')
    await button(section, 'Fit to me now')!.trigger('click')
    expect(section.emitted('run')).toHaveLength(1)

    const working = await mounted({ running: true, progress: 0.4 })
    expect(working.get('progress').attributes('value')).toBe('0.4')
    await button(working, 'Cancel')!.trigger('click')
    expect(working.emitted('cancel')).toHaveLength(1)
  })

  it('goes back to what was before, when there was something', async () => {
    const standard = await mounted()
    await button(standard, 'Go back to the standard weights')!.trigger('click')
    expect(standard.emitted('goBack')).toHaveLength(1)
    const dated = await mounted({ earlierAt: attempt.at })
    expect(button(dated, 'Go back to the weights of March 3, 2026')).toBeDefined()
    const none = await mounted({ earlierAt: null })
    expect(none.text()).not.toContain('Go back')
  })

  it('lets the model and the automatic run be chosen; FSRS-7 is not fitted', async () => {
    const section = await mounted()
    await section.get('input[value=fsrs-7]').trigger('change')
    await section.get('input[type=checkbox]').trigger('change')
    expect(section.emitted('change')).toEqual([[{ model: 'fsrs-7' }], [{ autoOptimise: false }]])
    const seven = await mounted({ learner: { ...DEFAULT_LEARNER_SETTINGS, model: 'fsrs-7' } })
    expect(seven.text()).toContain('Only FSRS-6 can be fitted to you.')
    expect(button(seven, 'Fit to me now')).toBeUndefined()
  })

  it('speaks Chinese', async () => {
    const said = (await mounted({}, 'zh')).get('[data-testid=attempt]').text()
    expect(said).toContain('上次：2026年3月3日，根据 2,000 次作答。')
    expect(said).toContain('新参数对你的作答预测得更准，好了 3%，已经启用。')
  })
})
