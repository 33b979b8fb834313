// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { useDisk } from '../../src/stores/disk.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { useStats } from '../../src/stores/stats.ts'
import { seedDisk } from '../bench/seed.ts'
import { freshStores } from './freshStores.ts'

vi.mock('../../src/worker/memory/client.ts', () => import('../ui/memoryHere.ts'))

freshStores()

async function seeded() {
  await seedDisk(await useDisk().open(), { articles: 1, reviews: 1_900, newCards: 20 })
  const settings = useSettings()
  await settings.load()
  await settings.change({ learning: 'zh' })
  return useStats()
}

describe('statistics', () => {
  it('are of the whole log, words counted by their reading card under their level', async () => {
    const stats = await seeded()
    await stats.load()
    const { periods, articles, known, cards } = stats.statistics!
    expect(periods.all.answers).toBe(1_900)
    expect(cards).toBe(380)
    expect(articles).toMatchObject([{ article: 'seed-0000', cards: 400, started: 380 }])
    const levels = Object.keys(known.at(-1)!.known).toSorted()
    expect(levels).toEqual(['1', '2', '3', '4', '5', '6', '7'])
    const words = Object.values(known.at(-1)!.known).reduce((sum, one) => sum + one, 0)
    expect(words).toBeGreaterThan(0)
    expect(words).toBeLessThanOrEqual(120)
  })

  it('leave out words of the other direction', async () => {
    const stats = await seeded()
    await useSettings().change({ learning: 'en' })
    await stats.load()
    expect(stats.statistics!.known).toEqual([])
  })
})

describe('the simulator', () => {
  it('prices every percent of desired retention', async () => {
    const stats = await seeded()
    await stats.simulate()
    const workloads = stats.workloads!
    expect(workloads.map(({ desiredRetention }) => desiredRetention)).toHaveLength(30)
    expect(workloads[25]!.desiredRetention).toBe(0.95)
    expect(workloads[25]!.minutesPerDay).toBeGreaterThan(workloads[20]!.minutesPerDay)
    expect(stats.simulating).toBe(false)
  })

  it('stops when it is cancelled', async () => {
    const stats = await seeded()
    const work = stats.simulate()
    expect(stats.simulating).toBe(true)
    stats.cancel()
    await expect(work).rejects.toMatchObject({ name: 'AbortError' })
    expect([stats.simulating, stats.workloads]).toEqual([false, null])
  })
})
