// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { DEFAULT_WEIGHTS } from '../../src/domain/srs/memory.ts'
import { OPTIMISE_EVERY } from '../../src/domain/srs/fit/optimise.ts'
import { readAttempt, rememberAttempt } from '../../src/storage/attempts.ts'
import { readLog } from '../../src/storage/reviewLog.ts'
import { writeSetting } from '../../src/storage/settings.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useOptimiser } from '../../src/stores/optimiser.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { seedDisk } from '../bench/seed.ts'
import { freshStores } from './freshStores.ts'

vi.mock('../../src/worker/memory/client.ts', () => import('../ui/memoryHere.ts'))

freshStores()

/** A learner who remembers far more than the default weights expect. */
async function seeded(reviews = 2_400) {
  const disk = await useDisk().open()
  await seedDisk(disk, { articles: 1, reviews, newCards: 0 })
  await writeSetting(disk, 'optimiser', null)
  await useSettings().load()
  return disk
}
const weightsIn = async () => {
  const log = await readLog(await useDisk().open())
  return log.filter((entry) => entry.type === 'weights')
}

describe('the optimiser', () => {
  it('puts a fit that predicts better in force, as an entry of the log', async () => {
    const disk = await seeded()
    const optimiser = useOptimiser()
    await optimiser.run()
    expect(optimiser.last).toMatchObject({ answers: 2_400, accepted: true })
    expect(optimiser.last!.after!).toBeLessThan(optimiser.last!.before!)
    const [entry] = await weightsIn()
    expect(entry!.weights).not.toEqual(DEFAULT_WEIGHTS)
    expect(useMemory().today().state.settings.weightsId).toBe(entry!.id)
    expect(await readAttempt(disk)).toEqual(optimiser.last)
  })

  it('moves no due day', async () => {
    await seeded()
    const memory = useMemory()
    await memory.load()
    const due = () => [...memory.today().state.cards.values()].map(({ dueDay }) => dueDay)
    const before = due()
    await useOptimiser().run()
    expect(due()).toEqual(before)
  })

  it('goes back to the weights before, and forth again', async () => {
    await seeded()
    const optimiser = useOptimiser()
    await optimiser.load()
    expect(optimiser.earlier).toBeNull()
    await optimiser.run()
    expect(optimiser.earlier?.at).toBe(-Infinity)
    await optimiser.goBack()
    expect(useMemory().today().state.settings.weights).toEqual(DEFAULT_WEIGHTS)
    const [fitted] = await weightsIn()
    expect(optimiser.earlier?.weights).toEqual(fitted!.weights)
    await optimiser.goBack()
    expect(useMemory().today().state.settings.weights).toEqual(fitted!.weights)
  })

  it('runs by itself when enough was answered since the last attempt', async () => {
    const disk = await seeded()
    const attempt = { at: 1, scored: 9, accepted: false, before: null, after: null }
    await rememberAttempt(disk, { ...attempt, answers: 2_400 - OPTIMISE_EVERY + 1 })
    const optimiser = useOptimiser()
    await optimiser.considerRunning()
    expect(await weightsIn()).toEqual([])
    await rememberAttempt(disk, { ...attempt, answers: 2_400 - OPTIMISE_EVERY })
    await optimiser.considerRunning()
    expect(await weightsIn()).toHaveLength(1)
  })

  it.each([{ autoOptimise: false }, { model: 'fsrs-7' as const }])(
    'does not run by itself with %o',
    async (part) => {
      const disk = await seeded(1_200)
      await useSettings().change(part)
      await useOptimiser().considerRunning()
      expect(await readAttempt(disk)).toBeNull()
    },
  )

  it('drops a fit when a review has begun meanwhile, and tries again later', async () => {
    const disk = await seeded()
    const optimiser = useOptimiser()
    await optimiser.considerRunning(() => false)
    expect([await weightsIn(), await readAttempt(disk)]).toEqual([[], null])
    await optimiser.considerRunning()
    expect(await weightsIn()).toHaveLength(1)
  })

  it('can be cancelled, and nothing has changed', async () => {
    const disk = await seeded()
    const optimiser = useOptimiser()
    const work = optimiser.run()
    expect(optimiser.running).toBe(true)
    optimiser.cancel()
    await expect(work).rejects.toMatchObject({ name: 'AbortError' })
    expect(optimiser.running).toBe(false)
    expect([await weightsIn(), await readAttempt(disk)]).toEqual([[], null])
  })
})
