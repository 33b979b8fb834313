import { describe, expect, it } from 'vitest'
import { encodePivots, openPivots } from '../../../src/domain/dictionary/pivots.ts'

const synonymsOf = (bytes: Uint8Array, stem: string) => {
  const found: [string, number][] = []
  openPivots(bytes).visit(stem, (synonym, share) => found.push([synonym, share]))
  return found
}

describe('pivots', () => {
  const bytes = encodePivots(
    new Map([
      [
        'ship',
        [
          ['boat', 0.25],
          ['vessel', 0.125],
        ] as const,
      ],
      ['shipment', [['cargo', 0.5]] as const],
      ['naïv', [['simple', 1]] as const],
    ]),
  )

  it('come back in their order, shares to a quarter of an octave', () => {
    expect(synonymsOf(bytes, 'ship')).toEqual([
      ['boat', 0.25],
      ['vessel', 0.125],
    ])
    expect(synonymsOf(bytes, 'naïv')).toEqual([['simple', 1]])
    const [[, share] = ['', 0]] = synonymsOf(encodePivots(new Map([['a', [['b', 0.3]]]])), 'a')
    expect(share).toBeCloseTo(0.3, 1)
  })

  it('have nothing for a stem that is only a synonym, or unknown', () => {
    expect(synonymsOf(bytes, 'boat')).toEqual([])
    expect(synonymsOf(bytes, 'harbour')).toEqual([])
  })

  it.each([
    ['empty', new Uint8Array()],
    ['of another kind', new Uint8Array([1, 2, 3, 4, 5])],
    ['cut short', bytes.slice(0, -3)],
  ])('are refused when the bytes are %s', (_, damaged) => {
    expect(() => openPivots(damaged)).toThrow(RangeError)
  })
})
