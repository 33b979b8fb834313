// @vitest-environment happy-dom
import { afterEach, describe, expect, it, vi } from 'vitest'
import { watch } from 'vue'
import type { Repair } from '../../src/domain/bitext/repair.ts'
import { readArticle } from '../../src/storage/articles.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useDoubts } from '../../src/stores/doubts.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useProblems } from '../../src/stores/problems.ts'
import { useReader } from '../../src/stores/reader.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { useUndo } from '../../src/stores/undo.ts'
import { cardsInCare, ceasefireId, everything, notesIn, take, talks } from '../storage/talks.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'
import { learnTheTalks, logOnDisk, problemWhenFull } from './talksSession.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()
afterEach(() => useDoubts().leave())

const disk = () => useDisk().open()
const undo = () => useUndo().undo()
/** What the bar of the shell offers to take back. */
const done = () => useUndo().last
const zhOf = ({ pairs }: ReturnType<typeof useReader>) => pairs.map(({ texts }) => texts.zh)
const AS_IT_CAME = ['双方停火。', '会谈结束。', '他走了。']

/** The talks, open, with all they offer learnt. */
async function openLearnt() {
  await learnTheTalks()
  const reader = useReader()
  await reader.open('A')
  return reader
}

/** Cards that are not asked because their text is lost. */
const aside = async () => cardsInCare(await disk())

async function beadsOnDisk() {
  const { article } = (await readArticle(await disk(), 'A'))!
  return article.beads.map(({ zh, en }) => [zh.to - zh.from, en.to - en.from])
}
async function textsOnDisk() {
  return (await readArticle(await disk(), 'A'))!.texts
}

describe('a repair', () => {
  it.each<[string, Repair, readonly string[], readonly (readonly number[])[]]>([
    [
      'merges two pairs',
      { do: 'merge' },
      ['双方停火。会谈结束。', '他走了。'],
      [
        [2, 2],
        [1, 1],
      ],
    ],
    [
      'gives a sentence to the next pair',
      { do: 'shift', side: 'zh', by: 1 },
      ['', '双方停火。会谈结束。', '他走了。'],
      [
        [0, 1],
        [2, 1],
        [1, 1],
      ],
    ],
    [
      'parts a pair',
      { do: 'unpair' },
      ['双方停火。', '', '会谈结束。', '他走了。'],
      [
        [1, 0],
        [0, 1],
        [1, 1],
        [1, 1],
      ],
    ],
    [
      'cuts a pair in two',
      { do: 'split', cut: { zh: 2, en: 4 } },
      ['双方', '停火。', '会谈结束。', '他走了。'],
      [
        [1, 1],
        [1, 1],
        [1, 1],
        [1, 1],
      ],
    ],
  ])('%s, on screen and on the disk, and undo takes it back', async (_name, action, zh, beads) => {
    const reader = await openLearnt()
    const before = await beadsOnDisk()
    await reader.repair(0, action)
    expect([zhOf(reader), done()?.what]).toEqual([zh, 'article.repaired'])
    expect(await beadsOnDisk()).toEqual(beads)
    await undo()
    expect([zhOf(reader), done()]).toEqual([AS_IT_CAME, null])
    expect(await beadsOnDisk()).toEqual(before)
  })

  it('corrects a text, and undo goes back to the revision before', async () => {
    const reader = await openLearnt()
    const before = reader.article?.revision
    await reader.repair(1, { do: 'edit', side: 'zh', text: '会谈昨天结束。' })
    expect(zhOf(reader)[1]).toBe('会谈昨天结束。')
    expect(reader.pairs[1]!.words.map(({ key }) => key)).toContain('昨天')
    expect((await textsOnDisk()).zh).toBe('双方停火。会谈昨天结束。他走了。')
    await undo()
    expect(zhOf(reader)).toEqual(AS_IT_CAME)
    expect((await textsOnDisk()).zh).toBe('双方停火。会谈结束。他走了。')
    expect(reader.article?.revision).toEqual(before)
  })

  it('never lays the words of one text over another', async () => {
    const reader = await openLearnt()
    const torn: string[] = []
    const stop = watch(
      () => reader.pairs,
      (pairs) => {
        for (const { texts, words } of pairs) {
          const shown = words.map(({ start, end }) => texts.zh.slice(start, end)).join('')
          if (words.length > 0 && shown !== texts.zh) torn.push(shown)
        }
      },
      { flush: 'sync' },
    )
    await reader.repair(0, { do: 'merge' })
    await undo()
    stop()
    expect(torn).toEqual([])
  })

  it('confirms a pair for good', async () => {
    const reader = await openLearnt()
    await reader.repair(1, { do: 'confirm' })
    expect(reader.pairs.map(({ confidence }) => confidence)).toEqual([0.99, 1, 0.99])
    await undo()
    expect(reader.pairs[1]!.confidence).toBe(0.99)
  })

  it('leaves a learnt sentence learnt, wherever it goes', async () => {
    const reader = await openLearnt()
    await reader.repair(0, { do: 'merge' })
    expect(reader.pairs.map(({ learnt }) => learnt)).toEqual([true, true])
    await undo()
    expect(reader.pairs.map(({ learnt }) => learnt)).toEqual([true, true, true])
  })

  it('that leaves a card without a translation puts it aside, and undo frees it', async () => {
    const reader = await openLearnt()
    expect(useMemory().summary.fresh).toBe(3)
    await reader.repair(2, { do: 'unpair' })
    expect((await aside()).map((id) => id.split('.')[1])).toEqual(['read', 'listen'])
    expect(useMemory().summary.fresh).toBe(2)
    await undo()
    expect(await aside()).toEqual([])
    expect(useMemory().summary.fresh).toBe(3)
  })

  it('that takes a word out of the text puts its cards aside, and undo frees them', async () => {
    const reader = await openLearnt()
    await reader.repair(0, { do: 'edit', side: 'zh', text: '双方撤退。' })
    expect((await aside()).filter((card) => card.startsWith(ceasefireId))).toHaveLength(5)
    await undo()
    expect(await aside()).toEqual([])
    expect(reader.pairs.map(({ learnt }) => learnt)).toEqual([true, true, true])
  })

  it('keeps the texts as they are when the disk is full', async () => {
    const reader = await openLearnt()
    const before = await everything(await disk())
    const edit = () => reader.repair(0, { do: 'edit', side: 'zh', text: '双方停火了。' })
    expect(await problemWhenFull('revisions', edit)).toBe('diskFull')
    expect([zhOf(reader), done()]).toEqual([AS_IT_CAME, null])
    expect(await everything(await disk())).toEqual(before)
    await edit()
    expect(zhOf(reader)[0]).toBe('双方停火了。')
  })

  it('that could not be undone can be undone later', async () => {
    const reader = await openLearnt()
    await reader.repair(0, { do: 'merge' })
    expect(await problemWhenFull('articles', () => undo())).toBe('diskFull')
    expect([zhOf(reader).length, done()?.what]).toEqual([2, 'article.repaired'])
    await undo()
    expect(zhOf(reader)).toEqual(AS_IT_CAME)
  })
})

describe('another tab', () => {
  async function inTwoTabs(notes = notesIn(talks)) {
    await useSettings().change({ learning: 'zh', newPerDay: 20 })
    await take(await disk(), talks, notes)
    const reader = useReader()
    await reader.open('A')
    const [problems, stack] = [useProblems(), useUndo()]
    const other = inAnotherTab(() => ({ reader: useReader(), settings: useSettings() }))
    await other.settings.load()
    await other.reader.open('A')
    return { reader, problems, stack, other: other.reader }
  }

  it('that changed the article first is told of, and nothing of it is lost', async () => {
    const { reader, problems, stack, other } = await inTwoTabs()
    const lost = vi.spyOn(BroadcastChannel.prototype, 'postMessage').mockReturnValue()
    await other.repair(0, { do: 'edit', side: 'zh', text: '双方终于停火。' })
    lost.mockRestore()
    await problems.attempt('article.repair', () =>
      reader.repair(2, { do: 'edit', side: 'zh', text: '他们走了。' }),
    )
    expect([problems.problem, stack.last]).toEqual(['changedElsewhere', null])
    expect((await textsOnDisk()).zh).toBe('双方终于停火。会谈结束。他走了。')
    expect(zhOf(reader)[0]).toBe('双方终于停火。')
    await problems.attempt('article.repair', () =>
      reader.repair(2, { do: 'edit', side: 'zh', text: '他们走了。' }),
    )
    expect([problems.problem, zhOf(reader)]).toEqual([
      null,
      ['双方终于停火。', '会谈结束。', '他们走了。'],
    ])
  })

  it('that went on from a repair keeps what it made when the repair is undone here', async () => {
    const { reader, problems, stack, other } = await inTwoTabs()
    await reader.repair(0, { do: 'merge' })
    await other.open('A')
    await other.repair(1, { do: 'edit', side: 'en', text: 'He has left.' })
    await problems.attempt('undo', () => stack.undo())
    expect(problems.problem).toBe('changedElsewhere')
    expect((await textsOnDisk()).en).toBe('Both sides cease fire. The talks ended. He has left.')
  })

  it('may learn a sentence as it was before this one corrected it: it is the corrected one', async () => {
    const { reader, other } = await inTwoTabs([])
    await reader.repair(1, { do: 'edit', side: 'zh', text: '会谈昨天结束。' })
    await other.learnSentence(1)
    await reader.open('A')
    expect(reader.pairs.map(({ learnt }) => learnt)).toEqual([false, true, false])
    expect(await aside()).toEqual([])
  })

  it('hears of cards that are put aside here', async () => {
    const { reader } = await inTwoTabs()
    const memory = inAnotherTab(() => ({ memory: useMemory(), settings: useSettings() }))
    await memory.settings.load()
    await memory.memory.load()
    expect(memory.memory.summary.fresh).toBe(3)
    await reader.repair(2, { do: 'unpair' })
    await expect.poll(() => memory.memory.summary.fresh).toBe(2)
    expect(await logOnDisk()).toEqual([])
  })
})
