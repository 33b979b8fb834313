import { describe, expect, it } from 'vitest'
import { copiesToDrop, type SafetyCopy } from '../../../src/domain/learner/copiesToDrop.ts'
import { dateOfDay, dayOfDate, DAY_MS } from '../../../src/domain/time.ts'

/** A Sunday. */
const SUNDAY = dayOfDate('2026-11-29')

const copyOf = (day: number, part: Partial<SafetyCopy> = {}): SafetyCopy => ({
  ...{ name: dateOfDay(day), day, at: day * DAY_MS, bytes: 1_000, device: 'phone' },
  ...{ articles: 1, notes: 1, reviews: day },
  ...part,
})

const daysBack = (many: number): readonly SafetyCopy[] =>
  Array.from({ length: many }, (_, i) => copyOf(SUNDAY - i))

/** What is left when copies are tidied up. */
const left = (copies: readonly SafetyCopy[], mostBytes?: number): readonly SafetyCopy[] => {
  const dropped = new Set(copiesToDrop(copies, mostBytes))
  return copies.filter(({ name }) => !dropped.has(name))
}

describe('safety copies', () => {
  it('are none where there are none', () => {
    expect(copiesToDrop([])).toEqual([])
  })

  it('of seven days all stay', () => {
    expect(copiesToDrop(daysBack(7))).toEqual([])
  })

  it('of earlier days stay once a week, four weeks', () => {
    expect(left(daysBack(60)).map(({ name }) => name)).toEqual([
      ...['2026-11-29', '2026-11-28', '2026-11-27', '2026-11-26', '2026-11-25', '2026-11-24'],
      '2026-11-23',
      ...['2026-11-22', '2026-11-15', '2026-11-08', '2026-11-01'],
    ])
  })

  it('reach back three weeks and more when they are tidied up every day', () => {
    let copies: readonly SafetyCopy[] = []
    for (let day = SUNDAY - 90; day <= SUNDAY; day++) copies = left([...copies, copyOf(day)])
    expect(copies).toHaveLength(11)
    expect(copies[0]?.name).toBe('2026-11-01')
  })

  it('of days far apart are counted by days that have one', () => {
    const monthly = Array.from({ length: 12 }, (_, i) => copyOf(SUNDAY - 30 * i))
    expect(left(monthly)).toHaveLength(11)
  })

  it('of one day are one: the last', () => {
    const morning = copyOf(SUNDAY, { name: 'morning', at: 1 })
    const evening = copyOf(SUNDAY, { name: 'evening', at: 2 })
    expect(copiesToDrop([evening, morning])).toEqual(['morning'])
  })

  it('leave from the oldest on when they are too large together', () => {
    const copies = daysBack(5).map((copy) => ({ ...copy, bytes: 20 }))
    expect(left(copies, 60).map(({ name }) => name)).toEqual([
      '2026-11-29',
      '2026-11-28',
      '2026-11-27',
    ])
  })

  it('always have the newest, however large', () => {
    const copies = daysBack(3).map((copy) => ({ ...copy, bytes: 100 }))
    expect(left(copies, 60).map(({ name }) => name)).toEqual(['2026-11-29'])
  })

  it('always have the one with the most reviews, however old', () => {
    const before = copyOf(SUNDAY - 300, { name: 'before the loss', reviews: 1_000_000 })
    expect(left([...daysBack(60), before])).toContain(before)
    expect(left([copyOf(SUNDAY, { bytes: 100 }), before], 60)).toHaveLength(2)
  })
})
