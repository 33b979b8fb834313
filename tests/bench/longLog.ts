import { type Answer } from '../../src/domain/srs/entries.ts'
import type { Rating } from '../../src/domain/model.ts'
import { seededRandom } from '../../src/domain/random.ts'
import { DAY_MS, studyDay } from '../../src/domain/time.ts'

/** Of the longest log that is measured: the learner of some years. */
export const CARDS = 20_000
export const ANSWERS = 100_000

const START = Date.UTC(2025, 0, 1, 3)
/** A moment after the last answer, ms. */
export const END = START + 230 * DAY_MS

/** A log as it comes from disk: in order, every string its own. */
export function makeLog(cards = CARDS, answers = ANSWERS): Answer[] {
  const random = seededRandom(1)
  const entries: Answer[] = []
  const last = new Map<string, string>()
  for (let round = 0; round < answers / cards; round++) {
    for (let number = 0; number < cards; number++) {
      const card = `note${String(number).padStart(6, '0')}:read:zh-en`
      const at =
        START + (round * 40 + Math.floor(random() * 40)) * DAY_MS + Math.floor(random() * 3.6e6)
      const id = `01HX${String(round * cards + number).padStart(22, '0')}`
      const day = studyDay(at, 480, 4)
      const chance = random()
      const rating: Rating = chance < 0.1 ? 'again' : chance < 0.2 ? 'hard' : 'good'
      entries.push({
        id,
        at,
        device: 'phone',
        card,
        type: 'answer',
        rating,
        tookMs: 5_000,
        utcOffset: 480,
        rolloverHour: 4,
        studyDay: day,
        phase: 'review',
        remaining: 0,
        intervalSeconds: 20 * 86_400,
        dueAt: null,
        dueDay: day + Math.floor(random() * 60),
        weights: 'default',
        model: 'fsrs-6',
        previous: last.get(card) ?? null,
      })
      last.set(card, id)
    }
  }
  const ordered: Answer[] = JSON.parse(JSON.stringify(entries.toSorted((a, b) => a.at - b.at)))
  return ordered
}
