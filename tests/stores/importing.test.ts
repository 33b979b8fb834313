// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { type Deck, NO_PROVENANCE } from '../../src/domain/model.ts'
import { writeDeck } from '../../src/formats/deckFile.ts'
import { articleHeads } from '../../src/storage/articles.ts'
import { putDraft, readDrafts } from '../../src/storage/drafts.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useImporting } from '../../src/stores/importing.ts'
import { useLanguage } from '../../src/stores/language.ts'
import { usePicking } from '../../src/stores/picking.ts'
import { useProblems } from '../../src/stores/problems.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'
import { problemWhenFull } from './talksSession.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()
afterEach(() => vi.restoreAllMocks())

const TEXT = [
  ['双方昨天宣布停火。', 'Both sides announced a ceasefire yesterday.'],
  ['会谈持续了三天。', 'The talks lasted three days.'],
  ['代表们随后离开了首都。', 'The delegates then left the capital.'],
] as const
const PASTED = TEXT.flat().join('\n')

const disk = () => useDisk().open()
const drafts = async () => readDrafts(await disk())
type Importing = ReturnType<typeof useImporting>
const spans = ({ draft }: Importing) =>
  draft?.beads.map(({ zh, en }) => [zh.to - zh.from, en.to - en.from])
const PAIRED = [
  [1, 1],
  [1, 1],
  [1, 1],
]

/** The text above, pasted by a learner of Chinese. */
async function pasted(): Promise<Importing> {
  await useSettings().change({ learning: 'zh' })
  const importing = useImporting()
  await importing.takeClip({ text: PASTED })
  return importing
}

/** Cancels the import at the moment the language thread begins a task of it. */
async function cancelDuring(task: 'readFiles' | 'build'): Promise<void> {
  const [language, importing] = [useLanguage(), useImporting()]
  const client = await language.open()
  const cancelling = {
    readFiles: (...args: Parameters<typeof client.readFiles>) => {
      importing.cancel()
      return client.readFiles(...args)
    },
    build: (...args: Parameters<typeof client.build>) => {
      importing.cancel()
      return client.build(...args)
    },
  }
  Object.assign(language, { open: async () => ({ ...client, [task]: cancelling[task] }) })
}

/** An import on which nothing was done yet. */
const blank = { stage: 'put', draft: null, layout: null, issues: [], canUndo: false, task: null }

describe('what is put in', () => {
  it('is seen: its shape, and its sentences in pairs', async () => {
    const importing = await pasted()
    expect([importing.stage, importing.layout?.kind, spans(importing)]).toEqual([
      'see',
      'alternating',
      PAIRED,
    ])
    expect(importing).toMatchObject({ issues: [], encodings: [], duplicate: null, task: null })
  })

  it('is two files, one a language, with the encoding each was read in', async () => {
    const importing = useImporting()
    const file = (side: 0 | 1) => TEXT.map((pair) => pair[side]).join('\n')
    await importing.takeFiles([new File([file(1)], 'en.txt'), new File([file(0)], 'zh.txt')])
    expect([importing.layout?.kind, spans(importing)]).toEqual(['two', PAIRED])
    expect(importing.encodings).toEqual(['utf-8', 'utf-8'])
  })

  it('is read again in the encoding the learner says', async () => {
    const importing = useImporting()
    const bytes = Uint8Array.from([
      0xcd, 0xa3, 0xbb, 0xf0, 0xa1, 0xa3, 0x0a, 0x41, 0x20, 0x74, 0x72, 0x75, 0x63, 0x65, 0x2e,
    ])
    await importing.takeFiles([new File([bytes], 'gbk.txt')], 'gbk')
    expect(importing.draft?.texts).toEqual({ zh: '停火。', en: 'A truce.' })
    await importing.readAs('big5')
    expect([importing.encodings, importing.draft?.texts.zh === '停火。']).toEqual([['big5'], false])
    await importing.readAs('gbk')
    expect(importing.draft?.texts.zh).toBe('停火。')
  })

  it('is refused with a reason when there is no text in it, and nothing has begun', async () => {
    const importing = useImporting()
    await importing.takeClip({ text: '  \n ' })
    expect(importing).toMatchObject({ ...blank, issues: [{ code: 'empty' }] })
    expect(await drafts()).toEqual([])
  })

  it('is known when it is in the library already', async () => {
    const importing = await pasted()
    const id = await importing.commit()
    await importing.takeClip({ text: PASTED })
    expect(importing.duplicate).toBe(id)
  })

  it('is seen as something else when the learner says so', async () => {
    const importing = await pasted()
    await importing.choose({ kind: 'single' })
    expect([importing.stage, importing.layout?.kind]).toEqual(['see', 'single'])
    expect(importing.issues).toEqual([{ code: 'oneLanguageOnly' }])
    await importing.choose({ kind: 'alternating' })
    expect([importing.issues, spans(importing)]).toEqual([[], PAIRED])
  })

  it('replaces what was put in before', async () => {
    const importing = await pasted()
    await importing.repair(0, { do: 'merge' })
    await importing.takeClip({ text: TEXT[1].join('\n') })
    expect(importing.draft?.texts.zh).toBe('会谈持续了三天。')
    expect(importing.canUndo).toBe(false)
    expect((await drafts()).map(({ id }) => id).toSorted()).toEqual(['import', 'import/ticks'])
  })
})

describe('cancelling', () => {
  it.each(['readFiles', 'build'] as const)(
    'what was put in leaves nothing begun, and is no problem to speak of: during %s',
    async (task) => {
      await cancelDuring(task)
      const importing = useImporting()
      const file = new File([PASTED], 'both.txt')
      expect(
        await useProblems().attempt('import.read', () => importing.takeFiles([file])),
      ).toBeNull()
      expect(useProblems().problem).toBeNull()
      expect(importing).toMatchObject({ ...blank, encodings: [] })
      expect(await drafts()).toEqual([])
    },
  )

  it('a deck leaves nothing begun', async () => {
    const importing = useImporting()
    const { thread, ...client } = await useLanguage().open()
    const draftOf = (...args: Parameters<typeof thread.draftOf>) => {
      importing.cancel()
      return thread.draftOf(...args)
    }
    const open = async () => ({ ...client, thread: { ...thread, draftOf } })
    Object.assign(useLanguage(), { open })
    const deck: Deck = {
      ...{ format: 'duizhao-deck', version: 1, id: 'deck-talks', revision: 1, level: '' },
      ...{ title: { zh: '会谈', en: 'Talks' }, provenance: NO_PROVENANCE, terms: [] },
      beads: [{ zh: '双方停火。', en: 'Both sides cease fire.' }],
    }
    const file = new File([writeDeck(deck)], 'deck.json')
    expect(await useProblems().attempt('import.read', () => importing.takeFiles([file]))).toBeNull()
    expect([importing.stage, importing.draft, await drafts()]).toEqual(['put', null, []])
  })

  it('another shape brings back the pairs and repairs that were there', async () => {
    const importing = await pasted()
    await importing.repair(0, { do: 'merge' })
    const { draft, layout } = importing
    await cancelDuring('build')
    await expect(importing.choose({ kind: 'single' })).rejects.toMatchObject({ name: 'AbortError' })
    expect(importing).toMatchObject({ stage: 'see', task: null, canUndo: true, issues: [] })
    expect([importing.draft, importing.layout]).toEqual([draft, layout])
    await importing.undo()
    expect(spans(importing)).toEqual(PAIRED)
  })

  it('by choosing again leaves only the last choice', async () => {
    const importing = await pasted()
    const first = importing.choose({ kind: 'single' })
    const second = importing.choose({ kind: 'blocks' })
    await expect(first).rejects.toMatchObject({ name: 'AbortError' })
    await second
    expect(importing).toMatchObject({ layout: { kind: 'blocks' }, task: null })
  })
})

describe('repairs of what was seen', () => {
  it('are taken back one by one, the last one first', async () => {
    const importing = await pasted()
    await importing.repair(0, { do: 'merge' })
    await importing.repair(1, { do: 'unpair' })
    await importing.repair(0, { do: 'edit', side: 'en', text: 'They stopped. They talked.' })
    expect(importing.draft?.texts.en).toContain('They stopped.')
    await importing.undo()
    expect([importing.draft?.texts.en.includes('They stopped.'), spans(importing)]).toEqual([
      false,
      [
        [2, 2],
        [1, 0],
        [0, 1],
      ],
    ])
    await importing.undo()
    expect(spans(importing)).toEqual([
      [2, 2],
      [1, 1],
    ])
    await importing.undo()
    expect([spans(importing), importing.canUndo]).toEqual([PAIRED, false])
    await importing.undo()
    expect(spans(importing)).toEqual(PAIRED)
  })

  it('cannot be taken back across another reading of the text', async () => {
    const importing = await pasted()
    await importing.repair(0, { do: 'merge' })
    await importing.choose({ kind: 'alternating' })
    expect([importing.canUndo, spans(importing)]).toEqual([false, PAIRED])
  })
})

describe('an import that a tab left behind', () => {
  const killed = () => inAnotherTab(() => ({ importing: useImporting(), picking: usePicking() }))

  it('goes on where it was, with its repairs', async () => {
    const importing = await pasted()
    await importing.repair(0, { do: 'merge' })
    const { draft, layout } = importing
    const next = killed().importing
    await next.resume()
    expect(next).toMatchObject({ stage: 'see', resumed: true, draft, layout })
    await next.choose({ kind: 'alternating' })
    expect(spans(next)).toEqual(PAIRED)
  })

  it('goes on with the ticks that were set', async () => {
    const importing = await pasted()
    await importing.goTo('pick')
    const picking = usePicking()
    const [first] = picking.terms
    await importing.toggleTerm(first!)
    await importing.toggleSentence(2)
    const { terms, sentences } = picking
    const next = killed()
    await next.importing.resume()
    expect(next.importing).toMatchObject({ stage: 'pick', resumed: true })
    expect([next.picking.terms, next.picking.sentences]).toEqual([terms, sentences])
  })

  it('goes on after an undo with what it was undone to', async () => {
    const importing = await pasted()
    await importing.repair(0, { do: 'merge' })
    await importing.undo()
    const next = killed().importing
    await next.resume()
    expect(spans(next)).toEqual(PAIRED)
  })

  it('does not come over one that is on screen', async () => {
    await pasted()
    const next = killed().importing
    await next.takeClip({ text: TEXT[1].join('\n') })
    const { draft } = next
    await next.resume()
    expect([next.draft, next.resumed]).toEqual([draft, false])
  })

  it('is forgotten when the learner starts over', async () => {
    const importing = await pasted()
    await importing.startOver()
    expect(importing).toMatchObject(blank)
    const next = killed().importing
    await next.resume()
    expect(next).toMatchObject({ ...blank, resumed: false })
  })

  it('from another version of the app is left alone', async () => {
    await putDraft(await disk(), 'import', { version: 99, stage: 'see', draft: {}, source: {} })
    const importing = useImporting()
    await importing.resume()
    expect(importing).toMatchObject(blank)
    expect(await drafts()).toHaveLength(1)
  })

  it('goes on without a word when the disk is too full to keep it', async () => {
    const importing = await pasted()
    const merge = () => importing.repair(0, { do: 'merge' })
    expect(await problemWhenFull('drafts', merge)).toBeNull()
    expect(importing).toMatchObject({ stage: 'see', canUndo: true })
    await importing.undo()
    expect(spans(importing)).toEqual(PAIRED)
    expect(await articleHeads(await disk())).toEqual([])
  })
})

describe('an import that was left', () => {
  it('waits on Today until it is gone on with or given up', async () => {
    const { useUnfinishedImport } = await import('../../src/stores/unfinishedImport.ts')
    const unfinished = useUnfinishedImport()
    await unfinished.look()
    expect(unfinished.left).toBeNull()
    await pasted()
    await unfinished.look()
    expect(unfinished.left).toMatchObject({ pairs: PAIRED.length })
    await unfinished.drop()
    expect([unfinished.left, await drafts()]).toEqual([null, []])
  })
})
