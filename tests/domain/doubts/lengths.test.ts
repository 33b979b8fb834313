import { describe, expect, it } from 'vitest'
import { codes } from './doubtCodes.ts'

describe('lengths', () => {
  it('sees a sentence much longer than its partner', () => {
    const usual = Array.from(
      { length: 10 },
      (_, i) =>
        [
          `第${i}个渔民在码头上修理他的旧渔网。`,
          'On the pier the fisherman was mending his old net.',
        ] as const,
    )
    const found = codes(...usual, [
      '渔民们在码头上修理他们的渔网。',
      'On the pier the fishermen were mending their nets, as they had done on every calm evening since the great storm that took the lighthouse away.',
    ])
    expect(found.filter(([code]) => code === 'lengthOutlier')).toEqual([['lengthOutlier', 10]])
  })

  it('say nothing while the words of the longer side have their partners', () => {
    const usual = Array.from(
      { length: 10 },
      () =>
        [
          '渔民在码头上修理他的旧渔网。',
          'On the pier the fisherman was mending his old net.',
        ] as const,
    )
    const wordy =
      'The teacher, the doctor, the farmer, the soldier and the student read newspapers at home every single morning of the year.'
    const found = codes(...usual, ['教师、医生、农民、士兵、学生每年每天早晨在家看报纸。', wordy])
    expect(found).toEqual([])
  })
})
