import { expect, it } from 'vitest'
import { alikeBeads } from '../../../src/domain/terms/alikeBeads.ts'

const at = (start: number, end: number) => ({ start, end })

it('names the first bead of one side with the same text, whatever stands around it', () => {
  const alike = alikeBeads({ zh: '停火，停火。停', en: '' })
  expect(alike(0, { zh: at(0, 2), en: null })).toBe(0)
  expect(alike(1, { zh: at(3, 5), en: null })).toBe(0)
  expect(alike(2, { zh: at(6, 7), en: null })).toBe(2)
})

it('keeps the sides apart', () => {
  const alike = alikeBeads({ zh: 'a', en: 'a' })
  alike(0, { zh: at(0, 1), en: null })
  expect(alike(1, { zh: null, en: at(0, 1) })).toBe(1)
})

it('asks of a pair that what stands around it is the same too, as far as it may matter', () => {
  const row = '停火了。\n'
  const zh = row.repeat(100)
  const en = 'Truce.\n'.repeat(100)
  const alike = alikeBeads({ zh, en: en.slice(0, -7) + 'Peace.\n' })
  const place = (bead: number) => ({
    zh: at(5 * bead, 5 * bead + 4),
    en: at(7 * bead, 7 * bead + 6),
  })
  alike(0, place(0))
  expect(alike(40, place(40))).toBe(40)
  expect(alike(41, place(41))).toBe(40)
  expect(alike(98, place(98))).toBe(98)
})
