import { describe, expect, it } from 'vitest'
import { checkSides } from '../../src/cli/sides.ts'

const ZH = '渡船来了。'
const EN = 'The ferry came.'

describe('two files', () => {
  it.each([
    ['swapped', EN, ZH, 'a is in English and b in Chinese; give the Chinese file first.'],
    ['the same', ZH, ZH, 'a and b hold the same text.'],
    ['right', ZH, EN, null],
    ['both in Chinese', ZH, `${ZH}${ZH}`, null],
    ['empty', '', '', null],
    ['without letters', '1\n', '2\n', null],
  ])('%s', (_what, zh, en, said) => {
    const check = () => checkSides('a', 'b', zh, en)
    if (said === null) expect(check).not.toThrow()
    else expect(check).toThrow(said)
  })
})
