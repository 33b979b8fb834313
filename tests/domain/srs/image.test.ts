import { type Entry } from '../../../src/domain/srs/entries.ts'
import { describe, expect, it } from 'vitest'
import { digestOf, joinDigests, sameDigest } from '../../../src/domain/srs/digest.ts'
import { decodeImage, encodeImage, imageMatches, imageTag } from '../../../src/domain/srs/image.ts'
import { applyEntries, inLogOrder, replay } from '../../../src/domain/srs/replay.ts'
import type { ReplayState } from '../../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../src/domain/srs/settings.ts'
import { seededRandom, shuffled } from '../../../src/domain/random.ts'
import { answer, OTHER_WEIGHTS, randomLog } from './devices.ts'

const settings = DEFAULT_SRS_SETTINGS

/** Stored and read back, then brought up to date as a store would: with the whole log where the past is called for. */
function goOn(from: ReplayState, more: readonly Entry[], log: readonly Entry[]): ReplayState {
  const state = decodeImage(structuredClone(encodeImage(from)), settings)
  return applyEntries(state, more).needsPast ? replay(log, settings) : state
}

describe('image', () => {
  it('comes back as the state it was made of', () => {
    const state = replay(randomLog(3, 60), settings)
    const again = decodeImage(structuredClone(encodeImage(state)), settings)
    expect(again.cards).toEqual(state.cards)
    expect(again.settings).toEqual(state.settings)
    expect(again.digest).toEqual(state.digest)
  })

  it('holds an empty state', () => {
    const again = decodeImage(encodeImage(replay([], settings)), settings)
    expect(again.cards.size).toBe(0)
  })

  it('matches the same entries under the same settings only', () => {
    const log = randomLog(5)
    const tag = imageTag(digestOf(log), settings)
    const { tag: made } = encodeImage(replay(shuffled(log, seededRandom(1)), settings))
    expect(imageMatches(made, tag)).toBe(true)
    const fewer = imageTag(digestOf(log.slice(1)), settings)
    expect(imageMatches(made, fewer)).toBe(false)
    for (const change of [
      { learningStepsMinutes: [1] },
      { desiredRetention: 0.8 },
      { weightsId: 'other' },
      { maximumIntervalDays: 100 },
    ]) {
      expect(imageMatches(made, imageTag(tag.digest, { ...settings, ...change }))).toBe(false)
    }
    expect(imageMatches({ ...made, version: made.version + 1 }, tag)).toBe(false)
  })

  it('is about 60 bytes a card besides the ids', () => {
    const entries = Array.from({ length: 1_000 }, (_, at) =>
      answer({ id: `e${at}`, card: `c${at}` }),
    )
    const image = encodeImage(replay(entries, settings))
    const bytes = Object.values(image).reduce<number>(
      (sum, column) => sum + (ArrayBuffer.isView(column) ? column.byteLength : 0),
      0,
    )
    expect(bytes / 1_000).toBeLessThanOrEqual(70)
  })

  it('asks for the past of a card that a late entry of another device speaks of', () => {
    const first = answer({ id: 'a' })
    const last = answer({ id: 'c', at: first.at + 9e8, previous: 'a' })
    const late = answer({ id: 'b', at: first.at + 5e8, previous: 'a', device: 'laptop' })
    const state = decodeImage(encodeImage(replay([first, last], settings)), settings)
    expect(applyEntries(state, [late])).toEqual({ changed: ['card'], needsPast: true })
  })

  it('goes by the ids of entries in the same millisecond', () => {
    const covered = answer({ id: 'b' })
    const image = encodeImage(replay([covered], settings))
    const needsPast = (id: string) =>
      applyEntries(decodeImage(image, settings), [answer({ id, previous: null })]).needsPast
    expect(needsPast('a')).toBe(true)
    expect(needsPast('c')).toBe(false)
  })

  it('asks for the past when an entry is voided that is not held', () => {
    const first = answer({ id: 'a' })
    const state = decodeImage(encodeImage(replay([first], settings)), settings)
    const takenBack: Entry = { id: 'v', at: 9e12, device: 'phone', type: 'void', entry: 'a' }
    expect(applyEntries(state, [takenBack])).toEqual({ changed: [], needsPast: true })
  })

  it('is of no use once the weights have changed', () => {
    const state = decodeImage(encodeImage(replay([answer({ id: 'a' })], settings)), settings)
    const weights: Entry = {
      id: 'w',
      at: 9e12,
      device: 'phone',
      type: 'weights',
      model: 'fsrs-6',
      weights: OTHER_WEIGHTS,
    }
    expect(applyEntries(state, [weights]).needsPast).toBe(true)
  })

  it('leads to the same state as the whole log, wherever it was made and whatever came after', () => {
    for (let seed = 1; seed <= 3_000; seed++) {
      const random = seededRandom(seed)
      const log = randomLog(seed, 30).toSorted(inLogOrder)
      // Mostly the newest entries come after the image, now and then an older one of another device.
      const covered = log.filter((_, at) => random() < (at < 20 ? 0.93 : 0.3))
      const more = shuffled(
        log.filter((entry) => !covered.includes(entry)),
        random,
      )
      const state = goOn(replay(covered, settings), more, log)
      const whole = replay(log, settings)
      expect(new Map([...state.cards].sort()), `seed ${seed}`).toEqual(
        new Map([...whole.cards].sort()),
      )
      expect(state.settings.weightsId).toBe(whole.settings.weightsId)
      expect(sameDigest(state.digest, whole.digest)).toBe(true)
    }
  }, 60_000)
})

describe('digest', () => {
  it('is the same in every order and adds up', () => {
    const [x, y, z] = [{ id: 'x' }, { id: 'y' }, { id: 'z' }]
    const a = digestOf([x, y])
    expect(digestOf([y, x])).toEqual(a)
    const whole = joinDigests(a, digestOf([z]))
    expect(whole).toEqual(digestOf([z, x, y]))
    expect(sameDigest(a, whole)).toBe(false)
  })
})
