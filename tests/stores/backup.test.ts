// @vitest-environment happy-dom
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { appendEntries } from '../../src/storage/reviewLog.ts'
import { useBackup } from '../../src/stores/backup.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useLibrary } from '../../src/stores/library.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useProblems } from '../../src/stores/problems.ts'
import { useReview } from '../../src/stores/review.ts'
import { useUndo } from '../../src/stores/undo.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { answer } from '../make.ts'
import { demand, everything, take } from '../storage/talks.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'
import { learnTheTalks, logOnDisk, problemWhenFull, reviewTheTalks } from './talksSession.ts'

freshStores()

let saved: { readonly name: string; readonly content: Blob }[] = []
beforeEach(() => {
  saved = []
  let content = new Blob()
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) content = blob
    return 'blob:here'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, content })
  })
})
afterEach(() => {
  vi.restoreAllMocks()
  vi.unstubAllGlobals()
})

const disk = () => useDisk().open()

/** Writes so many answers, of as many cards. */
async function giveAnswers(many: number, from = 0): Promise<void> {
  const { id: _id, at: _at, device: _device, ...draft } = answer()
  const drafts = Array.from({ length: many }, (_, i) => ({ ...draft, card: `c${from + i}` }))
  await appendEntries(await disk(), drafts)
}

/** The file of somebody with the talks, one answer, one known word, and four buttons. */
async function backupFile(): Promise<File> {
  const review = await reviewTheTalks({ buttons: 'four' })
  await review.answer('easy')
  await useMemory().sayKnown('双方')
  await useBackup().save()
  return new File([saved[0]!.content], saved[0]!.name)
}

/** The stores of another device, on which the app has started. */
async function onNewDevice() {
  globalThis.indexedDB = new IDBFactory()
  const stores = inAnotherTab(() => ({
    backup: useBackup(),
    disk: useDisk(),
    library: useLibrary(),
    memory: useMemory(),
    problems: useProblems(),
    review: useReview(),
    settings: useSettings(),
  }))
  await Promise.all([stores.library.load(), stores.memory.load()])
  return stores
}

describe('reviews that are in no backup', () => {
  it('are counted, and wanted in one from forty on', async () => {
    const backup = useBackup()
    await backup.refresh()
    expect([backup.unsaved, backup.wanted]).toEqual([0, false])
    await giveAnswers(39)
    await backup.refresh()
    expect([backup.unsaved, backup.wanted]).toEqual([39, false])
    await appendEntries(await disk(), [{ type: 'flag', card: 'c0', flag: 1 }])
    await backup.refresh()
    expect(backup.unsaved).toBe(39)
    await giveAnswers(1, 39)
    await backup.refresh()
    expect([backup.unsaved, backup.wanted]).toEqual([40, true])
  })

  it('are none once they are saved, and counted anew from there', async () => {
    const backup = useBackup()
    await giveAnswers(41)
    await backup.refresh()
    expect(backup.wanted).toBe(true)
    await backup.save()
    expect([backup.unsaved, backup.wanted, backup.busy]).toEqual([0, false, false])
    const review = await reviewTheTalks()
    await review.answer('good')
    await backup.refresh()
    expect(backup.unsaved).toBe(1)
  })

  it('stay unsaved when the learner sends the file nowhere', async () => {
    const share = vi.fn(() => Promise.reject(new DOMException('dismissed', 'AbortError')))
    Object.assign(navigator, { share, canShare: () => true })
    const coarse = Object.defineProperty(matchMedia('(pointer: coarse)'), 'matches', {
      value: true,
    })
    vi.spyOn(window, 'matchMedia').mockReturnValue(coarse)
    const backup = useBackup()
    await giveAnswers(3)
    await useProblems().attempt('backup.save', () => backup.save())
    await backup.refresh()
    expect([share.mock.calls.length, saved.length, backup.unsaved]).toEqual([1, 0, 3])
    expect([useProblems().problem, backup.busy]).toEqual([null, false])
    Reflect.deleteProperty(navigator, 'share')
    Reflect.deleteProperty(navigator, 'canShare')
  })

  it('stay unsaved, without a word, when the disk is too full to remember', async () => {
    const backup = useBackup()
    await giveAnswers(3)
    expect(await problemWhenFull('settings', () => backup.save())).toBeNull()
    await backup.refresh()
    expect([saved.length, backup.unsaved, backup.busy]).toEqual([1, 3, false])
  })
})

describe('a saved backup', () => {
  it('is one file that bears its day', async () => {
    const file = await backupFile()
    expect(file.name).toMatch(/^duizhao-\d{4}-\d\d-\d\d\.duizhao$/)
    expect(saved).toHaveLength(1)
  })

  it('brings everything to a new device, on screen at once', async () => {
    const file = await backupFile()
    const [before, log] = [await everything(await disk()), await logOnDisk()]
    const { backup, library, memory, settings, ...there } = await onNewDevice()
    await backup.restore(file)
    expect([backup.issues, backup.restored]).toEqual([
      [],
      { articles: 1, notes: 5, entries: 1, gone: [] },
    ])
    expect(settings.learner).toMatchObject({ buttons: 'four', learning: 'zh', newPerDay: 20 })
    expect(library.articles.map(({ id }) => id)).toEqual(['A'])
    expect([memory.summary.fresh, memory.knowledgeOf('双方', {}, 'zh')]).toEqual([2, 'known'])
    expect([...memory.today().state.cards.values()].map(({ reps }) => reps)).toEqual([1])
    expect((await logOnDisk()).map(({ id }) => id)).toEqual(log.map(({ id }) => id))
    const [articles, texts, notes] = (await everything(await there.disk.open())) as unknown[]
    expect([articles, texts, notes]).toEqual((before as unknown[]).slice(0, 3))
  })

  it('asks for no new backup where it was restored', async () => {
    await giveAnswers(50)
    const file = await backupFile()
    const { backup } = await onNewDevice()
    await backup.restore(file)
    expect([backup.unsaved, backup.wanted]).toEqual([0, false])
  })

  it('that comes to a review goes on with it', async () => {
    const file = await backupFile()
    const { backup, review } = await onNewDevice()
    await backup.restore(file)
    await review.begin()
    expect(review.left).toBe(2)
    await review.answer('good')
    expect(review.answered).toBe(1)
  })
})

describe('restoring where something is already', () => {
  it('adds nothing the second time', async () => {
    const file = await backupFile()
    const before = await everything(await disk())
    const backup = useBackup()
    for (let i = 0; i < 2; i++) {
      await backup.restore(file)
      expect(backup.restored).toEqual({ articles: 0, notes: 0, entries: 0, gone: [] })
    }
    expect(await logOnDisk()).toHaveLength(1)
    expect((await everything(await disk())) as unknown[]).toEqual(before)
  })

  it('keeps what is only here, the settings that were chosen later included', async () => {
    const file = await backupFile()
    const there = await onNewDevice()
    await there.settings.change({ learning: 'zh', newPerDay: 7 })
    await take(await there.disk.open(), demand)
    await there.backup.restore(file)
    await there.library.load()
    expect(there.settings.learner).toMatchObject({ newPerDay: 7, buttons: 'four' })
    expect(there.library.articles.map(({ id }) => id)).toEqual(['B', 'A'])
  })

  it('leaves deleted what was deleted since, and brings it back when asked to', async () => {
    const file = await backupFile()
    const [library, backup] = [useLibrary(), useBackup()]
    await library.load()
    await library.remove('A')
    await backup.restore(file)
    expect(library.articles).toEqual([])
    expect(backup.restored?.gone).toMatchObject([{ kind: 'article', id: 'A' }])
    await backup.bringBack(backup.restored!.gone[0]!, 'A')
    expect(library.articles.map(({ id }) => id)).toEqual(['A'])
    expect(backup.restored?.gone).toEqual([])
    await useUndo().undo()
    expect(library.articles).toEqual([])
    expect(backup.restored?.gone).toHaveLength(1)
  })

  it('is heard in another tab', async () => {
    const file = await backupFile()
    const there = await onNewDevice()
    const other = inAnotherTab(() => ({ memory: useMemory(), settings: useSettings() }))
    await there.settings.change({ learning: 'zh', newPerDay: 20 })
    await other.settings.load()
    await other.memory.load()
    expect(other.memory.cards).toEqual([])
    await there.backup.restore(file)
    await expect.poll(() => other.memory.summary.fresh).toBe(2)
  })
})

describe('a bad file', () => {
  const restoreBytes = async (...parts: BlobPart[]) => {
    const backup = useBackup()
    await backup.restore(new File(parts, 'some.duizhao'))
    return backup
  }

  it('that is no backup changes nothing and says so', async () => {
    await learnTheTalks()
    const before = await everything(await disk())
    const backup = await restoreBytes('Dear diary')
    expect(backup.issues).toMatchObject([{ code: 'notABackup' }])
    expect([backup.restored, backup.busy]).toEqual([null, false])
    expect(await everything(await disk())).toEqual(before)
  })

  it.each([
    ['cut short', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, bytes.length - 20)],
    [
      'changed in one byte',
      (bytes: Uint8Array<ArrayBuffer>) => {
        const changed = bytes.slice()
        changed[bytes.length >> 1]! ^= 0x10
        return changed
      },
    ],
  ])('that was %s brings nothing and says so', async (_name, damage) => {
    const bytes = damage(new Uint8Array(await (await backupFile()).arrayBuffer()))
    const { backup, disk: there, library } = await onNewDevice()
    await backup.restore(new File([bytes], 'bad.duizhao'))
    expect(backup.issues).toMatchObject([{ code: 'backupDamaged' }])
    expect([backup.restored, library.articles]).toEqual([null, []])
    expect(await everything(await there.open())).toEqual([[], [], [], [], []])
  })

  it('is forgotten when a good one follows', async () => {
    const file = await backupFile()
    const backup = await restoreBytes('Dear diary')
    await backup.restore(file)
    expect([backup.issues, backup.restored]).toEqual([
      [],
      { articles: 0, notes: 0, entries: 0, gone: [] },
    ])
  })

  it.each(['articles', 'notes', 'segments', 'settings'])(
    'is no bad file where there is no room for its %s: nothing of it is there',
    async (store) => {
      const file = await backupFile()
      const { backup, disk: there } = await onNewDevice()
      await there.open()
      expect(await problemWhenFull(store, () => backup.restore(file))).toBe('diskFull')
      expect([backup.issues, backup.restored, backup.busy]).toEqual([[], null, false])
      expect(await everything(await there.open())).toEqual([[], [], [], [], []])
      await backup.restore(file)
      expect(backup.restored).toEqual({ articles: 1, notes: 5, entries: 1, gone: [] })
    },
  )
})
