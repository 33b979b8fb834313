// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import FutureLine from '../../../src/ui/today/FutureLine.vue'
import { mountWith } from '../mountWith.ts'

describe('the notice of reviews that carry a date in the future', () => {
  it('says how many there are, and takes a yes or a no', async () => {
    const line = await mountWith(FutureLine, { count: 1_204 })
    expect(line.text()).toContain('1,204 reviews carry a date in the future')
    const [mend, leave] = line.findAll('button')
    expect([mend?.text(), leave?.text()]).toEqual(['Correct the date', 'Leave as they are'])
    await mend?.trigger('click')
    await leave?.trigger('click')
    expect([line.emitted('mend'), line.emitted('leave')]).toEqual([[[]], [[]]])
  })

  it('speaks of a single one as one', async () => {
    const line = await mountWith(FutureLine, { count: 1 })
    expect(line.text()).toContain('1 review carries a date')
  })

  it('is made in Chinese as well', async () => {
    const line = await mountWith(FutureLine, { count: 12 }, 'zh')
    expect(line.text()).toContain('有 12 次复习的日期在将来')
    expect(line.findAll('button').map((button) => button.text())).toEqual(['改正日期', '保持原样'])
  })
})
