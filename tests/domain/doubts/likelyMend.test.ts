import { describe, expect, it } from 'vitest'
import { repairBead } from '../../../src/domain/bitext/repair.ts'
import { unsureBeads } from '../../../src/domain/doubts/likelyMend.ts'
import { bitext, withFields } from '../../make.ts'

const sure = (pairs: readonly (readonly [string, string])[], unsure: readonly number[] = []) => {
  const made = bitext(pairs)
  const beads = made.article.beads.map((bead, at) => ({
    ...bead,
    confidence: unsure.includes(at) ? 0.3 : 1,
  }))
  const { article, texts } = withFields(made, { beads })
  return { ...article, texts }
}

describe('pairs that want a look', () => {
  it('are none where all are sure', () => {
    expect(unsureBeads(sure([['他来了。', 'He came.']]))).toEqual([])
  })

  it.each([
    [
      'left alone, joins the one before',
      [
        ['甲。', 'A.'],
        ['乙。', ''],
      ],
      [],
      1,
      0,
      'joinBefore',
    ],
    [
      'left alone at the head, joins the next',
      [
        ['甲。', ''],
        ['乙。', 'B.'],
      ],
      [],
      0,
      0,
      'joinNext',
    ],
    [
      'beside what lacks its side, joins that',
      [
        ['甲。', 'A.'],
        ['乙。', ''],
        ['', 'B.'],
      ],
      [],
      1,
      1,
      'joinNext',
    ],
    [
      'with both sides may be right',
      [
        ['甲。', 'A.'],
        ['乙。', 'B.'],
      ],
      [1],
      1,
      1,
      'confirm',
    ],
  ] as const)('%s', (_name, pairs, unsure, bead, at, is) => {
    const [first] = unsureBeads(sure(pairs, unsure))
    expect(first).toMatchObject({ bead, mend: { at, is } })
  })

  it('are fewer after each likely mend, until none is left', () => {
    let whole: Parameters<typeof unsureBeads>[0] = sure(
      [
        ['甲。', ''],
        ['乙。', 'B.'],
        ['', 'C.'],
        ['丁。', ''],
        ['戊。', 'E.'],
        ['', 'F.'],
      ],
      [4],
    )
    for (let left = unsureBeads(whole); left.length > 0; left = unsureBeads(whole)) {
      const { mend } = left[0]!
      whole = repairBead(whole, mend.at, mend.repair)
      expect(unsureBeads(whole).length).toBeLessThan(left.length)
    }
    expect(whole.beads.length).toBeGreaterThan(0)
  })
})
