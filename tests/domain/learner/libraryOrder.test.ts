import { describe, expect, it } from 'vitest'
import {
  inLibraryOrder,
  type LibraryOrder,
  type LibraryRow,
  titled,
} from '../../../src/domain/learner/libraryOrder.ts'

const row = (id: string, zh: string, en: string, part: Partial<LibraryRow> = {}): LibraryRow => ({
  id,
  title: { zh, en },
  addedAt: 0,
  archived: false,
  readable: null,
  minutes: null,
  due: 0,
  ...part,
})
const rows = [
  row('a', '早市', 'The Morning Market', {
    addedAt: 1,
    readable: { known: 0.4, learning: 0.1 },
    minutes: 3,
  }),
  row('b', '', 'A letter', { addedAt: 3 }),
  row('c', '吉达会谈', 'Talks in Jeddah', {
    addedAt: 2,
    readable: { known: 0.9, learning: 0 },
    minutes: 12,
  }),
]
const ids = (some: readonly LibraryRow[]) => some.map(({ id }) => id).join('')

describe('the texts of a library', () => {
  it.each<[LibraryOrder, string]>([
    ['added', 'bca'],
    ['readable', 'cab'],
    ['short', 'acb'],
  ])('are listed by %s, what is not known yet last', (order, expected) => {
    expect(ids(inLibraryOrder(rows, order))).toBe(expected)
  })

  it('are listed by title, newest first among the same', () => {
    const same = [row('x', '早市', '', { addedAt: 9 }), ...rows]
    expect(ids(inLibraryOrder(same, 'title').filter(({ title }) => title.zh === '早市'))).toBe('xa')
  })

  it.each([
    ['', 'abc'],
    ['  ', 'abc'],
    ['会谈', 'c'],
    ['jeddah TALKS', 'c'],
    ['ｍａｒｋｅｔ', 'a'],
    ['market 早', 'a'],
    ['市T', ''],
    ['(', ''],
  ])('are found by title: %j', (search, expected) => {
    expect(ids(titled(rows, search))).toBe(expected)
  })
})
