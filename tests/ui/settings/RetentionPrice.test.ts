import { describe, expect, it } from 'vitest'
import type { Workload } from '../../../src/domain/srs/simulate.ts'
import RetentionPrice from '../../../src/ui/settings/RetentionPrice.vue'
import { mountWith } from '../mountWith.ts'

const workloads: readonly Workload[] = [
  { desiredRetention: 0.85, answersPerDay: 20, minutesPerDay: 4.2, remembered: 880 },
  { desiredRetention: 0.9, answersPerDay: 35, minutesPerDay: 7, remembered: 930 },
  { desiredRetention: 0.95, answersPerDay: 73.5, minutesPerDay: 14, remembered: 960 },
]
const said = async (props: Readonly<Record<string, unknown>>, language: 'en' | 'zh' = 'en') => {
  const all = { workloads, retention: 0.9, inForce: 0.9, simulating: false, ...props }
  return (await mountWith(RetentionPrice, all, language)).text()
}

describe('the price of a desired retention', () => {
  it('is said in minutes and answers a day, beside that of five points more', async () => {
    expect(await said({})).toBe(
      'About 7 min and 35 answers a day over the coming year. ' +
        '95% instead of 90%: 2.1 times the reviews, 14 min a day instead of 7 min.',
    )
  })

  it('is compared with what is in force while the slider moves', async () => {
    expect(await said({ retention: 0.85 })).toContain(
      '85% instead of 90%: 0.6 times the reviews, 4.2 min a day instead of 7 min.',
    )
  })

  it('looks down from the top', async () => {
    expect(await said({ retention: 0.95, inForce: 0.95 })).toContain('90% instead of 95%')
  })

  it('is silent when nothing is known, or nothing is to be reviewed', async () => {
    expect(await said({ workloads: null })).toBe('')
    const none = workloads.map((one) => ({ ...one, answersPerDay: 0, minutesPerDay: 0 }))
    expect(await said({ workloads: none })).toBe('')
    expect(await said({ workloads: null, simulating: true })).toBe('Playing through a year…')
  })

  it('speaks Chinese', async () => {
    expect(await said({}, 'zh')).toContain(
      '目标从 90% 改为 95%：复习量变为 2.1 倍，每天 14 分钟（现在 7 分钟）。',
    )
  })
})
