import { describe, expect, it } from 'vitest'
import { type Entry, wallOf } from '../../../src/domain/srs/entries.ts'
import { isFuture, redated, redatings } from '../../../src/domain/srs/redate.ts'
import { studyDay } from '../../../src/domain/time.ts'
import { answer } from './devices.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const NOW = Date.UTC(2026, 5, 10, 12)
const TODAY = studyDay(NOW, 480, 4)

const walls = (entries: readonly Entry[]) =>
  redatings(entries, NOW).map(({ of, wall }) => [of.id, (wall - NOW) / HOUR])

describe('dates for what stands ahead', () => {
  it('are those of each device moved back until its last entry is done now', () => {
    const log = [
      answer({ id: 'a1', card: 'a', device: 'tablet', at: NOW + 3 * DAY - 2 * HOUR }),
      answer({ id: 'b1', card: 'b', device: 'tablet', at: NOW + 3 * DAY }),
      answer({ id: 'c1', card: 'c', device: 'phone', at: NOW + 300 * DAY - 5 * HOUR }),
      answer({ id: 'd1', card: 'd', device: 'phone', at: NOW + 300 * DAY }),
    ]
    expect(walls(log)).toEqual([
      ['a1', -2],
      ['b1', 0],
      ['c1', -5],
      ['d1', 0],
    ])
  })

  it('keep a card in its order: after what came earlier, before what was done since', () => {
    const log = [
      answer({ id: 'a0', at: NOW - 3 * HOUR }),
      answer({ id: 'a1', device: 'phone', at: NOW + 90 * DAY - 9 * HOUR }),
      answer({ id: 'a2', device: 'phone', at: NOW + 90 * DAY }),
      answer({ id: 'a3', device: 'laptop', at: NOW + 90 * DAY + 1, wall: NOW - HOUR }),
    ]
    expect(walls(log)).toEqual([
      ['a1', -3],
      ['a2', -1],
      ['a3', -1],
    ])
    expect(log.filter((entry) => isFuture(entry, NOW)).map(({ id }) => id)).toEqual(['a1', 'a2'])
  })

  it('are no earlier than what the device had done, however far apart', () => {
    const log = [
      answer({ id: 'a0', card: 'x', at: NOW - 30 * DAY }),
      answer({ id: 'a1', card: 'a', at: NOW + 2 * DAY }),
      answer({ id: 'b1', card: 'b', device: 'laptop', at: NOW + 2 * DAY }),
      answer({ id: 'a2', card: 'c', at: 8.64e15 }),
      answer({ id: 'b2', card: 'd', device: 'laptop', at: 8.64e15 }),
    ]
    expect(walls(log)).toEqual([
      ['a1', -30 * 24],
      ['b1', -NOW / HOUR],
      ['a2', 0],
      ['b2', 0],
    ])
  })

  it('are none for what was taken back, takes back, is less than a day ahead, or is not understood', () => {
    const newer: unknown = { type: 'mnemonic', id: 'n', at: NOW + 9 * DAY, device: 'D', card: 'a' }
    const log: readonly Entry[] = [
      answer({ id: 'a1', at: NOW + 9 * DAY }),
      answer({ id: 'b1', card: 'b', at: NOW + DAY }),
      { type: 'void', id: 'v', at: NOW + 9 * DAY, device: 'D', entry: 'a1' },
      newer as Entry,
    ]
    expect(redatings(log, NOW)).toEqual([])
  })
})

describe('a copy with another date', () => {
  const at = NOW + 100 * DAY
  const none: ReadonlyMap<string, string> = new Map()

  it('of an answer has the study day of that date, comes back as much later, and is linked as it was', () => {
    const of = answer({ id: 'a2', at, previous: 'a1', weights: 'w1' })
    const renamed = new Map([
      ['a1', 'A1'],
      ['w1', 'W1'],
    ])
    expect(redated({ of, wall: NOW - HOUR }, renamed)).toMatchObject({
      ...{ studyDay: TODAY, dueDay: TODAY + 2, dueAt: null, wall: NOW - HOUR },
      ...{ previous: 'A1', weights: 'W1', redates: 'a2' },
    })
    const step = answer({ id: 's', at, phase: 'learning', dueDay: null, dueAt: at + 600_000 })
    expect(redated({ of: step, wall: NOW }, none)).toMatchObject({ dueAt: NOW + 600_000 })
  })

  it('of what names a day names one as far off', () => {
    const base = { at, device: 'phone', card: 'a' }
    const days = [
      redated({ of: { ...base, id: 's', type: 'setDue', dueDay: TODAY + 107 }, wall: NOW }, none),
      redated({ of: { ...base, id: 'b', type: 'bury', untilDay: TODAY + 101 }, wall: NOW }, none),
    ]
    expect(days).toMatchObject([{ dueDay: TODAY + 7 }, { untilDay: TODAY + 1 }])
  })

  it('of what was done when it says stays as it is, and one of a copy is one of the original', () => {
    const of = answer({ id: 'a', at, wall: NOW - 1, studyDay: TODAY + 1, redates: 'o' })
    expect(redated({ of, wall: wallOf(of) }, none)).toMatchObject({
      ...{ studyDay: TODAY + 1, dueDay: TODAY + 3, redates: 'o' },
    })
  })
})
