// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { articleHeads } from '../../src/storage/articles.ts'
import { useBackup } from '../../src/stores/backup.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useDoubts } from '../../src/stores/doubts.ts'
import { useImporting } from '../../src/stores/importing.ts'
import { useKeeping } from '../../src/stores/keeping.ts'
import { useLibrary } from '../../src/stores/library.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { usePicking } from '../../src/stores/picking.ts'
import { useProblems } from '../../src/stores/problems.ts'
import { useReader } from '../../src/stores/reader.ts'
import { useTappedWord } from '../../src/stores/tappedWord.ts'
import { useReview } from '../../src/stores/review.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { everything } from '../storage/talks.ts'
import { fillDisk } from '../storage/testDisk.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'
import { learnTheTalks } from './talksSession.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

const PASTED = [
  '双方昨天宣布停火。',
  'Both sides announced a ceasefire yesterday.',
  '会谈持续了三天。',
  'The talks lasted three days.',
].join('\n')

const disk = () => useDisk().open()
let makeRoom = () => {}

freshStores()
beforeEach(async () => {
  await learnTheTalks()
})
afterEach(() => {
  makeRoom()
  useDoubts().leave()
})

/** From here on nothing more fits; what could be made again is not there, either. */
async function fill(): Promise<void> {
  await (await (await disk()).connection()).clear('image')
  makeRoom = fillDisk()
}

const said = () => useProblems().problem

/** The app as it is after a start on this disk. */
const started = <T>(use: () => T): T => inAnotherTab(use)

describe('on a full disk', () => {
  it('an article is read, its translation folded, and its words are looked up', async () => {
    await fill()
    const { reader, problems, doubts, settings } = started(() => ({
      settings: useSettings(),
      problems: useProblems(),
      doubts: useDoubts(),
      reader: useReader(),
    }))
    await settings.load()
    await reader.open('A')
    expect(reader.pairs[1]?.words.map(({ key }) => key)).toEqual(['会谈', '结束', '。'])
    reader.toggleFoldAll()
    reader.unfold(1)
    expect([reader.isFolded(0), reader.isFolded(1)]).toEqual([true, false])
    await reader.tap(1, 2)
    expect(useTappedWord().tapped?.key).toBe('结束')
    await vi.waitFor(() => expect(doubts.progress).toBeNull())
    expect(problems.problem).toBeNull()
  })

  it('the app starts, tidies up, and leaves a review without a word', async () => {
    await fill()
    const app = started(() => ({
      settings: useSettings(),
      library: useLibrary(),
      memory: useMemory(),
      backup: useBackup(),
      keeping: useKeeping(),
      review: useReview(),
    }))
    await app.settings.load()
    await Promise.all([app.library.load(), app.memory.load(), app.backup.refresh()])
    await app.library.tidy()
    await app.keeping.decline()
    await app.review.begin()
    expect(app.review.question).not.toBeNull()
    await app.review.end()
    expect(app.library.articles).toHaveLength(1)
  })

  it('an import goes step by step up to the last one and back', async () => {
    await fill()
    const [importing, picking] = [useImporting(), usePicking()]
    await importing.takeClip({ text: PASTED })
    expect([importing.stage, importing.draft?.beads.length]).toEqual(['see', 2])
    await importing.repair(0, { do: 'merge' })
    await importing.undo()
    await importing.choose({ kind: 'alternating' })
    await importing.goTo('pick')
    const ticked = picking.terms.size
    await importing.toggleTerm([...picking.terms][0]!)
    await importing.toggleSentence(1)
    await importing.goTo('see')
    await importing.goTo('pick')
    expect([importing.stage, ticked > 0]).toEqual(['pick', true])
    await importing.startOver()
    expect([importing.stage, importing.draft, said()]).toEqual(['put', null, null])
  })

  it('what is to be added stays on screen until there is room for it', async () => {
    await fill()
    const [importing, picking, problems] = [useImporting(), usePicking(), useProblems()]
    await importing.takeClip({ text: PASTED })
    await importing.goTo('pick')
    const shown = () => [importing.stage, importing.draft, picking.terms, picking.sentences]
    const [before, screen] = [await everything(await disk()), shown()]
    const commit = () => problems.attempt('import.commit', () => importing.commit())
    expect(await commit()).toBeNull()
    expect([said(), shown()]).toEqual(['diskFull', screen])
    expect(await everything(await disk())).toEqual(before)
    await importing.goTo('see')
    expect(said()).toBe('diskFull')
    await importing.goTo('pick')
    makeRoom()
    const id = await commit()
    expect([said(), importing.stage]).toEqual([null, 'put'])
    expect((await articleHeads(await disk())).map((head) => head.id)).toContain(id)
  })

  it('an import that did not fit is kept as soon as something does', async () => {
    await fill()
    const importing = useImporting()
    await importing.takeClip({ text: PASTED })
    await importing.goTo('pick')
    const { draft } = importing
    const resumed = async () => {
      const next = inAnotherTab(useImporting)
      await next.resume()
      return next
    }
    expect((await resumed()).draft).toBeNull()
    makeRoom()
    await importing.toggleSentence(1)
    expect(await resumed()).toMatchObject({ stage: 'pick', draft })
  })

  it('an import is not taken for the one before it: its ticks are kept with it, or not at all', async () => {
    const [importing, picking] = [useImporting(), usePicking()]
    await importing.takeClip({ text: PASTED })
    await importing.goTo('pick')
    const kept = { draft: importing.draft, terms: picking.terms }
    makeRoom = fillDisk()
    await importing.goTo('see')
    await importing.repair(0, { do: 'merge' })
    await importing.goTo('pick')
    makeRoom()
    makeRoom = fillDisk('drafts', (value) => JSON.stringify(value).includes('beads'))
    await importing.toggleSentence(0)
    const next = inAnotherTab(() => ({ importing: useImporting(), picking: usePicking() }))
    await next.importing.resume()
    expect([next.importing.draft, next.picking.terms]).toEqual([kept.draft, kept.terms])
  })

  it.each([
    ['a word that is known', () => useTappedWord().know()],
    ['a word that is learnt', () => useTappedWord().learn()],
    ['a repair', () => useReader().repair(0, { do: 'merge' })],
    ['a deletion', () => useLibrary().remove('A')],
    ['a setting', () => useSettings().change({ theme: 'dark' })],
  ])('%s is refused aloud, and the disk is as it was', async (_, decide) => {
    await useLibrary().load()
    const reader = useReader()
    await reader.open('A')
    await reader.tap(1, 2)
    const before = await everything(await disk())
    await fill()
    expect(await useProblems().attempt('undo', decide)).toBeNull()
    expect(said()).toBe('diskFull')
    expect(await everything(await disk())).toEqual(before)
  })

  it('an answer is refused aloud, and its card stays up', async () => {
    const review = useReview()
    await review.begin()
    const { question } = review
    await fill()
    await useProblems().attempt('review.answer', () => review.answer('good'))
    expect([said(), review.question]).toEqual(['diskFull', question])
  })
})
