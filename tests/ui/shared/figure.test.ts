import { describe, expect, it } from 'vitest'
import { figure } from '../../../src/ui/shared/figure.ts'

describe('a whole number', () => {
  it('is written as the browser writes it in both languages', () => {
    for (const count of [0, 7, 999, 1_000, 12_345, 123_456, 1_234_567]) {
      for (const language of ['en', 'zh']) {
        expect(figure(count)).toBe(new Intl.NumberFormat(language).format(count))
      }
    }
  })
})
