import { expect, it } from 'vitest'
import { guessScript } from '../../../src/domain/zh/guessScript.ts'

it.each([
  ['两国发表了联合声明。', 'simplified'],
  ['兩國發表了聯合聲明。', 'traditional'],
  ['他们说，「著名」的书。', 'simplified'],
  ['停火', 'simplified'],
  ['', 'simplified'],
])('%s is %s', (text, script) => {
  expect(guessScript(text)).toBe(script)
})
