import { BEAD_TYPES } from './beadTypes.ts'
import { clamp, type FeatureGroup, type Sight } from './features.ts'
import { enEvidence, spanLengthCost, zhEvidence } from './untrained.ts'

/** Types with a weight of their own; the others share one. */
const NAMED = ['1:1', '1:0', '0:1', '1:2', '2:1', '1:3', '2:2', '1:4', '3:1', '2:3']

/** The path found before counts like this many beads of the usual mixture. */
const USUAL_COUNT = 20

/** How many segments of each side, and how common that is in this text. */
export function shapeFeatures({ path }: Sight): FeatureGroup {
  const seen = new Float64Array(BEAD_TYPES.length)
  for (const { type } of path) seen[type]! += 1
  const surprise = BEAD_TYPES.map(({ prior }, type) =>
    Math.log((seen[type]! / prior + USUAL_COUNT) / (path.length + USUAL_COUNT)),
  )
  return {
    names: [
      ...NAMED.map((name) => `type ${name}`),
      'type other',
      'segments',
      'product',
      'many to many',
      'commoner here',
    ],
    fill({ type }, out, at) {
      const { zh, en } = BEAD_TYPES[type]!
      const named = NAMED.indexOf(`${zh}:${en}`)
      out[at + (named < 0 ? NAMED.length : named)] = 1
      const rest = at + NAMED.length + 1
      out[rest] = (zh + en - 2) / 2
      out[rest + 1] = (zh * en - 1) / 3
      out[rest + 2] = zh > 1 && en > 1 ? 1 : 0
      out[rest + 3] = surprise[type]!
    },
  }
}

/** How well the lengths fit, and how much is left without counterpart. */
export function lengthFeatures({ measures }: Sight): FeatureGroup {
  const { zhBefore, enBefore, ratio } = measures
  return {
    names: ['length cost', 'length log ratio', 'alone zh length', 'alone en length'],
    fill({ zh, zhTo, en, enTo }, out, at) {
      const zhLength = zhBefore[zhTo]! - zhBefore[zh]!
      const enLength = enBefore[enTo]! - enBefore[en]!
      if (zh < zhTo && en < enTo) {
        out[at] = Math.min(20, spanLengthCost(measures, zh, zhTo - zh, en, enTo - en)) / 3
        out[at + 1] = Math.min(3, Math.abs(Math.log((zhLength * ratio + 5) / (enLength + 5))))
      } else {
        out[at + 2] = Math.min(4, zhLength / 20)
        out[at + 3] = Math.min(4, enLength / 60)
      }
    },
  }
}

/** The log-likelihood ratios of both directions: sums, per token, of the worst segment, of the best way to cut the bead. */
export function evidenceFeatures({ bitext, measures }: Sight): FeatureGroup {
  const { zh: zhSide, en: enSide } = bitext
  const { lo, hi } = measures.matches.pairs
  const best = (from: number, to: number, of: (k: number) => number) => {
    let most = -9
    for (let k = from; k < to; k++) most = Math.max(most, of(k))
    return most
  }
  const both = (zh: number, a: number, en: number, b: number) =>
    enEvidence(measures, zh, a, en, b) + zhEvidence(measures, zh, a, en, b)
  return {
    names: [
      'evidence en',
      'evidence zh',
      'evidence per en token',
      'evidence per zh token',
      'worst en segment',
      'worst zh segment',
      'better uncut',
      'alone zh match',
      'alone en match',
    ],
    fill({ zh, zhTo, en, enTo }, out, at) {
      const a = zhTo - zh
      const b = enTo - en
      if (b === 0) {
        const from = Math.max(lo[zh]!, en - 2)
        out[at + 7] = clamp3(
          best(from, Math.min(hi[zh]!, en + 2), (j) => zhEvidence(measures, zh, 1, j, 1)) / 5,
        )
        return
      }
      if (a === 0) {
        const inBand = (i: number) => lo[i]! <= en && en < hi[i]!
        const to = Math.min(lo.length, zh + 2)
        out[at + 8] = clamp3(
          best(Math.max(0, zh - 2), to, (i) =>
            inBand(i) ? enEvidence(measures, i, 1, en, 1) : -9,
          ) / 5,
        )
        return
      }
      const enSum = enEvidence(measures, zh, a, en, b)
      const zhSum = zhEvidence(measures, zh, a, en, b)
      const enTokens = enSide.start[enTo]! - enSide.start[en]!
      const zhTokens = zhSide.start[zhTo]! - zhSide.start[zh]!
      out[at] = enSum / 10
      out[at + 1] = zhSum / 10
      out[at + 2] = clamp3(enSum / (enTokens + 1))
      out[at + 3] = clamp3(zhSum / (zhTokens + 1))
      if (b > 1) {
        const per = (j: number) =>
          -enEvidence(measures, zh, a, j, 1) /
          Math.sqrt(1 + enSide.start[j + 1]! - enSide.start[j]!)
        out[at + 4] = clamp3(-best(en, enTo, per))
      }
      if (a > 1) {
        const per = (i: number) =>
          -zhEvidence(measures, i, 1, en, b) /
          Math.sqrt(1 + zhSide.start[i + 1]! - zhSide.start[i]!)
        out[at + 5] = clamp3(-best(zh, zhTo, per))
      }
      let cut = -Infinity
      for (let p = zh + 1; p < zhTo; p++)
        for (let q = en + 1; q < enTo; q++)
          cut = Math.max(cut, both(zh, p - zh, en, q - en) + both(p, zhTo - p, q, enTo - q))
      if (cut > -Infinity) out[at + 6] = clamp3((enSum + zhSum - cut) / 10)
    },
  }
}

const clamp3 = (value: number) => clamp(value, 3)
