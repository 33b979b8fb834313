import { describe, expect, it } from 'vitest'
import { readShare } from '../../../src/domain/text/sharedText.ts'

describe('what another app shares', () => {
  it.each([
    ['a text alone', '你好。\nHello.', '', '你好。\nHello.', ''],
    ['an address beside it', '你好。', 'https://a.example/1', '你好。', 'https://a.example/1'],
    [
      'an address behind it',
      '你好。Hello. https://a.example/1?b=2',
      '',
      '你好。Hello.',
      'https://a.example/1?b=2',
    ],
    [
      'an address before Chinese marks',
      '见 https://a.example/1。好',
      '',
      '见 。好',
      'https://a.example/1',
    ],
    [
      'both, the same',
      '你好。 https://a.example',
      'https://a.example',
      '你好。',
      'https://a.example',
    ],
    ['an address alone', 'https://a.example/1', '', '', 'https://a.example/1'],
    ['nothing', '', '', '', ''],
  ])('%s', (_what, text, url, read, origin) => {
    expect(readShare(text, url)).toEqual({ text: read, origin })
  })
})
