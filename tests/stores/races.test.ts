// @vitest-environment happy-dom
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { useDisk } from '../../src/stores/disk.ts'
import { useProblems } from '../../src/stores/problems.ts'
import { useReview } from '../../src/stores/review.ts'
import { useSettings } from '../../src/stores/settings.ts'
import type { Rating } from '../../src/domain/model.ts'
import { bitext } from '../make.ts'
import { take } from '../storage/talks.ts'
import { freshStores } from './freshStores.ts'
import { logOnDisk } from './talksSession.ts'

freshStores()
afterEach(() => {
  vi.restoreAllMocks()
})

const ROUNDS = 5
/** A card for every round and one to go on with, or the same one would come up again. */
const SENTENCES = [
  ['天亮了。', 'Day broke.'],
  ['门开着。', 'The door was open.'],
  ['他走了。', 'He left.'],
  ['雨停了。', 'The rain stopped.'],
  ['灯还亮着。', 'The lamp was still on.'],
  ['谁也没说话。', 'Nobody spoke.'],
  ['狗叫了一声。', 'A dog barked once.'],
  ['她笑了。', 'She smiled.'],
] as const
const night = { ...bitext(SENTENCES, { id: 'N', addedAt: 1 }) }
const RATINGS: readonly Rating[] = ['good', 'easy', 'hard', 'again']

/** What becomes of what a tab says to the others. */
const MESSAGES = {
  delivered: () => undefined,
  late(post: BroadcastChannel['postMessage']) {
    return function (this: BroadcastChannel, message: unknown) {
      setTimeout(() => post.call(this, message), 40)
    }
  },
  lost: () => () => undefined,
}

async function tab(): Promise<Pinia> {
  const pinia = createPinia()
  await useSettings(pinia).load()
  await useReview(pinia).begin()
  return pinia
}

const rest = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

describe.each(Object.entries(MESSAGES))(
  'two tabs that show one card, messages %s',
  (_how, become) => {
    it.each([0, 1, 5, 30])('log one answer when the second comes %s ms later', async (later) => {
      const instead = become(BroadcastChannel.prototype.postMessage)
      if (instead !== undefined)
        vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockImplementation(instead)
      const first = createPinia()
      setActivePinia(first)
      await useSettings(first).change({ learning: 'zh', newPerDay: 20, buttons: 'four' })
      await take(await useDisk(first).open(), night)
      for (let round = 0; round < ROUNDS; round++) {
        const tabs = [await tab(), await tab()] as const
        const before = (await logOnDisk()).length
        const cards = tabs.map((one) => useReview(one).question?.card.id)
        expect(cards[0]).toBeDefined()
        expect(cards[1]).toBe(cards[0])
        const shown = tabs.map((one) => useReview(one).intervals)
        const ratings = [RATINGS[round % 4]!, RATINGS[(round + 1) % 4]!] as const
        const press = (i: 0 | 1) =>
          useProblems(tabs[i]).attempt('review.answer', () => useReview(tabs[i]).answer(ratings[i]))
        const one = press(0)
        await rest(later)
        await Promise.all([one, press(1)])
        const written = (await logOnDisk()).slice(before)
        const entries = written.flatMap((entry) =>
          entry.type === 'answer' && entry.card === cards[0] ? [entry] : [],
        )
        expect(entries).toHaveLength(1)
        const by = ratings.findIndex((rating) => entries[0]?.rating === rating)
        expect(entries[0]?.intervalSeconds).toBe(shown[by]?.[ratings[by]!])
        // What is said late is said before the tabs close.
        await rest(60)
        for (const each of tabs) await (await useDisk(each).open()).close()
      }
      await (await useDisk(first).open()).close()
    })
  },
)
