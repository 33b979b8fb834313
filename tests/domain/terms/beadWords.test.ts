import { beforeAll, expect, it } from 'vitest'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import type { Dictionary } from '../../../src/domain/dictionary/dictionary.ts'
import { boardOf } from './board.ts'

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('full')
}, 120_000)

it.each([
  ['里布尔河泛滥了', 'The River Ribble flooded', '里布尔河'],
  ['马莱塔岛很大', 'People left Malaita', '马莱塔岛'],
  ['他住在卡斯唐州', 'He lives in Kastang', '卡斯唐州'],
])('in %s the name is whole', (zh, en, name) => {
  expect(boardOf(zh, en, dictionary).zh.find((word) => word.name)?.text).toBe(name)
})
