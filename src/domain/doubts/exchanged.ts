import type { LinkedBead } from '../terms/linkedBead.ts'

/** Words of a kind that a sentence sets against each other: which is which must be the same on both sides. */
const PEERS: readonly (readonly (readonly [zh: string, en: RegExp])[])[] = [
  [
    ['甲方', /\bParty A\b/gi],
    ['乙方', /\bParty B\b/gi],
  ],
  [
    ['红', /\bred\b/gi],
    ['绿', /\bgreen\b/gi],
    ['黄', /\byellow\b/gi],
    ['蓝', /\bblue\b/gi],
    ['黑', /\bblack\b/gi],
    ['白', /\bwhite\b/gi],
  ],
  [
    ['南', /\bsouth(?:ern)?\b/gi],
    ['北', /\bnorth(?:ern)?\b/gi],
    ['东', /\beast(?:ern)?\b/gi],
    ['西', /\bwest(?:ern)?\b/gi],
  ],
]

/**
 * Two that have changed places: each stands once on either side, and the one that comes first in Chinese comes last in English.
 * What was found are the first ones of both sides; null when they may agree.
 */
export function exchanged(
  bead: LinkedBead,
  zh: string,
  en: string,
): readonly [string, string] | null {
  for (const peers of PEERS) {
    const both = peers.flatMap(([hanzi, english]) => {
      const places = [...en.matchAll(english)]
      const at = zh.indexOf(hanzi)
      return at >= 0 && zh.indexOf(hanzi, at + 1) < 0 && places.length === 1
        ? [{ zh: at, en: places[0]!.index, word: places[0]![0], hanzi }]
        : []
    })
    const found = turned(both)
    if (found !== null) return found
  }
  return turned(linkedNames(bead))
}

interface Place {
  readonly zh: number
  readonly en: number
  readonly hanzi: string
  readonly word: string
}

/** Two places and no more, in the opposite order. */
function turned(places: readonly Place[]): readonly [string, string] | null {
  if (places.length !== 2) return null
  const [first, second] = places.toSorted((a, b) => a.zh - b.zh)
  // 南北两岸 sets nothing against each other.
  const apart = second!.zh - first!.zh > first!.hanzi.length
  return apart && first!.en > second!.en ? [second!.word, first!.hanzi] : null
}

/** Names that are linked, each once. */
function linkedNames(bead: LinkedBead): readonly Place[] {
  const places = bead.links.flatMap((link): readonly Place[] => {
    const [zh, en] = [bead.zh[link.zh], bead.en[link.en]]
    if (zh === undefined || en === undefined || !zh.name || !en.capital) return []
    return [{ zh: zh.start, en: en.start, hanzi: zh.text, word: en.text }]
  })
  const times = new Map<string, number>()
  for (const { hanzi } of places) times.set(hanzi, (times.get(hanzi) ?? 0) + 1)
  return places.filter(({ hanzi }) => times.get(hanzi) === 1)
}
