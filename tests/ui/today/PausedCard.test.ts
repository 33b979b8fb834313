import { describe, expect, it } from 'vitest'
import PausedCard from '../../../src/ui/today/PausedCard.vue'
import { mountWith } from '../mountWith.ts'

describe('after a break', () => {
  it('is said what waits, that the day’s share stays, and where it is changed', async () => {
    const card = await mountWith(PausedCard, { waiting: 1216, share: 20 })
    expect(card.get('h2').text()).toBe('Nothing is lost')
    expect(card.text()).toContain('1,216 reviews have waited. The day’s share stays 20,')
    expect(card.get('a').text()).toBe('Change the pace')
  })
})
