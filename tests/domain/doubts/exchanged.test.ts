import { expect, it } from 'vitest'
import { codes } from './doubtCodes.ts'

it.each([
  ['甲方应向乙方付款。', 'Party B shall pay Party A.', true],
  ['红灯表示缺水，绿灯表示水开了。', 'Green means no water, red means it has boiled.', true],
  ['门朝南，窗朝北。', 'The door faces north and the window south.', true],
  ['甲方应向乙方付款。', 'Party A shall pay Party B.', false],
  ['红灯表示缺水，绿灯表示水开了。', 'Red means no water, green means it has boiled.', false],
  // Twice on one side: which is which nobody can say.
  ['红灯亮，绿灯亮，红灯灭。', 'Green comes on, then red goes out.', false],
])('changed places: %s against %s: %s', (zh, en, found) => {
  const all = codes([zh, en]).filter(([code]) => code === 'wordDiffers')
  expect(all.length > 0).toBe(found)
})

it.each([
  ['她没有哭，也不想走。', 'She did not cry, and she wanted to leave.', true],
  ['他不抽烟，也不喝酒。', 'He does not smoke; he drinks.', true],
  ['她没有哭，也不想走。', 'She did not cry, and did not want to leave.', false],
  ['他不抽烟，也很少喝酒。', 'He does not smoke, and seldom drinks.', false],
])('denied in one clause: %s against %s: %s', (zh, en, found) => {
  const all = codes([zh, en]).filter(([code]) => code === 'polarityDiffers')
  expect(all.length > 0).toBe(found)
})
