import type { SrsSettings } from '../../../domain/srs/settings.ts'

/** What Anki's schema 11 keeps as JSON beside the rows. */

export const DEFAULT_DECK = 1
/** The options of all our decks, and the first of our decks' numbers, in milliseconds of 2026 as Anki numbers things. */
const OPTIONS_ID = 1_767_225_600_101
const FIRST_DECK = 1_767_225_600_201

/** When a collection began: its days are counted from there. */
export interface Beginning {
  /** Seconds, at the hour at which a day starts. */
  readonly crt: number
  /** The study day that began then. */
  readonly day: number
  /** Minutes east of UTC. */
  readonly utcOffset: number
}

/** Decks by name, parents included, each with its number. */
export function deckIds(names: Iterable<string>): ReadonlyMap<string, number> {
  const all = new Set<string>()
  for (const name of names) {
    const parts = name.split('::')
    for (let depth = 1; depth <= parts.length; depth++) all.add(parts.slice(0, depth).join('::'))
  }
  return new Map([...all].map((name, at) => [name, FIRST_DECK + at]))
}

/** A deck's name from a title: colons divide it, and Anki lets nothing else in that cannot be seen. */
export function deckName(title: string): string {
  const said = title
    .normalize('NFC')
    .replace(/::+/g, '：')
    .replace(/[\p{C}"]/gu, '')
    .trim()
  return said === '' ? 'Duizhao' : `Duizhao::${said.slice(0, 80)}`
}

export function decksJson(ids: ReadonlyMap<string, number>, now: number): string {
  const mod = Math.floor(now / 1000)
  const deck = (id: number, name: string, conf: number) => ({
    ...{ id, mod, name, usn: -1, conf, desc: '', dyn: 0, extendNew: 0, extendRev: 0 },
    ...{ lrnToday: [0, 0], revToday: [0, 0], newToday: [0, 0], timeToday: [0, 0] },
    ...{ collapsed: false, browserCollapsed: false },
  })
  const ours = [...ids].map(([name, id]) => [id, deck(id, name, OPTIONS_ID)])
  return JSON.stringify(
    Object.fromEntries([[DEFAULT_DECK, deck(DEFAULT_DECK, 'Default', 1)], ...ours]),
  )
}

/** Deck options: the learner's steps, limits, retention and weights. */
export function optionsJson(settings: SrsSettings, now: number): string {
  const options = (id: number, name: string, ours: object) => ({
    ...{ id, name, mod: Math.floor(now / 1000), usn: -1, dyn: false },
    ...{ maxTaken: 60, autoplay: true, timer: 0, replayq: true },
    new: {
      bury: true,
      delays: [1, 10],
      initialFactor: 2500,
      ints: [1, 4, 0],
      order: 1,
      perDay: 20,
    },
    rev: { bury: true, ease4: 1.3, ivlFct: 1, maxIvl: 36_500, perDay: 200, hardFactor: 1.2 },
    lapse: { delays: [10], leechAction: 1, leechFails: 8, minInt: 1, mult: 0 },
    ...ours,
  })
  const { leechThreshold, maximumIntervalDays, newPerDay, reviewsPerDay } = settings
  const steps = settings.learningStepsMinutes
  const ours = {
    new: {
      ...{ bury: true, delays: steps, initialFactor: 2500, ints: [1, 4, 0], order: 1 },
      perDay: newPerDay,
    },
    rev: {
      ...{ bury: true, ease4: 1.3, ivlFct: 1, maxIvl: maximumIntervalDays, hardFactor: 1.2 },
      perDay: reviewsPerDay,
    },
    lapse: {
      ...{ delays: settings.relearningStepsMinutes, leechAction: 1, minInt: 1, mult: 0 },
      leechFails: leechThreshold > 0 ? leechThreshold : 9999,
    },
    desiredRetention: settings.desiredRetention,
    fsrsParams6: settings.weights,
  }
  const all = { 1: options(1, 'Default', {}), [OPTIONS_ID]: options(OPTIONS_ID, 'Duizhao', ours) }
  return JSON.stringify(all)
}

export function configJson(
  { utcOffset }: Beginning,
  { rolloverHour }: SrsSettings,
  nextPosition: number,
  model: number,
): string {
  return JSON.stringify({
    ...{
      activeDecks: [DEFAULT_DECK],
      curDeck: DEFAULT_DECK,
      curModel: model,
      nextPos: nextPosition,
    },
    ...{ newSpread: 0, collapseTime: 1200, timeLim: 0, estTimes: true, dueCounts: true },
    ...{ sortType: 'noteFld', sortBackwards: false, addToCur: true, dayLearnFirst: false },
    // Minutes west, which is the other way round.
    ...{ schedVer: 2, sched2021: true, creationOffset: -utcOffset, rollover: rolloverHour },
    fsrs: true,
  })
}
