import type { Bead, Sides } from '../../../src/domain/model.ts'

/** Whether beads follow each other without gap or overlap from the start to the end of texts of so many segments. */
export function coversOnce(beads: readonly Bead[], segments: Sides<number>): boolean {
  let zh = 0
  let en = 0
  for (const bead of beads) {
    if (
      bead.zh.from !== zh ||
      bead.en.from !== en ||
      (bead.zh.from === bead.zh.to && bead.en.from === bead.en.to)
    )
      return false
    if (bead.zh.to < zh || bead.en.to < en) return false
    zh = bead.zh.to
    en = bead.en.to
  }
  return zh === segments.zh && en === segments.en
}
