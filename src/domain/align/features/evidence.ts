import type { TokenSide } from '../tokenIds.ts'
import { clamp, type BeadPlace, type FeatureGroup, type Sight } from './features.ts'
import { enEvidence, zhEvidence, type Measures } from '../untrained.ts'

/** Values are held between −3 and 3. */
const MOST = 3
/** Evidence of a segment that matches nothing. */
const NONE = -9

/** The log-likelihood ratios of both directions: sums, per token, of the worst segment, of the best way to cut the bead. */
export function evidenceFeatures({ bitext, measures }: Sight): FeatureGroup {
  const { zh: zhSide, en: enSide } = bitext
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
    fill(bead, out, at) {
      const { zh, zhTo, en, enTo } = bead
      const a = zhTo - zh
      const b = enTo - en
      if (b === 0) {
        out[at + 7] = clamp(bestPartnerOfZh(measures, zh, en) / 5, MOST)
        return
      }
      if (a === 0) {
        out[at + 8] = clamp(bestPartnerOfEn(measures, zh, en) / 5, MOST)
        return
      }
      const enSum = enEvidence(measures, zh, a, en, b)
      const zhSum = zhEvidence(measures, zh, a, en, b)
      out[at] = enSum / 10
      out[at + 1] = zhSum / 10
      out[at + 2] = clamp(enSum / (tokens(enSide, en, enTo) + 1), MOST)
      out[at + 3] = clamp(zhSum / (tokens(zhSide, zh, zhTo) + 1), MOST)
      if (b > 1) {
        let worst = -NONE
        for (let j = en; j < enTo; j++) {
          const size = tokens(enSide, j, j + 1)
          worst = Math.min(worst, measures.evidence.en(zh, a, j) / Math.sqrt(1 + size))
        }
        out[at + 4] = clamp(worst, MOST)
      }
      if (a > 1) {
        let worst = -NONE
        for (let i = zh; i < zhTo; i++) {
          const size = tokens(zhSide, i, i + 1)
          worst = Math.min(worst, measures.evidence.zh(i, en, b) / Math.sqrt(1 + size))
        }
        out[at + 5] = clamp(worst, MOST)
      }
      if (a > 1 && b > 1) out[at + 6] = clamp((enSum + zhSum - bestCut(measures, bead)) / 10, MOST)
    },
  }
}

function tokens(side: TokenSide, from: number, to: number): number {
  return side.start[to]! - side.start[from]!
}

/** Evidence of a Chinese segment that stands alone given the best of the four English ones around it. */
function bestPartnerOfZh({ evidence, matches }: Measures, zh: number, en: number): number {
  const { lo, hi } = matches.pairs
  let best = NONE
  for (let j = Math.max(lo[zh]!, en - 2); j < Math.min(hi[zh]!, en + 2); j++)
    best = Math.max(best, evidence.zh(zh, j, 1))
  return best
}

function bestPartnerOfEn({ evidence, matches }: Measures, zh: number, en: number): number {
  const { lo, hi } = matches.pairs
  let best = NONE
  for (let i = Math.max(0, zh - 2); i < Math.min(lo.length, zh + 2); i++)
    if (lo[i]! <= en && en < hi[i]!) best = Math.max(best, evidence.en(i, 1, en))
  return best
}

/** Evidence of the two beads that the best cut inside both sides would make. */
function bestCut(m: Measures, { zh, zhTo, en, enTo }: BeadPlace): number {
  let best = -Infinity
  for (let p = zh + 1; p < zhTo; p++)
    for (let q = en + 1; q < enTo; q++)
      best = Math.max(best, both(m, zh, p, en, q) + both(m, p, zhTo, q, enTo))
  return best
}

function both(m: Measures, zh: number, zhTo: number, en: number, enTo: number): number {
  return enEvidence(m, zh, zhTo - zh, en, enTo - en) + zhEvidence(m, zh, zhTo - zh, en, enTo - en)
}
