import { describe, expect, it } from 'vitest'
import { likeness } from '../../../src/domain/text/likeness.ts'

describe('likeness', () => {
  it('is 1 for equals and 0 for strangers', () => {
    expect(likeness('停火', '停火')).toBe(1)
    expect(likeness('停火', '会谈')).toBe(0)
  })

  it('compares long passages by their words', () => {
    const long =
      'The talks in the port city went on for nine hours without a single pause that day.'
    expect(likeness(long, long.replace('nine', 'ten'))).toBeGreaterThan(0.9)
    expect(
      likeness(
        long,
        'Nobody knew when rain would fall again over these fields, or why it had stopped.',
      ),
    ).toBeLessThan(0.2)
  })
})
