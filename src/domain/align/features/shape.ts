import { BEAD_TYPES } from '../beadTypes.ts'
import type { FeatureGroup, Sight } from './features.ts'
import { spanLengthCost } from '../untrained.ts'

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
