import { cardsOf } from '../../src/domain/cards/cards.ts'
import { type Deck, NO_PROVENANCE, type Rating } from '../../src/domain/model.ts'
import { notesOfDeck } from '../../src/domain/notes/notesOfDeck.ts'
import { seededRandom } from '../../src/domain/random.ts'
import { afterEntry, NEW_CARD } from '../../src/domain/srs/cardState.ts'
import type { CardEntry } from '../../src/domain/srs/cardState.ts'
import type { Entry } from '../../src/domain/srs/entries.ts'
import { answerEntry, choiceOf } from '../../src/domain/srs/schedule.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import { DAY_MS, studyDay } from '../../src/domain/time.ts'
import type { PackageInput } from '../../src/formats/write/anki/package.ts'

/**
 * Somebody who has learnt for some months: half of the notes are terms, half are sentences, and the cards for reading them
 * have been answered, with now and then a card that was suspended, flagged, begun anew, put off, or answered by mistake.
 */

const HANZI = [...'天地人日月山水火木金土风云雨雪春夏秋冬东南西北上下左右大小多少高低长短新旧']
const NUMBERS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

const wordZh = (n: number): string =>
  [n, Math.floor(n / HANZI.length), Math.floor(n / HANZI.length ** 2)]
    .map((digit) => HANZI[digit % HANZI.length])
    .join('')
const wordEn = (n: number): string =>
  [...String(n)].map((digit) => NUMBERS[Number(digit)]).join('-') || 'none'

/** A deck of so many sentences, each with a term of its own. */
export function longDeck(sentences: number): Deck {
  const all = Array.from({ length: sentences }, (_, n) => n)
  return {
    format: 'duizhao-deck',
    version: 1,
    id: 'deck-long',
    revision: 1,
    title: { zh: '长：文', en: 'Long & <b>odd</b>' },
    level: '',
    provenance: NO_PROVENANCE,
    beads: all.map((n) => ({
      zh: `我们说“${wordZh(n)}”，他们不说。`,
      en: `We say “${wordEn(n)}” & they don’t.`,
    })),
    terms: all.map((n) => ({
      zh: wordZh(n),
      en: wordEn(n),
      reading: 'lu:4 se4',
      gloss: [`meaning ${n}`, 'a < b'],
      kind: 'word',
    })),
  }
}

const UTC_OFFSET = 480
const RATINGS: readonly Rating[] = ['good', 'good', 'good', 'easy', 'hard', 'again']

export interface LearnerOptions {
  readonly notes: number
  /** Answers of each card that is answered at all, at most: some cards are learnt late. */
  readonly answers: number
  readonly now: number
}

/** What goes into the package of such a learner. The same for the same options. */
export function learner({ notes: count, answers, now }: LearnerOptions): PackageInput {
  const settings = DEFAULT_SRS_SETTINGS
  const random = seededRandom(11)
  const start = now - 160 * DAY_MS
  const notes = notesOfDeck(longDeck(count / 2), 'zh', start)
  const entries: Entry[] = []
  const add = (entry: CardEntry) => {
    entries.push(entry)
    return entry
  }
  let number = 0
  const base = (at: number) => ({
    id: `01J${String(number++).padStart(23, '0')}`,
    at: Math.round(at),
    device: 'phone',
  })
  for (const [place, { note }] of notes.entries()) {
    const answered = cardsOf(note).filter(({ kind }) => kind === 'read' || kind === 'cloze')
    for (const { id: card } of place % 10 === 9 ? [] : answered) {
      let state = NEW_CARD
      let at = start + (place % 90) * DAY_MS + random() * 3.6e6 + 12 * 3.6e6
      for (let i = 0; i < answers && at < now; i++) {
        const moment = { at: Math.round(at), utcOffset: UTC_OFFSET }
        const rating = i === 0 ? 'good' : RATINGS[Math.floor(random() * RATINGS.length)]!
        const choice = choiceOf(rating, state, moment, settings, card)
        const tookMs = 1_000 + random() * 9_000
        const { last: previous } = state
        const draft = answerEntry({ card, rating, tookMs, at: moment, choice, previous, settings })
        state = afterEntry(state, add({ ...draft, ...base(at) }), settings)
        at += Math.max(90, choice.intervalSeconds) * 1000 * (1 + random() * 0.1)
      }
      if (at > now) at = now - 1000 + random()
      if (place % 17 === 3) add({ type: 'suspend', card, ...base(at) })
      if (place % 17 === 5) add({ type: 'flag', card, flag: 3, ...base(at) })
      if (place % 17 === 7) add({ type: 'reset', card, ...base(at) })
      const today = studyDay(now, UTC_OFFSET, settings.rolloverHour)
      if (place % 17 === 9) add({ type: 'setDue', card, dueDay: today + 33, ...base(at) })
      if (place % 17 === 11 && state.last !== null)
        entries.push({ type: 'void', entry: state.last, ...base(at) })
    }
  }
  return { notes, entries, settings, now, utcOffset: UTC_OFFSET }
}
