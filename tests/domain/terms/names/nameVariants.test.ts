import { expect, it } from 'vitest'
import type { Candidate } from '../../../../src/domain/terms/candidates.ts'
import { uniteVariants } from '../../../../src/domain/terms/names/nameVariants.ts'

const name = (zh: string, en: string): Candidate => {
  const word = { start: 0, end: zh.length, text: zh, content: true, joined: false, name: true }
  const range = { start: 0, end: 1 }
  const pair = {
    zh: range,
    en: range,
    zhText: zh,
    enText: en,
    zhWords: [word],
    enWords: [],
    strength: 1,
    bead: 0,
    clause: false,
  }
  return { key: zh, zh, en, pairs: [pair], strength: 1, name: true, ...WHOLE }
}
const WHOLE = { clause: false, inside: false, variants: [] }
const heads = (...names: Candidate[]) =>
  uniteVariants(names, new Map()).map(({ zh, variants }) => [zh, ...variants].join(' '))

it('the full form speaks for the short one and other spellings', () => {
  expect(
    heads(
      name('维特科夫', 'Witkoff'),
      name('史蒂夫·维特科夫', 'Steve Witkoff'),
      name('威特科夫', 'Witkoff'),
    ),
  ).toEqual(['史蒂夫·维特科夫 维特科夫 威特科夫'])
})

it('two persons of one family stay two', () => {
  expect(heads(name('安妮·赖斯', 'Anne Rice'), name('克里斯·赖斯', 'Chris Rice'))).toHaveLength(2)
})
