// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { watch } from 'vue'
import { useDisk } from '../../src/stores/disk.ts'
import { useFirstCards } from '../../src/stores/firstCards.ts'
import { useImporting } from '../../src/stores/importing.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useProblems } from '../../src/stores/problems.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { livingArticles } from '../storage/talks.ts'
import { fillDisk } from '../storage/testDisk.ts'
import { freshStores } from './freshStores.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/starterDecks.ts', async (actual) => {
  const { readFile } = await import('node:fs/promises')
  return {
    ...(await actual<object>()),
    readStarterDeck: (file: string) => readFile(`decks/${file}`),
  }
})

freshStores()

const onDisk = async () => livingArticles(await useDisk().open())

describe('the first cards', () => {
  it('are of one starter text, and ready to be asked', async () => {
    await useSettings().change({ learning: 'zh' })
    const first = useFirstCards()
    expect(await first.make()).toBe(true)
    expect(await onDisk()).toHaveLength(1)
    await useMemory().load()
    expect(useMemory().summary.fresh).toBeGreaterThan(3)
    expect(first.busy).toBe(false)
  })

  it('made twice, as after a kill before the welcome was over, are there once', async () => {
    await useSettings().change({ learning: 'zh' })
    const first = useFirstCards()
    await first.make()
    const cards = useMemory().notes.length
    expect(await first.make()).toBe(true)
    expect(await onDisk()).toHaveLength(1)
    expect(useMemory().notes).toHaveLength(cards)
  })

  it('are not made when that is cancelled, and nothing is on the disk', async () => {
    const first = useFirstCards()
    const importing = useImporting()
    const stop = watch(
      () => importing.task,
      (task) => task && first.cancel(),
      { flush: 'sync' },
    )
    expect(await first.make()).toBe(false)
    stop()
    expect([await onDisk(), useProblems().problem, first.busy]).toEqual([[], null, false])
  })

  it('that do not fit on the disk are said not to, and can be made once there is room', async () => {
    const first = useFirstCards()
    const makeRoom = fillDisk('articles')
    expect(await first.make()).toBe(false)
    makeRoom()
    expect([await onDisk(), useProblems().problem]).toEqual([[], 'diskFull'])
    expect(await first.make()).toBe(true)
    expect(await onDisk()).toHaveLength(1)
  })
})
