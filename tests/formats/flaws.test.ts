import { expect, it } from 'vitest'
import { number, text } from '../../src/formats/checks.ts'
import { list, one, optional, readAs, record, sound } from '../../src/formats/flaws.ts'

interface Town {
  readonly name: string
  readonly people?: number
  readonly streets: readonly { readonly name: string }[]
}
const name = one('text', text, (given) => given.trim())
const town = record<Town>({
  name,
  people: optional(one('a number', number)),
  streets: list(record<Town['streets'][number]>({ name }), 1),
})

it('a reader gives what it knows, cleaned, and leaves out the rest', () => {
  const given = { name: ' 小镇 ', mayor: 'none', streets: [{ name: '街', lamps: 3 }] }
  expect(readAs(town, given)).toEqual({
    value: { name: '小镇', streets: [{ name: '街' }] },
    flaws: [],
  })
})

it('a reader tells of everything that is wrong: where, and what was expected', () => {
  const given = { people: 'many', streets: [{ name: '街' }, { name: 7 }, null] }
  expect(readAs(town, given)).toEqual({
    value: null,
    flaws: [
      { place: 'name', expected: 'text' },
      { place: 'people', expected: 'a number' },
      { place: 'streets[1].name', expected: 'text' },
      { place: 'streets[2]', expected: 'a record' },
    ],
  })
  expect(readAs(town, { name: '', streets: [] }).flaws).toEqual([
    { place: 'streets', expected: 'a list of 1 or more' },
  ])
})

it('no more flaws are told than somebody wants to hear, and one too many is still one', () => {
  expect(readAs(town, {}, 1).flaws).toHaveLength(1)
  expect(readAs(town, {}, 0)).toEqual({ value: null, flaws: [] })
})

it('a record that makes no sense as a whole has one field to blame', () => {
  const busy = list(sound(town, 'people', 'one a street', (one) => one.people === 1))
  const given = { name: '', people: 2, streets: [{ name: '' }] }
  expect(readAs(busy, [given]).flaws).toEqual([{ place: '[0].people', expected: 'one a street' }])
  expect(readAs(busy, [{ ...given, people: 1 }]).flaws).toEqual([])
})
