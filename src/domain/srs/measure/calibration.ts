/** Whether the chances of recall that the memory model gives come true. */
import type { Answered } from './answered.ts'

/** Some answers that the model was about equally sure of. */
export interface CalibrationBin {
  /** Means over the bin. */
  readonly predicted: number
  readonly recalled: number
  readonly count: number
}

export interface Calibration {
  /** Answers by predicted chance, lowest first; empty bins are left out. */
  readonly bins: readonly CalibrationBin[]
  /** Mean of all predictions, and the share recalled; null without predictions, as are the two below. */
  readonly predicted: number | null
  readonly recalled: number | null
  /** Mean cost of a prediction, in nats. */
  readonly logLoss: number | null
  /** The field's RMSE(bins), and what of it would be there by chance: see {@link rmseBins}. */
  readonly rmse: number | null
  readonly chanceRmse: number | null
}

/** A scored answer: what the model gave it, what came of it, and the bin of {@link rmseBins} it falls into. */
interface Scored {
  readonly predicted: number
  readonly recalled: boolean
  readonly bin: string
}

/** How the chances the model gave compare with what came of them, in bins of equal width for the eye. */
export function calibration(answered: readonly Answered[], binCount = 20): Calibration {
  return calibrationOf(scoredIn(answered), binCount)
}

/**
 * Every scored answer with its bin. The list must hold a card's answers from its first one on: interval, number of
 * reviews and lapses so far are what bins are made of.
 */
export function scoredIn(answered: readonly Answered[]): (Scored & { readonly day: number })[] {
  const counts = new Map<string, { reviews: number; lapses: number }>()
  const scored: (Scored & { readonly day: number })[] = []
  for (const { answer, before, predicted } of answered) {
    const { card, rating, studyDay } = answer
    if (before.phase === 'new') counts.delete(card)
    if (predicted === null) continue
    const soFar = counts.get(card) ?? { reviews: 0, lapses: 0 }
    const days = studyDay - (before.lastDay ?? studyDay)
    const reviews = soFar.reviews + 1
    const recalled = rating !== 'again'
    scored.push({ day: studyDay, predicted, recalled, bin: binOf(days, reviews, soFar.lapses) })
    counts.set(card, { reviews, lapses: soFar.lapses + (recalled ? 0 : 1) })
  }
  return scored
}

/** The calibration of scored answers. */
export function calibrationOf(scored: readonly Scored[], binCount = 20): Calibration {
  const bins = Array.from({ length: binCount }, () => ({ predicted: 0, recalled: 0, count: 0 }))
  const sum = { predicted: 0, recalled: 0, loss: 0 }
  for (const { predicted, recalled } of scored) {
    const bin = bins[Math.min(binCount - 1, Math.floor(predicted * binCount))]!
    bin.predicted += predicted
    bin.recalled += recalled ? 1 : 0
    bin.count += 1
    sum.predicted += predicted
    sum.recalled += recalled ? 1 : 0
    sum.loss -= Math.log(Math.max(1e-9, recalled ? predicted : 1 - predicted))
  }
  const mean = (total: number) => (scored.length === 0 ? null : total / scored.length)
  return {
    bins: bins
      .filter(({ count }) => count > 0)
      .map(({ predicted, recalled, count }) => ({
        predicted: predicted / count,
        recalled: recalled / count,
        count,
      })),
    predicted: mean(sum.predicted),
    recalled: mean(sum.recalled),
    logLoss: mean(sum.loss),
    ...rmseBins(scored),
  }
}

/**
 * `rmse`: root of the mean square distance of mean prediction and share recalled, over bins of like answers by their
 * counts. `chanceRmse`: what that is expected to be where every prediction is exact, because a bin holds few answers and
 * each is either recalled or not. null without answers.
 *
 * Like answers have about the same interval, number of reviews and lapses, so that mistakes in opposite directions do not
 * cancel as they would in bins by prediction. The bins are those of the FSRS benchmark.
 */
export function rmseBins(scored: readonly Scored[]): Pick<Calibration, 'rmse' | 'chanceRmse'> {
  if (scored.length === 0) return { rmse: null, chanceRmse: null }
  const bins = new Map<string, { off: number; variance: number; count: number }>()
  for (const { predicted, recalled, bin } of scored) {
    const known = bins.get(bin) ?? { off: 0, variance: 0, count: 0 }
    bins.set(bin, {
      off: known.off + predicted - (recalled ? 1 : 0),
      variance: known.variance + predicted * (1 - predicted),
      count: known.count + 1,
    })
  }
  let squares = 0
  let chance = 0
  for (const { off, variance, count } of bins.values()) {
    squares += (off * off) / count
    chance += variance / count
  }
  return {
    rmse: Math.sqrt(squares / scored.length),
    chanceRmse: Math.sqrt(chance / scored.length),
  }
}

/** Steps of a geometric scale: how many of them a value has passed. */
const step = (value: number, base: number): number => Math.floor(Math.log(value) / Math.log(base))

/**
 * @param days since the answer before, 1 or more
 * @param reviews scored answers of the card so far, this one included
 * @param lapses of them, those forgotten before this one
 */
function binOf(days: number, reviews: number, lapses: number): string {
  // The benchmark rounds what a step stands for; several low steps of the number of reviews and lapses then are one.
  const interval = step(Math.max(1, days), 3.62)
  const length = Math.round(1.99 * Math.pow(1.89, step(reviews + 1, 1.89)))
  const lapse = lapses === 0 ? 0 : Math.round(1.65 * Math.pow(1.73, step(lapses, 1.73)))
  return `${interval}/${length}/${lapse}`
}
