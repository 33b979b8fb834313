import type { Answer } from '../domain/srs/entries.ts'
import type { RareField } from './answerFields.ts'

type Values = ArrayLike<string | number | null>

/**
 * Tells the answer of a row. Written out: fields that are added by their names make objects that are slow, and a log has
 * many answers. Those that a table has besides are added all the same.
 */
export function answersIn(columns: ReadonlyMap<string, Values>): (row: number) => Answer {
  const left = new Map(columns)
  const take = (name: string): Values => {
    const values = columns.get(name)
    if (values === undefined) throw new TypeError(`no column ${name}`)
    left.delete(name)
    return values
  }
  const id = take('id')
  const previous = take('previous')
  const at = take('at')
  const card = take('card')
  const device = take('device')
  const weights = take('weights')
  const rating = take('rating')
  const phase = take('phase')
  const model = take('model')
  const remaining = take('remaining')
  const rolloverHour = take('rolloverHour')
  const tookMs = take('tookMs')
  const utcOffset = take('utcOffset')
  const studyDay = take('studyDay')
  const intervalSeconds = take('intervalSeconds')
  const dueAt = take('dueAt')
  const dueDay = take('dueDay')
  const others = [...left]
  return (row) => {
    const answer: Record<Exclude<keyof Answer, RareField>, unknown> = {
      type: 'answer',
      id: id[row],
      previous: previous[row],
      at: at[row],
      card: card[row],
      device: device[row],
      weights: weights[row],
      rating: rating[row],
      phase: phase[row],
      model: model[row],
      remaining: remaining[row],
      rolloverHour: rolloverHour[row],
      tookMs: tookMs[row],
      utcOffset: utcOffset[row],
      studyDay: studyDay[row],
      intervalSeconds: intervalSeconds[row],
      dueAt: dueAt[row],
      dueDay: dueDay[row],
    }
    for (const [name, values] of others) Reflect.set(answer, name, values[row])
    return answer as unknown as Answer
  }
}
