// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { useBackup } from '../../src/stores/backup.ts'
import { useCopies } from '../../src/stores/copies.ts'
import { useLibrary } from '../../src/stores/library.ts'
import { useProblems } from '../../src/stores/problems.ts'
import { useReview } from '../../src/stores/review.ts'
import { fakeFolder, type FakeFolder } from '../storage/fakeFolder.ts'
import { freshStores } from './freshStores.ts'
import { learnTheTalks, logOnDisk, reviewTheTalks } from './talksSession.ts'

freshStores()

let folder: FakeFolder
/** Gives this browser private files. */
beforeEach(() => {
  folder = fakeFolder()
  const handle = Object.assign(() => undefined, { prototype: { createWritable: () => null } })
  vi.stubGlobal('FileSystemFileHandle', handle)
  vi.stubGlobal('requestIdleCallback', (work: () => void) => setTimeout(work))
  const getDirectory = async () => ({ getDirectoryHandle: async () => folder })
  Object.defineProperty(navigator, 'storage', { value: { getDirectory }, configurable: true })
})
afterEach(() => {
  Reflect.deleteProperty(navigator, 'storage')
  vi.unstubAllGlobals()
})

describe('safety copies', () => {
  it('are made at the start and after a session, with what it held, and never beside one', async () => {
    await learnTheTalks()
    const [copies, review] = [useCopies(), useReview()]
    copies.follow()
    await vi.waitFor(() => expect(copies.copies).toHaveLength(1), 10_000)
    const [first] = copies.copies
    expect(first).toMatchObject({ articles: 1, reviews: 0 })
    await review.begin()
    await review.answer('easy')
    useCopies().follow()
    await new Promise((resolve) => setTimeout(resolve, 50))
    expect(copies.copies.map(({ reviews }) => reviews)).toEqual([0])
    while (review.question !== null) await review.answer('easy')
    const answers = (await logOnDisk()).filter(({ type }) => type === 'answer').length
    await vi.waitFor(
      () => expect(copies.copies.map(({ reviews }) => reviews)).toEqual([answers]),
      10_000,
    )
    expect(answers).toBeGreaterThan(0)
  })

  it('are not made beside a restore, but after it', async () => {
    const review = await reviewTheTalks()
    await review.answer('easy')
    const [copies, backup] = [useCopies(), useBackup()]
    await copies.consider()
    const file = await copies.open(copies.copies[0]!)
    const bytes = await file!.arrayBuffer()
    folder.files.clear()
    while (review.question !== null) await review.answer('easy')
    let arrive = () => {}
    const arrival = new Promise<void>((resolve) => (arrive = resolve))
    const slow = Object.assign(file!, { arrayBuffer: () => arrival.then(() => bytes) })
    const restoring = backup.restore(slow)
    copies.follow()
    await new Promise((resolve) => setTimeout(resolve, 200))
    expect(folder.files.size).toBe(0)
    arrive()
    await restoring
    await vi.waitFor(() => expect(copies.copies).toHaveLength(1), 10_000)
  })

  it('stop when a session begins, and are no trouble then', async () => {
    const review = await reviewTheTalks()
    const copies = useCopies()
    const controller = new AbortController()
    const copying = copies.consider(controller.signal)
    controller.abort()
    await expect(copying).rejects.toMatchObject({ name: 'AbortError' })
    expect([copies.outcome, copies.copies]).toEqual([null, []])
    await review.answer('easy')
    await copies.consider()
    expect(copies.copies.map(({ reviews }) => reviews)).toEqual([1])
  })

  it('bring back nothing that was deleted since, and offer it', async () => {
    const review = await reviewTheTalks()
    await review.answer('easy')
    const [copies, backup, library] = [useCopies(), useBackup(), useLibrary()]
    await copies.consider()
    await library.load()
    await library.remove(library.articles[0]!.id)
    const file = await copies.open(copies.copies[0]!)
    await backup.restore(file!)
    expect(backup.restored?.gone.some(({ kind }) => kind === 'article')).toBe(true)
    expect(backup.progress).toBeNull()
  })

  it('that cannot be written are no problem to speak of on other screens', async () => {
    await reviewTheTalks()
    folder.mood = 'full'
    const copies = useCopies()
    await copies.consider()
    expect([copies.outcome, copies.copies, useProblems().problem]).toEqual(['full', [], null])
  })

  it('are known not to be kept in a browser without private files', async () => {
    await reviewTheTalks()
    Reflect.deleteProperty(navigator, 'storage')
    const copies = useCopies()
    await copies.consider()
    expect([copies.kept, copies.outcome, copies.copies]).toEqual([false, null, []])
  })

  it('that are gone when they are wanted leave the list', async () => {
    await reviewTheTalks()
    const copies = useCopies()
    await copies.consider()
    folder.files.clear()
    expect(await copies.open(copies.copies[0]!)).toBeNull()
    expect(copies.copies).toEqual([])
  })
})

describe('a restore', () => {
  it('that is cancelled changes nothing', async () => {
    const review = await reviewTheTalks()
    await review.answer('easy')
    const [copies, backup] = [useCopies(), useBackup()]
    await copies.consider()
    const file = await copies.open(copies.copies[0]!)
    await review.answer('easy')
    const before = await logOnDisk()
    const restoring = backup.restore(file!)
    backup.cancel()
    await expect(restoring).rejects.toMatchObject({ name: 'AbortError' })
    expect(await logOnDisk()).toEqual(before)
    expect([backup.busy, backup.progress, backup.restored]).toEqual([false, null, null])
  })
})
