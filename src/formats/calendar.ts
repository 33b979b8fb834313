/** A reminder that comes every day at the same time, wherever the learner is then. */
export interface DailyReminder {
  /** The first day, `2026-12-01`. */
  readonly from: string
  /** `07:30`. */
  readonly time: string
  /** What it says. */
  readonly title: string
  readonly note: string
  /** Address of the app. */
  readonly url: string
  /** When the file is made, ms since 1970. */
  readonly madeAt: number
}

/** Octets of a line, its end not counted; a longer one goes on in the next, after a space. */
const LONGEST_LINE = 75
const MINUTES = 10

/**
 * A calendar of one event as a file (iCalendar, RFC 5545). Its time is floating: half past seven stays that on a journey. Its
 * name stays the same, so that a calendar takes a later file for a change of the earlier one.
 */
export function writeReminder(reminder: DailyReminder): string {
  const start = `${reminder.from}T${reminder.time}:00`.replaceAll(/[-:]/g, '')
  const made = new Date(reminder.madeAt).toISOString().replaceAll(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Duizhao//Reminder//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    'BEGIN:VEVENT',
    'UID:daily-reminder@duizhao',
    `DTSTAMP:${made}`,
    // A later file wins over an earlier one.
    `SEQUENCE:${Math.floor(reminder.madeAt / 1_000) % 2 ** 31}`,
    `DTSTART:${start}`,
    `DURATION:PT${MINUTES}M`,
    'RRULE:FREQ=DAILY',
    `SUMMARY:${escaped(reminder.title)}`,
    `DESCRIPTION:${escaped(reminder.note)}`,
    `URL:${reminder.url}`,
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escaped(reminder.title)}`,
    'TRIGGER:PT0M',
    'END:VALARM',
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

/** Text as a value: what the format would take as its own is marked. */
const escaped = (text: string): string =>
  text.replaceAll(/[\\;,]/g, '\\$&').replaceAll(/\r\n|\r|\n/g, '\\n')

/** A line of which no part is longer than allowed and no character is torn. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  let octets = 0
  for (const character of line) {
    const size = new TextEncoder().encode(character).length
    if (octets + size > LONGEST_LINE) {
      parts.push(part)
      // The space before it counts.
      part = ''
      octets = 1
    }
    part += character
    octets += size
  }
  return [...parts, part].join('\r\n ')
}
