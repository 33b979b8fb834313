// @vitest-environment happy-dom
import { readFile } from 'node:fs/promises'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ref, watch } from 'vue'
import { AppError } from '../../src/domain/errors.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useNextText } from '../../src/stores/nextText.ts'
import { useProblems } from '../../src/stores/problems.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { useShelf } from '../../src/stores/shelf.ts'
import { markKnown } from '../../src/storage/settings.ts'
import { freshStores } from './freshStores.ts'

/** The network of these tests, and what was kept of it. */
const net = { isDown: false, kept: new Set<string>(), fetched: [] as string[] }

vi.mock('../../src/storage/starterDecks.ts', () => {
  async function get(file: string, signal?: AbortSignal) {
    await new Promise((resolve) => setTimeout(resolve, 1))
    signal?.throwIfAborted()
    if (net.isDown && !net.kept.has(file)) throw new AppError('textUnavailable')
    net.fetched.push(file)
    net.kept.add(file)
    return await readFile(`decks/${file}`, 'utf8')
  }
  return {
    readCatalogue: async () => JSON.parse(await get('index.json')),
    readShelfWords: async (side: string) => JSON.parse(await get(`shelf/words-${side}.json`)),
    readStarterDeck: get,
    keptStarterDecks: async (files: readonly string[]) =>
      new Set(files.filter((file) => net.kept.has(file))),
  }
})

freshStores()
beforeEach(() => Object.assign(net, { isDown: false, kept: new Set(), fetched: [] }))

const ofLevel = (level: string) => useShelf().texts.filter((text) => text.level.startsWith(level))

async function until(isSo: () => boolean) {
  for (let i = 0; i < 500 && !isSo(); i++) await new Promise((resolve) => setTimeout(resolve, 5))
  expect(isSo()).toBe(true)
}

describe('the shelf', () => {
  it('says how much of each text the learner can read, by level and by what they said', async () => {
    await useSettings().change({ learning: 'zh', hsk: 1 })
    const shelf = useShelf()
    await shelf.load()
    const read = () => shelf.covered.get('starter-changing-seats')!
    const atFirst = read()
    expect(shelf.covered.get('starter-wrong-number')).toBeGreaterThan(0.84)
    expect(atFirst).toBeLessThan(0.84)
    await markKnown(await useDisk().open(), 'zh', ['座位', '阿姨', '号车'], true)
    await until(() => read() > atFirst)
    await useSettings().change({ hsk: 4 })
    expect(read()).toBeGreaterThan(0.9)
    expect(shelf.next?.level).toBe('HSK 4 · B1')
  })

  it('counts English words for who learns English', async () => {
    await useSettings().change({ learning: 'zh', hsk: 7 })
    const shelf = useShelf()
    await shelf.load()
    await useSettings().change({ learning: 'en', cefr: 'A1' })
    expect(shelf.covered.size).toBe(0)
    await shelf.load()
    expect(shelf.covered.get('starter-please-sit-down')).toBeGreaterThan(0.85)
    expect(net.fetched.filter((file) => file === 'index.json')).toHaveLength(1)
  })

  it('takes a level along, a text after the other, and tells how far it is', async () => {
    const shelf = useShelf()
    await shelf.load()
    const steps: string[] = []
    watch(
      () => shelf.taking,
      (now) => steps.push(now === null ? 'over' : `${now.done}/${now.of}`),
      { flush: 'sync' },
    )
    await shelf.takeAlong('HSK 1', ofLevel('HSK 1'))
    expect(steps).toEqual(['0/6', '1/6', '2/6', '3/6', '4/6', '5/6', '6/6', 'over'])
    expect(shelf.kept).toEqual(new Set(ofLevel('HSK 1').map(({ file }) => file)))
  })

  it('keeps what came before it was cancelled, and fetches only the rest the next time', async () => {
    const shelf = useShelf()
    await shelf.load()
    const stop = watch(
      () => shelf.taking?.done,
      (done) => done === 2 && shelf.cancel(),
      { flush: 'sync' },
    )
    await shelf.takeAlong('HSK 1', ofLevel('HSK 1'))
    stop()
    expect([shelf.kept.size, shelf.taking]).toEqual([2, null])
    const before = net.fetched.length
    await shelf.takeAlong('HSK 1', ofLevel('HSK 1'))
    expect(net.fetched.length - before).toBe(4)
  })

  it('stops when the network goes, says so, and keeps what came', async () => {
    const shelf = useShelf()
    await shelf.load()
    const stop = watch(
      () => shelf.taking?.done,
      (done) => (net.isDown = done === 3 || net.isDown),
      { flush: 'sync' },
    )
    const taking = shelf.takeAlong('HSK 1', ofLevel('HSK 1'))
    await expect(taking).rejects.toMatchObject({ code: 'textUnavailable' })
    stop()
    expect([shelf.kept.size, shelf.taking]).toEqual([3, null])
  })
})

describe('the text that fits next', () => {
  it('is looked for when it is offered, not before', async () => {
    await useSettings().change({ learning: 'zh', hsk: 2 })
    const offered = ref(false)
    const next = useNextText(() => offered.value)
    await useMemory().load()
    expect([net.fetched, next.value]).toEqual([[], null])
    offered.value = true
    await until(() => next.value !== null)
    expect(next.value?.text.level).toBe('HSK 2 · A2')
    expect(next.value?.covered).toBeGreaterThan(0.8)
    offered.value = false
    expect(next.value).toBeNull()
  })

  it('is no problem when it cannot be had', async () => {
    net.isDown = true
    const next = useNextText(() => true)
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect([next.value, useProblems().problem]).toEqual([null, null])
  })
})
