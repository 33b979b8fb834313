import { describe, expect, it } from 'vitest'
import { dayOfDate } from '../../../src/domain/time.ts'
import HeatMap from '../../../src/ui/stats/HeatMap.vue'
import { mountWith } from '../mountWith.ts'

const today = dayOfDate('2026-03-04')
const days = new Map([
  [today, { answers: 40, minutes: 8, introduced: 0 }],
  [today - 1, { answers: 9, minutes: 2, introduced: 0 }],
  [today - 7, { answers: 1, minutes: 0.2, introduced: 0 }],
])
const chosen = (map: Awaited<ReturnType<typeof mountWith>>) =>
  map.get('[data-testid=chosen-day]').text()

describe('the heat map', () => {
  it('is darker the more was answered', async () => {
    const map = await mountWith(HeatMap, { days, today })
    const levels = ['.level-1', '.level-2', '.level-3', '.level-4'].map(
      (level) => map.findAll(`td${level}`).length,
    )
    // 9 and 1 of at most 40 are in the lowest quarter.
    expect(levels).toEqual([2, 0, 0, 1])
    expect(map.findAll('tbody td')).toHaveLength(7 * 53)
  })

  it('tells what was done on a day that is tapped', async () => {
    const map = await mountWith(HeatMap, { days, today })
    expect(chosen(map)).toBe('March 4, 2026: 40 answers, 8 min')
    await map.get('td[aria-label^="March 3, 2026"]').trigger('click')
    expect(chosen(map)).toBe('March 3, 2026: 9 answers, 2 min')
  })

  it('is walked through with the arrow keys, up to today', async () => {
    const map = await mountWith(HeatMap, { days, today })
    const grid = map.get('[role=grid]')
    await grid.trigger('keydown', { key: 'ArrowLeft' })
    expect(chosen(map)).toBe('February 25, 2026: 1 answer, 0.2 min')
    await grid.trigger('keydown', { key: 'ArrowUp' })
    expect(chosen(map)).toBe('February 24, 2026: no answers')
    for (let i = 0; i < 9; i++) await grid.trigger('keydown', { key: 'ArrowRight' })
    expect(chosen(map)).toContain('March 4, 2026')
    expect(map.findAll('td[tabindex="0"]')).toHaveLength(1)
  })
})
