import { type Answer, type Entry, wallOf } from '../../../src/domain/srs/entries.ts'
import { RATINGS } from '../../../src/domain/model.ts'
import { NEW_CARD } from '../../../src/domain/srs/cardState.ts'
import { DEFAULT_WEIGHTS } from '../../../src/domain/srs/memory.ts'
import { applyEntries, inLogOrder, momentFor, replay } from '../../../src/domain/srs/replay.ts'
import type { ReplayState } from '../../../src/domain/srs/replay.ts'
import { answerEntry, choiceOf } from '../../../src/domain/srs/schedule.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../src/domain/srs/settings.ts'
import type { SrsSettings } from '../../../src/domain/srs/settings.ts'
import { studyDay } from '../../../src/domain/time.ts'
import { seededRandom } from '../../../src/domain/random.ts'

const MONDAY = Date.UTC(2026, 2, 2, 9)

/** An answer with every field filled; name only those the test is about. */
export function answer(fields: Partial<Answer> & Pick<Answer, 'id'>): Answer {
  const { at = MONDAY, utcOffset = 480, rolloverHour = 4 } = fields
  const day = fields.studyDay ?? studyDay(at, utcOffset, rolloverHour)
  return {
    at,
    device: 'phone',
    card: 'card',
    type: 'answer',
    rating: 'good',
    tookMs: 5_000,
    utcOffset,
    rolloverHour,
    studyDay: day,
    phase: 'review',
    remaining: 0,
    intervalSeconds: 2 * 86_400,
    dueAt: null,
    dueDay: day + 2,
    weights: 'default',
    model: 'fsrs-6',
    previous: null,
    ...fields,
  }
}

/** A short weight set that differs from the default. */
export const OTHER_WEIGHTS = DEFAULT_WEIGHTS.map((weight, at) => (at < 4 ? weight * 1.3 : weight))

/**
 * A log as three devices would write it in a few months: each answers by what it knows, learns of the others' entries now
 * and then and not in order, has a clock of its own, travels, undoes, and does all else that a log can hold.
 */
export function randomLog(seed: number, steps = 24, settings = DEFAULT_SRS_SETTINGS): Entry[] {
  const random = seededRandom(seed)
  const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!
  const cards = ['停火', '情报', '卢比奥'].slice(0, 1 + Math.floor(random() * 3))
  const log: Entry[] = []
  const devices = [0, 1, 2].map((number) => ({
    name: `device${number}`,
    skew: random() < 0.3 ? (random() - 0.5) * 6 * 3_600_000 : 0,
    utcOffset: pick([480, 330, -300, -240, 840]),
    known: replay([], settings),
    seen: 0,
    last: 0,
  }))
  let now = MONDAY
  for (let step = 0; step < steps; step++) {
    now += Math.floor(random() < 0.5 ? random() * 600_000 : random() * 12 * 86_400_000)
    const device = pick(devices)
    if (random() < 0.1) device.utcOffset = pick([480, 330, -300, -240, 840, -720])
    if (random() < 0.4)
      applyEntries(
        device.known,
        log.filter(() => random() < 0.8),
      )
    // Two devices now and then write in the very same millisecond.
    const same = log.at(-1)
    const clock = same !== undefined && random() < 0.1 ? same.at : Math.floor(now + device.skew)
    const at = Math.max(clock, device.last + 1)
    device.last = at
    const id = `${Math.floor(random() * 2 ** 40).toString(32)}-${step}`
    // It has seen an entry that is further on than its clock, now and then.
    const place = random() < 0.2 ? { at, wall: at - Math.floor(random() * 9 * 86_400_000) } : { at }
    const entry = randomEntry(device.known, { id, ...place, device: device.name }, pick(cards), {
      random,
      utcOffset: device.utcOffset,
      log,
      settings,
    })
    log.push(entry)
    applyEntries(device.known, [entry])
  }
  return log
}

/** The latest entry of a device that counts: what its undo takes back. */
function undoTarget({ held }: ReplayState, device: string): Entry | undefined {
  return [...held.histories.values()]
    .flatMap(({ entries }) => entries)
    .filter((entry) => entry.device === device && !held.voided.has(entry.id))
    .sort(inLogOrder)
    .at(-1)
}

function randomEntry(
  known: ReplayState,
  base: { id: string; at: number; wall?: number; device: string },
  card: string,
  world: { random: () => number; utcOffset: number; log: readonly Entry[]; settings: SrsSettings },
): Entry {
  const { random } = world
  const moment = momentFor(known, wallOf(base), () => world.utcOffset)
  const day = moment.day ?? 0
  const chance = random()
  if (chance < 0.1) {
    const target = undoTarget(known, base.device)
    if (target !== undefined) return { ...base, type: 'void', entry: target.id }
  }
  if (chance < 0.13 && world.log.length > 0) {
    // Any entry at all, whether this device has heard of it or not; a void of a void does nothing.
    const target = world.log[Math.floor(random() * world.log.length)]!
    return { ...base, type: 'void', entry: target.id }
  }
  if (chance < 0.15) return { ...base, type: 'weights', model: 'fsrs-6', weights: OTHER_WEIGHTS }
  if (chance < 0.18) return { ...base, type: 'reset', card }
  if (chance < 0.21) return { ...base, type: 'setDue', card, dueDay: day + 5 }
  if (chance < 0.25) return { ...base, type: random() < 0.5 ? 'suspend' : 'unsuspend', card }
  if (chance < 0.28) return { ...base, type: 'bury', card, untilDay: day + 1 }
  if (chance < 0.29) return { ...base, type: 'unbury', card }
  if (chance < 0.32) return { ...base, type: 'flag', card, flag: Math.floor(random() * 8) }
  const state = known.cards.get(card) ?? NEW_CARD
  const rating = RATINGS[Math.floor(random() * RATINGS.length)]!
  const draft = answerEntry({
    card,
    rating,
    tookMs: random() * 30_000,
    at: moment,
    choice: choiceOf(rating, state, moment, known.settings, card),
    previous: state.last,
    settings: known.settings,
  })
  return { ...base, ...draft }
}
