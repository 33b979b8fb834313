import { describe, expect, it } from 'vitest'
import {
  formatStamp,
  isStamp,
  machineStamp,
  MOST_AHEAD,
  NO_DEVICE,
  parseStamp,
  stampDevice,
  tick,
  witness,
  type Clock,
} from '../../../src/domain/records/stamp.ts'

const NOW = 1_800_000_000_000
const clock: Clock = { device: 'k3v9x2m1p0', ms: NOW, counter: 5 }
const at = (ms: number, counter = 0, device = 'zzzzzzzzzz') => formatStamp({ ms, counter, device })

describe('a stamp', () => {
  it('is compared as text in the order of time, then of the counter, then of the device', () => {
    const stamps = [at(9), at(10), at(36), at(36, 1), at(36, 40), at(NOW)]
    expect(stamps.toSorted()).toEqual(stamps)
  })

  it('is read back as it was written', () => {
    const parts = { ms: NOW, counter: 46_655, device: 'k3v9x2m1p0' }
    expect(parseStamp(formatStamp(parts))).toEqual(parts)
  })

  it.each([
    '',
    '0myyzgkn4',
    '0myyzgkn4-001',
    '0myyzgkn4-001-short',
    '0MYYZGKN4-001-zzzzzzzzzz',
    ' 0myyzgkn4-001-zzzzzzzzzz',
    '0myyzgkn4-001-zzzzzzzzzz0',
    '0myyzgkn4_001_zzzzzzzzzz',
    'zzzzzzzzz-zzz-zzzzzzzzzz',
  ])('has no other form: %j', (text) => {
    expect(parseStamp(text)).toBeNull()
    expect(isStamp(text)).toBe(false)
  })

  it('of a machine is below what any person writes', () => {
    expect(machineStamp(20_261_123) < at(NOW, 0, NO_DEVICE)).toBe(true)
    expect(machineStamp(-5)).toBe(machineStamp(0))
  })

  it('names the part of a device id that is chance', () => {
    expect(stampDevice('01J9ZX3K5QABCDEFGHJKMNPQRS')).toBe('ghjkmnpqrs')
    expect(() => stampDevice('phone')).toThrow(RangeError)
  })
})

describe('tick', () => {
  it('goes by the wall clock when that is ahead', () => {
    const { stamp, clock: after } = tick({ clock, wallMs: NOW + 7 })
    expect(parseStamp(stamp)).toEqual({ device: clock.device, ms: NOW + 7, counter: 0 })
    expect(after).toEqual(parseStamp(stamp))
  })

  it.each([NOW, NOW - 400 * MOST_AHEAD, -5])('never goes back: wall clock at %i', (wallMs) => {
    expect(parseStamp(tick({ clock, wallMs }).stamp)).toEqual({ ...clock, counter: 6 })
  })

  it('goes on to the next ms when the counter is full', () => {
    const full = { ...clock, counter: 36 ** 3 - 1 }
    const { stamp } = tick({ clock: full, wallMs: NOW })
    expect(parseStamp(stamp)).toEqual({ ...clock, ms: NOW + 1, counter: 0 })
  })

  it('goes just above what lies too far ahead, this once, and the clock stays', () => {
    const over = at(NOW + 400 * MOST_AHEAD, 3)
    const first = tick({ clock, wallMs: NOW }, over)
    expect(parseStamp(first.stamp)).toEqual({
      device: clock.device,
      ms: NOW + 400 * MOST_AHEAD,
      counter: 4,
    })
    expect(first.clock).toEqual({ ...clock, counter: 6 })
    expect(parseStamp(tick({ clock: first.clock, wallMs: NOW }).stamp)?.ms).toBe(NOW)
  })

  it('is above the last stamp a reader accepts', () => {
    const over = at(parseInt('zzz000000', 36) - 1, 36 ** 3 - 1)
    expect(isStamp(over)).toBe(true)
    expect(tick({ clock, wallMs: NOW }, over).stamp > over).toBe(true)
  })
})

describe('witness', () => {
  it.each([
    ['a later stamp', at(NOW + 5, 2), { ms: NOW + 5, counter: 2 }],
    ['a later counter', at(NOW, 9), { ms: NOW, counter: 9 }],
    ['a day ahead', at(NOW + MOST_AHEAD), { ms: NOW + MOST_AHEAD, counter: 0 }],
    ['more than a day ahead', at(NOW + MOST_AHEAD + 1), { ms: NOW, counter: 5 }],
    ['an earlier stamp', at(NOW - 1, 99), { ms: NOW, counter: 5 }],
    ['no stamp', 'tomorrow', { ms: NOW, counter: 5 }],
  ])('takes in what is not too far ahead: %s', (_what, stamp, after) => {
    expect(witness({ clock, wallMs: NOW }, stamp)).toEqual({ ...clock, ...after })
  })

  it('puts the next stamp above what was taken in', () => {
    const met = at(NOW + 60_000, 8)
    const after = witness({ clock, wallMs: NOW }, met)
    expect(tick({ clock: after, wallMs: NOW }).stamp > met).toBe(true)
  })
})
