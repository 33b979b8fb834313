import { type Answer, type Entry } from '../domain/srs/entries.ts'
import { ANSWERED_PHASES, RATINGS } from '../domain/model.ts'
import { fitsColumns, MODELS } from './answerFields.ts'

/**
 * Log entries as columns: how a sealed segment lies on the disk. A tenth of the objects to clone, a third of the bytes.
 *
 * Answers are columns. What does not fit in them (other kinds of entry, a field of a newer version, a number out of
 * range) is kept beside them as it came.
 */
export interface PackedEntries {
  readonly version: 1
  /** One id a row, joined by line feeds, which no id holds; so are the lists below. */
  readonly ids: string
  readonly previous: string
  readonly at: Float64Array
  /** Indices into `names`. */
  readonly card: Uint16Array
  readonly device: Uint16Array
  readonly weights: Uint16Array
  readonly names: string
  readonly rating: Uint8Array
  readonly phase: Uint8Array
  readonly model: Uint8Array
  readonly remaining: Uint8Array
  readonly rolloverHour: Uint8Array
  readonly tookMs: Uint16Array
  readonly utcOffset: Int16Array
  readonly studyDay: Int32Array
  readonly intervalSeconds: Float64Array
  readonly dueAt: Float64Array
  readonly dueDay: Int32Array
  readonly others: readonly Entry[]
}

/** Stands for null in the column of days; the one of moments has NaN. */
const NO_DAY = -0x80000000

/** Gives every distinct string a number, in order of appearance. */
function numbering() {
  const numbers = new Map<string, number>()
  return {
    numberOf(name: string): number {
      const number = numbers.get(name) ?? numbers.size
      numbers.set(name, number)
      return number
    },
    names: () => [...numbers.keys()].join('\n'),
  }
}

/**
 * The entries as columns.
 *
 * @throws RangeError for more than 20,000 entries: names are numbered by 16 bits
 */
export function packEntries(entries: readonly Entry[]): PackedEntries {
  if (entries.length > 20_000) throw new RangeError(`${entries.length} entries in one segment`)
  const answers: Answer[] = []
  const others: Entry[] = []
  for (const entry of entries)
    if (entry.type === 'answer' && fitsColumns(entry)) answers.push(entry)
    else others.push(entry)

  const names = numbering()
  return {
    version: 1,
    ids: answers.map(({ id }) => id).join('\n'),
    previous: answers.map(({ previous }) => previous ?? '').join('\n'),
    at: Float64Array.from(answers, ({ at }) => at),
    card: Uint16Array.from(answers, ({ card }) => names.numberOf(card)),
    device: Uint16Array.from(answers, ({ device }) => names.numberOf(device)),
    weights: Uint16Array.from(answers, ({ weights }) => names.numberOf(weights)),
    names: names.names(),
    rating: Uint8Array.from(answers, ({ rating }) => RATINGS.indexOf(rating)),
    phase: Uint8Array.from(answers, ({ phase }) => ANSWERED_PHASES.indexOf(phase)),
    model: Uint8Array.from(answers, ({ model }) => MODELS.indexOf(model)),
    remaining: Uint8Array.from(answers, ({ remaining }) => remaining),
    rolloverHour: Uint8Array.from(answers, ({ rolloverHour }) => rolloverHour),
    tookMs: Uint16Array.from(answers, ({ tookMs }) => tookMs),
    utcOffset: Int16Array.from(answers, ({ utcOffset }) => utcOffset),
    studyDay: Int32Array.from(answers, ({ studyDay }) => studyDay),
    intervalSeconds: Float64Array.from(answers, ({ intervalSeconds }) => intervalSeconds),
    dueAt: Float64Array.from(answers, ({ dueAt }) => dueAt ?? Number.NaN),
    dueDay: Int32Array.from(answers, ({ dueDay }) => dueDay ?? NO_DAY),
    others,
  }
}

/** The entries again: answers in the order they were packed, then the others. */
export function unpackEntries(packed: PackedEntries): readonly Entry[] {
  const ids = packed.ids.split('\n')
  const previous = packed.previous.split('\n')
  const names = packed.names.split('\n')
  const answers = Array.from(packed.at, (at, i): Entry => {
    const dueAt = packed.dueAt[i]!
    const dueDay = packed.dueDay[i]!
    return {
      type: 'answer',
      id: ids[i]!,
      at,
      device: names[packed.device[i]!]!,
      card: names[packed.card[i]!]!,
      rating: RATINGS[packed.rating[i]!]!,
      tookMs: packed.tookMs[i]!,
      utcOffset: packed.utcOffset[i]!,
      rolloverHour: packed.rolloverHour[i]!,
      studyDay: packed.studyDay[i]!,
      phase: ANSWERED_PHASES[packed.phase[i]!]!,
      remaining: packed.remaining[i]!,
      intervalSeconds: packed.intervalSeconds[i]!,
      dueAt: Number.isNaN(dueAt) ? null : dueAt,
      dueDay: dueDay === NO_DAY ? null : dueDay,
      weights: names[packed.weights[i]!]!,
      model: MODELS[packed.model[i]!]!,
      previous: previous[i]! || null,
    }
  })
  return [...answers, ...packed.others]
}

/** Ids of the packed entries, without unpacking them. */
export function packedIds(packed: PackedEntries): readonly string[] {
  const ids = packed.at.length === 0 ? [] : packed.ids.split('\n')
  return [...ids, ...packed.others.map(({ id }) => id)]
}
