import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonical, isSameValue } from '../../../src/domain/records/canonical.ts'

describe('canonical', () => {
  it.each([
    [{ b: 1, a: [2, { d: null, c: 'x' }] }, '{"a":[2,{"c":"x","d":null}],"b":1}'],
    [{ a: undefined, b: 'é"' }, '{"b":"é\\""}'],
    [[undefined, -0, 0.1], '[null,0,0.1]'],
    [NaN, 'null'],
    [{}, '{}'],
    [[], '[]'],
    ['', '""'],
    [undefined, 'null'],
  ])('writes %j with sorted keys', (value, json) => {
    expect(canonical(value)).toBe(json)
  })

  it('means the same as JSON', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        expect(JSON.parse(canonical(value))).toEqual(JSON.parse(JSON.stringify(value)))
      }),
    )
  })

  it('is the same exactly for values that are the same', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.jsonValue(), (a, b) => {
        expect(isSameValue(a, structuredClone(a))).toBe(true)
        expect(isSameValue(a, b)).toBe(canonical(a) === canonical(b))
      }),
    )
  })
})
