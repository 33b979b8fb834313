import { describe, expect, it } from 'vitest'
import { nextTick, reactive } from 'vue'
import { useProgress } from '../../../src/ui/review/progress.ts'

function session(cards: number) {
  const counts = reactive({ answered: 0, left: cards })
  const progress = useProgress(counts)
  /** @param again whether the card comes once more */
  const answer = async (again = false) => {
    counts.answered += 1
    if (!again) counts.left -= 1
    await nextTick()
    return progress.value
  }
  const undo = async () => {
    counts.answered -= 1
    counts.left += 1
    await nextTick()
    return progress.value
  }
  return { progress, answer, undo }
}

describe('the bar of a session', () => {
  it('grows by even steps and is full at the end', async () => {
    const { progress, answer } = session(4)
    expect(progress.value).toBe(0)
    expect([await answer(), await answer(), await answer(), await answer()]).toEqual([
      0.25,
      0.5,
      expect.closeTo(0.75),
      1,
    ])
  })

  it('grows with every answer, also when nothing gets less', async () => {
    const { progress, answer } = session(24)
    for (let i = 0, before = progress.value; i < 24; i++) {
      const now = await answer(true)
      expect(now).toBeGreaterThan(before)
      before = now
    }
    expect(progress.value).toBeLessThan(1)
  })

  it('goes back only when an answer is taken back, to where it was', async () => {
    const { answer, undo } = session(3)
    const first = await answer()
    await answer(true)
    expect(await undo()).toBe(first)
    expect(await undo()).toBe(0)
  })
})
