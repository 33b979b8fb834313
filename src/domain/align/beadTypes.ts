/** How many segments of each side a bead joins, and how often such beads occur. */
export interface BeadType {
  readonly zh: number
  readonly en: number
  /** Share of beads of this type among the hand-made beads of six novels (MAC-Dev), smoothed. */
  readonly prior: number
}

/** Counted on MAC-Dev; types never or hardly seen there get {@link RARE}. */
const PRIORS = new Map([
  ['1:1', 0.615],
  ['1:2', 0.207],
  ['1:3', 0.056],
  ['2:1', 0.047],
  ['1:4', 0.025],
  ['2:2', 0.016],
  ['2:3', 0.01],
  ['1:0', 0.007],
  ['3:2', 0.005],
  ['0:1', 0.004],
  ['1:5', 0.004],
  ['2:4', 0.002],
  ['3:1', 0.002],
  ['3:3', 0.002],
])
const RARE = 0.0005

/** Largest bead: segments of each side, and of both together. English breaks long Chinese sentences up, hence the 7. */
export const MOST_ZH = 4
export const MOST_EN = 7
const MOST_TOGETHER = 8

/** All types of bead considered: 1:0 and 0:1, and m:n up to 4:4 and 1:7. */
export const BEAD_TYPES: readonly BeadType[] = types()

/** Segments of each side by type: the same numbers, for loops over many beads. */
export const ZH_SIZE = Uint8Array.from(BEAD_TYPES, ({ zh }) => zh)
export const EN_SIZE = Uint8Array.from(BEAD_TYPES, ({ en }) => en)

function types(): BeadType[] {
  const all: BeadType[] = []
  for (let zh = 0; zh <= MOST_ZH; zh++) {
    for (let en = 0; en <= MOST_EN; en++) {
      const alone = zh === 0 || en === 0
      if (alone ? zh + en !== 1 : zh + en > MOST_TOGETHER) continue
      all.push({ zh, en, prior: PRIORS.get(`${zh}:${en}`) ?? RARE })
    }
  }
  return all
}
