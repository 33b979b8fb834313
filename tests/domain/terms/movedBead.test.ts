import { expect, it } from 'vitest'
import { MovedBead, type LastMoved } from '../../../src/domain/terms/movedBead.ts'
import type { LinkedBead } from '../../../src/domain/terms/linkedBead.ts'

const BEAD: LinkedBead = {
  zh: [{ start: 3, end: 5, text: '车站', content: true, joined: false, name: false }],
  en: [],
  names: [{ zh: { start: 3, end: 5 }, from: 0, to: 1, certainty: 1 }],
  links: [],
}
const last = (): LastMoved => ({ bead: null, zh: null, en: null })

it('has the words and names of another bead, further on', () => {
  const moved = new MovedBead(BEAD, 10, 4, last())
  expect(moved.zh).toEqual([{ ...BEAD.zh[0], start: 13, end: 15 }])
  expect(moved.names[0]?.zh).toEqual({ start: 13, end: 15 })
  expect(moved.movedOn(-10, -4).zh).toEqual(BEAD.zh)
})

it('gives the very same words as long as nobody asks for those of another bead', () => {
  const shared = last()
  const [one, two] = [new MovedBead(BEAD, 10, 0, shared), new MovedBead(BEAD, 20, 0, shared)]
  const { zh } = one
  expect(one.zh).toBe(zh)
  expect(two.zh[0]?.start).toBe(23)
  expect(one.zh).toEqual(zh)
})
