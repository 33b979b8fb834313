import { describe, expect, it } from 'vitest'
import { intentOf, isInside, peelAt, swipeAt } from '../../../../src/ui/review/hands/swipe.ts'

const PHONE = 344

describe('a card under a finger', () => {
  it('follows it one to one, and tilts by 4° at 104 px and never further', () => {
    expect(swipeAt(52, PHONE)).toMatchObject({ x: 52, degrees: 2 })
    expect(swipeAt(-104, PHONE)).toMatchObject({ x: -104, degrees: -4 })
    expect(swipeAt(300, PHONE)).toMatchObject({ x: 300, degrees: 4 })
  })

  it('says its verdict from 48 px, wholly at 96, where it locks', () => {
    expect(swipeAt(47, PHONE).verdict).toBeNull()
    expect(swipeAt(48, PHONE)).toMatchObject({ verdict: 'good', seen: 0, locked: false })
    expect(swipeAt(-72, PHONE)).toMatchObject({ verdict: 'again', seen: 0.5, locked: false })
    expect(swipeAt(95, PHONE).locked).toBe(false)
    expect(swipeAt(96, PHONE)).toMatchObject({ seen: 1, locked: true })
  })

  it('locks at 30 % of a card that is narrower than that', () => {
    expect(swipeAt(59, 200).locked).toBe(false)
    expect(swipeAt(-60, 200)).toMatchObject({ verdict: 'again', locked: true })
  })

  it('only gives a little while its answer is not shown, and never says a verdict', () => {
    expect(peelAt(40, PHONE)).toMatchObject({ x: 10, degrees: 0, verdict: null, locked: false })
    expect(peelAt(-200, PHONE)).toMatchObject({ x: -28, verdict: null, locked: true })
  })
})

describe('a finger', () => {
  it('scrolls when it goes more up or down than aside, and is told nothing of before', () => {
    expect(intentOf(5, 5)).toBeNull()
    expect(intentOf(-20, 10)).toBe('swipe')
    expect(intentOf(10, 20)).toBe('scroll')
    expect(intentOf(12, -12)).toBe('scroll')
  })

  it('leaves 28 px at either side to the system', () => {
    expect([27, 28, 332, 333].map((x) => isInside(x, 360))).toEqual([false, true, true, false])
  })
})
