// @vitest-environment happy-dom
import { createPinia, setActivePinia, type Pinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import { repairArticle } from '../../src/domain/article/edit.ts'
import { readArticle } from '../../src/storage/articles.ts'
import { editArticle } from '../../src/storage/editing.ts'
import { useBackup } from '../../src/stores/backup.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useLibrary } from '../../src/stores/library.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useReview } from '../../src/stores/review.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { take, talks } from '../storage/talks.ts'
import { freshStores } from './freshStores.ts'

freshStores()

/** Stores of two tabs on one database: each hears of the other by its own disk's channel alone. */
async function twoTabs() {
  const pinias = [createPinia(), createPinia()] as const
  const settings = useSettings(pinias[0])
  await settings.change({ learning: 'zh', welcomed: true })
  await take(await useDisk(pinias[0]).open(), talks)
  for (const pinia of pinias) {
    await useSettings(pinia).load()
    await useMemory(pinia).load()
    await useLibrary(pinia).load()
  }
  setActivePinia(pinias[0])
  return pinias
}

const close = async (pinia: Pinia) => (await useDisk(pinia).open()).close()

describe('what one tab writes the other shows, without a reload', () => {
  it('a setting, and neither takes the other one back', async () => {
    const [one, two] = await twoTabs()
    await useSettings(one).change({ theme: 'dark' })
    await vi.waitFor(() => expect(useSettings(two).learner.theme).toBe('dark'))
    await Promise.all([
      useSettings(one).change({ newPerDay: 3 }),
      useSettings(two).change({ script: 'traditional' }),
    ])
    for (const tab of [one, two])
      await vi.waitFor(() =>
        expect(useSettings(tab).learner).toMatchObject({
          theme: 'dark',
          newPerDay: 3,
          script: 'traditional',
        }),
      )
    await close(two)
  })

  it('a word that is known, and known no more', async () => {
    const [one, two] = await twoTabs()
    const back = await useMemory(one).sayKnown('会谈')
    await vi.waitFor(() => expect(useMemory(two).knowledgeOf('会谈', {}, 'zh')).toBe('known'))
    await back?.()
    await vi.waitFor(() => expect(useMemory(two).knowledgeOf('会谈', {}, 'zh')).not.toBe('known'))
    await close(two)
  })

  it('a deleted article, its cards, and its return', async () => {
    const [one, two] = await twoTabs()
    await useLibrary(one).remove('A')
    await vi.waitFor(() => expect(useLibrary(two).articles).toEqual([]))
    await vi.waitFor(() => expect(useMemory(two).cardsOf('A')).toBe(0))
    const { useUndo } = await import('../../src/stores/undo.ts')
    await useUndo(one).undo()
    await vi.waitFor(() => expect(useLibrary(two).articles).toHaveLength(1))
    await vi.waitFor(() => expect(useMemory(two).cardsOf('A')).toBe(5))
    await close(two)
  })

  it('a repaired article, in the number of its pairs', async () => {
    const [one, two] = await twoTabs()
    const disk = await useDisk(one).open()
    const before = (await readArticle(disk, 'A'))!
    await editArticle(disk, before, repairArticle(before, 0, { do: 'merge' }))
    await vi.waitFor(() => expect(useLibrary(two).articles[0]?.beads).toBe(2))
    await close(two)
  })

  it('an answered card: the other tab counts it and goes on to the next', async () => {
    const [one, two] = await twoTabs()
    await useBackup(two).refresh()
    await useReview(one).begin()
    await useReview(two).begin()
    const asked = useReview(one).question?.card.id
    expect(useReview(two).question?.card.id).toBe(asked)
    await useReview(one).answer('good')
    await vi.waitFor(() => expect(useReview(two).question?.card.id).not.toBe(asked))
    expect(useMemory(two).today().state.cards.get(asked!)?.reps).toBe(1)
    expect(useMemory(two).summary).toEqual(useMemory(one).summary)
    await vi.waitFor(() => expect(useBackup(two).unsaved).toBe(1))
    await useReview(one).undo()
    await vi.waitFor(() => expect(useMemory(two).today().state.cards.has(asked!)).toBe(false))
    await close(two)
  })
})
