import { describe, expect, it } from 'vitest'
import { type DailyReminder, writeReminder } from '../../src/formats/calendar.ts'

const reminder: DailyReminder = {
  from: '2026-12-01',
  time: '07:30',
  title: 'Duizhao: today’s cards',
  note: 'A few minutes.',
  url: 'https://example.org/duizhao/',
  madeAt: Date.UTC(2026, 10, 30, 6, 5, 4, 321),
}
/** Lines as a calendar reads them: unfolded. */
const linesOf = (file: string) => file.replaceAll('\r\n ', '').split('\r\n')

describe('a daily reminder as a calendar file', () => {
  it('comes every day at that time of the learner’s own clock, and rings then', () => {
    const lines = linesOf(writeReminder(reminder))
    expect(lines).toEqual(
      expect.arrayContaining([
        'DTSTART:20261201T073000',
        'RRULE:FREQ=DAILY',
        'DTSTAMP:20261130T060504Z',
        'BEGIN:VALARM',
        'ACTION:DISPLAY',
        'TRIGGER:PT0M',
        'SUMMARY:Duizhao: today’s cards',
        'URL:https://example.org/duizhao/',
      ]),
    )
    expect([lines.at(0), lines.at(-2), lines.at(-1)]).toEqual([
      'BEGIN:VCALENDAR',
      'END:VCALENDAR',
      '',
    ])
  })

  it('ends every line with CR LF and has none of its own', () => {
    const file = writeReminder({ ...reminder, note: 'one\ntwo\r\nthree' })
    expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
    expect(linesOf(file)).toContain('DESCRIPTION:one\\ntwo\\nthree')
  })

  it('marks what the format would take as its own', () => {
    const file = writeReminder({ ...reminder, title: 'words, cards; a \\ and a colon: fine' })
    expect(linesOf(file)).toContain('SUMMARY:words\\, cards\\; a \\\\ and a colon: fine')
  })

  it('has no line over 75 octets and tears no character', () => {
    const note = `${'今天的卡片在等你，'.repeat(20)}𠮷${'x'.repeat(200)}`
    const file = writeReminder({ ...reminder, note })
    for (const line of file.split('\r\n')) {
      const octets = new TextEncoder().encode(line)
      expect(octets.length).toBeLessThanOrEqual(75)
      expect(() => new TextDecoder('utf-8', { fatal: true }).decode(octets)).not.toThrow()
      expect(line.isWellFormed?.() ?? true).toBe(true)
    }
    expect(linesOf(file)).toContain(`DESCRIPTION:${note}`)
  })

  it('is a change of the earlier one when it is made again', () => {
    const sequence = (madeAt: number) =>
      Number(/SEQUENCE:(\d+)/.exec(writeReminder({ ...reminder, madeAt }))?.[1])
    expect(sequence(reminder.madeAt + 60_000)).toBeGreaterThan(sequence(reminder.madeAt))
    const uid = (time: string) => /UID:.*/.exec(writeReminder({ ...reminder, time }))?.[0]
    expect(uid('21:00')).toBe(uid('07:30'))
  })
})
