import type { Side, Sides, Span } from '../model.ts'
import type { Layout, LayoutKind, Seen } from './layoutTypes.ts'
import { countHanzi } from './hanzi.ts'

/** Paragraphs of both sides known to translate each other. Either list may be empty. */
export type Tied = Sides<readonly string[]>

/** What a reading is built of, beside its paragraphs. */
interface Details {
  readonly kind: LayoutKind
  readonly first: Side
  readonly columns?: Seen['columns']
  readonly header?: boolean
  /** What `Seen` counts, when it is not paragraphs. */
  readonly count?: number
}

/** A reading of a text: the groups one after the other, tied when there is more than one or `tie` says so. */
export function buildLayout(groups: readonly Tied[], details: Details, tie = true): Layout {
  const zh: string[] = []
  const en: string[] = []
  const ties: { zh: Span; en: Span }[] = []
  for (const group of groups) {
    const start = { zh: zh.length, en: en.length }
    for (const text of group.zh) zh.push(text)
    for (const text of group.en) en.push(text)
    if (!tie || start.zh + start.en === zh.length + en.length) continue
    ties.push({ zh: { from: start.zh, to: zh.length }, en: { from: start.en, to: en.length } })
  }
  const { kind, first, columns = null, header = false, count } = details
  return {
    kind,
    texts: { zh: zh.join('\n'), en: en.join('\n') },
    ties,
    seen: {
      kind,
      first,
      zh: count ?? zh.length,
      en: count ?? en.length,
      headline: headlineSide(zh, en),
      columns,
      header,
    },
    alternatives: [],
  }
}

/** The side whose first paragraph looks like a headline while the other's does not; null when both or neither do. */
function headlineSide(zh: readonly string[], en: readonly string[]): Side | null {
  if (zh.length < 2 || en.length < 2) return null
  const has = { zh: isHeadline(zh, 'zh'), en: isHeadline(en, 'en') }
  if (has.zh === has.en) return null
  return has.zh ? 'zh' : 'en'
}

/** Whether the first paragraph is short and has no stop, while most of the others have one. */
export function isHeadline(paragraphs: readonly string[], side: Side): boolean {
  const stop = side === 'zh' ? /[。！？!?…；：:”"」）)]$/ : /[.!?…:;”"’')]$/
  const [first = '', ...others] = paragraphs
  if (stop.test(first)) return false
  const isShort = side === 'zh' ? countHanzi(first) <= 40 : first.split(/\s+/).length <= 20
  const stopped = others.filter((text) => stop.test(text))
  return isShort && stopped.length > others.length / 2
}
