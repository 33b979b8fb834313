/**
 * The image: the state of all cards as one record of typed arrays, so that opening the app reads this and not the log.
 *
 * Its tag says what it is an image of; where the tag does not match, the image is thrown away and the log replayed.
 */
import { type WeightsEntry } from './entries.ts'
import { type Memory, PHASES } from '../model.ts'
import type { ReplayCard } from './cardState.ts'
import { sameDigest } from './digest.ts'
import type { Digest } from './digest.ts'
import { resume } from './replay.ts'
import type { ReplayState } from './replay.ts'
import type { SrsSettings } from './settings.ts'

export interface ImageTag {
  /** Of the layout below and the rules of replay: raised when either changes. */
  readonly version: number
  /** Of the entries covered. */
  readonly digest: Digest
  /** The settings that a replay depends on. */
  readonly settings: string
}

/** Cloneable: what IndexedDB stores. One row a card in every column, about 60 bytes besides the ids. */
export interface Image {
  readonly tag: ImageTag
  /** Joined by line feeds, which no id holds. */
  readonly cards: string
  readonly lasts: string
  readonly voided: string
  readonly weights: WeightsEntry | null
  /** phase (2 bits), suspended, has memory, has a second trace. */
  readonly flags: Uint8Array
  readonly marks: Uint8Array
  readonly remaining: Uint8Array
  readonly stability: Float64Array
  readonly difficulty: Float64Array
  /** Empty unless a model has a second trace. */
  readonly fast: Float64Array
  readonly lastAt: Float64Array
  readonly lastEntryAt: Float64Array
  readonly dueAt: Float64Array
  readonly dueDay: Int32Array
  readonly lastDay: Int32Array
  readonly introducedDay: Int32Array
  readonly reviewedDay: Int32Array
  readonly buriedUntilDay: Int32Array
  readonly reps: Uint32Array
  readonly lapses: Uint16Array
}

const VERSION = 2
const SUSPENDED = 4
const HAS_MEMORY = 8
const HAS_FAST = 16
/** Stands for null in the columns of days. */
const NO_DAY = -0x80000000

/** The tag of an image of these entries under these settings (as given to `replay`, before the log's weights). */
export function imageTag(digest: Digest, settings: SrsSettings): ImageTag {
  const { model, desiredRetention, maximumIntervalDays, fuzz, weightsId, weights } = settings
  const { learningStepsMinutes, relearningStepsMinutes } = settings
  const replayed = [
    [model, desiredRetention, maximumIntervalDays, fuzz, weightsId],
    [learningStepsMinutes, relearningStepsMinutes, weights],
  ]
  return { version: VERSION, digest, settings: JSON.stringify(replayed) }
}

/** Whether an image may be used where one with the tag `wanted` is called for. */
export function imageMatches(tag: ImageTag, wanted: ImageTag): boolean {
  return (
    tag.version === wanted.version &&
    tag.settings === wanted.settings &&
    sameDigest(tag.digest, wanted.digest)
  )
}

/** The image of a state, of all the entries it has seen. */
export function encodeImage(state: ReplayState): Image {
  const count = state.cards.size
  const ids: string[] = []
  const lasts: string[] = []
  const hasFast = [...state.cards.values()].some(({ memory }) => memory?.fast !== undefined)
  const image = {
    flags: new Uint8Array(count),
    marks: new Uint8Array(count),
    remaining: new Uint8Array(count),
    stability: new Float64Array(count),
    difficulty: new Float64Array(count),
    fast: new Float64Array(hasFast ? count : 0),
    lastAt: new Float64Array(count),
    lastEntryAt: new Float64Array(count),
    dueAt: new Float64Array(count),
    dueDay: new Int32Array(count),
    lastDay: new Int32Array(count),
    introducedDay: new Int32Array(count),
    reviewedDay: new Int32Array(count),
    buriedUntilDay: new Int32Array(count),
    reps: new Uint32Array(count),
    lapses: new Uint16Array(count),
  }
  let row = 0
  for (const [id, card] of state.cards) {
    ids.push(id)
    lasts.push(card.last ?? '')
    image.flags[row] =
      PHASES.indexOf(card.phase) |
      (card.suspended ? SUSPENDED : 0) |
      (card.memory === null ? 0 : HAS_MEMORY) |
      (card.memory?.fast === undefined ? 0 : HAS_FAST)
    image.marks[row] = card.flag
    image.remaining[row] = card.remaining
    image.stability[row] = card.memory?.stability ?? 0
    image.difficulty[row] = card.memory?.difficulty ?? 0
    if (hasFast) image.fast[row] = card.memory?.fast ?? 0
    image.lastAt[row] = card.lastAt ?? Number.NaN
    image.lastEntryAt[row] = card.lastEntryAt
    image.dueAt[row] = card.dueAt ?? Number.NaN
    image.dueDay[row] = card.dueDay ?? NO_DAY
    image.lastDay[row] = card.lastDay ?? NO_DAY
    image.introducedDay[row] = card.introducedDay ?? NO_DAY
    image.reviewedDay[row] = card.reviewedDay ?? NO_DAY
    image.buriedUntilDay[row] = card.buriedUntilDay ?? NO_DAY
    image.reps[row] = card.reps
    image.lapses[row] = card.lapses
    row += 1
  }
  const { given, weights, voided } = state.held
  return {
    tag: imageTag(state.digest, given),
    cards: ids.join('\n'),
    lasts: lasts.join('\n'),
    voided: [...voided].join('\n'),
    weights: weights.find(({ id }) => id === state.settings.weightsId) ?? null,
    ...image,
  }
}

/**
 * The state an image was made of, to go on from with `applyEntries`.
 *
 * @param settings as given to `replay`; the caller has seen to it that the tag matches them
 */
export function decodeImage(image: Image, settings: SrsSettings): ReplayState {
  const cards = new Map<string, ReplayCard>()
  const lasts = image.lasts.split('\n')
  const ids = image.flags.length === 0 ? [] : image.cards.split('\n')
  ids.forEach((id, row) => cards.set(id, cardAt(image, row, lasts[row]!)))
  return resume(settings, {
    cards,
    digest: image.tag.digest,
    voided: image.voided === '' ? [] : image.voided.split('\n'),
    weights: image.weights,
  })
}

function cardAt(image: Image, row: number, last: string): ReplayCard {
  const flags = image.flags[row]!
  return {
    phase: PHASES[flags & 3]!,
    remaining: image.remaining[row]!,
    memory: memoryAt(image, row, flags),
    lastDay: day(image.lastDay[row]!),
    lastAt: time(image.lastAt[row]!),
    dueAt: time(image.dueAt[row]!),
    dueDay: day(image.dueDay[row]!),
    reps: image.reps[row]!,
    lapses: image.lapses[row]!,
    suspended: (flags & SUSPENDED) !== 0,
    buriedUntilDay: day(image.buriedUntilDay[row]!),
    flag: image.marks[row]!,
    last: last === '' ? null : last,
    introducedDay: day(image.introducedDay[row]!),
    reviewedDay: day(image.reviewedDay[row]!),
    lastEntryAt: image.lastEntryAt[row]!,
  }
}

function memoryAt(image: Image, row: number, flags: number): Memory | null {
  if ((flags & HAS_MEMORY) === 0) return null
  const memory = { stability: image.stability[row]!, difficulty: image.difficulty[row]! }
  return (flags & HAS_FAST) === 0 ? memory : { ...memory, fast: image.fast[row]! }
}

const day = (value: number): number | null => (value === NO_DAY ? null : value)
const time = (value: number): number | null => (Number.isNaN(value) ? null : value)
