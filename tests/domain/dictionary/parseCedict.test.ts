import { expect, it } from 'vitest'
import { parseCedict } from '../../../src/domain/dictionary/parseCedict.ts'

it('reads entries, their glosses and the date of the release', () => {
  const text =
    '# CC-CEDICT\n#! date=2026-09-10T07:14:51Z\n' +
    '停火 停火 [ting2 huo3] /to cease fire/ceasefire/\r\n' +
    '說話 说话 [shuo1 hua4] /to talk (about [sth])/\n'
  expect(parseCedict(text)).toEqual({
    date: '2026-09-10',
    entries: [
      {
        simplified: '停火',
        traditional: '停火',
        reading: 'ting2 huo3',
        glosses: ['to cease fire', 'ceasefire'],
      },
      {
        simplified: '说话',
        traditional: '說話',
        reading: 'shuo1 hua4',
        glosses: ['to talk (about [sth])'],
      },
    ],
  })
})

it('is not quiet about a line it does not understand', () => {
  expect(() => parseCedict('停火 ting2 huo3 ceasefire')).toThrow('not a CC-CEDICT line: 停火')
})
