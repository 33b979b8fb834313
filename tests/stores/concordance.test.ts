// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { repairArticle } from '../../src/domain/article/edit.ts'
import { readArticle } from '../../src/storage/articles.ts'
import { readLines } from '../../src/storage/articleLines.ts'
import { deleteArticle } from '../../src/storage/deletion.ts'
import { editArticle } from '../../src/storage/editing.ts'
import { writeWordCut } from '../../src/storage/wordCuts.ts'
import { useConcordance } from '../../src/stores/concordance.ts'
import type { ReadAs } from '../../src/stores/concordance/search.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useLanguage } from '../../src/stores/language.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { AppError } from '../../src/domain/errors.ts'
import { bitext } from '../make.ts'
import { demand, take, talks } from '../storage/talks.ts'
import { freshStores } from './freshStores.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()
const old = bitext(
  [
    ['雙方達成停火。', 'A ceasefire was reached.'],
    ['他喜歡火車。', 'He likes trains.'],
    ['你能去嗎？', 'Can you go?'],
  ],
  { id: 'C', addedAt: 3 },
)
beforeEach(async () => {
  await useSettings().change({ learning: 'zh' })
  for (const one of [talks, demand, old]) await take(await useDisk().open(), one, [])
})

async function found(typed: string, readAs: ReadAs | null = null) {
  const concordance = useConcordance()
  await concordance.find(typed, readAs)
  return concordance.shown.map((hit) => {
    const { zh, en } = concordance.textsOf(hit)
    const [here, there] = [hit.lit.zh[0], hit.lit.en[0]]
    return [
      hit.article,
      here ? zh.slice(here.start, here.end) : '',
      there ? en.slice(there.start, there.end) : '',
    ]
  })
}

describe('the concordance', () => {
  it.each<[string, readonly (readonly string[])[]]>([
    [
      '停火',
      [
        ['C', '停火', 'ceasefire'],
        ['B', '停火', 'ceasefire'],
        ['A', '停火', 'cease fire'],
      ],
    ],
    [
      '雙方',
      [
        ['C', '雙方', ''],
        ['A', '双方', ''],
      ],
    ],
    [
      'tinghuo',
      [
        ['C', '停火', 'ceasefire'],
        ['B', '停火', 'ceasefire'],
        ['A', '停火', 'cease fire'],
      ],
    ],
    [
      'ting2 huo3',
      [
        ['C', '停火', 'ceasefire'],
        ['B', '停火', 'ceasefire'],
        ['A', '停火', 'cease fire'],
      ],
    ],
    ['ting1huo3', []],
    [
      'tinghu',
      [
        ['C', '停火', 'ceasefire'],
        ['B', '停火', 'ceasefire'],
        ['A', '停火', 'cease fire'],
      ],
    ],
    [
      'ceasefires',
      [
        ['C', '停火', 'ceasefire'],
        ['B', '停火', 'ceasefire'],
      ],
    ],
    [
      'ceasef',
      [
        ['C', '停火', 'ceasefire'],
        ['B', '停火', 'ceasefire'],
      ],
    ],
    ['huo', [['C', '火車', 'trains']]],
    ['hu', []],
    ['xyz', []],
    ['  ', []],
  ])('%s is found in all articles, the newest first', async (typed, hits) => {
    expect(await found(typed)).toEqual(hits)
  })

  it('reads letters as English first, and as pinyin when that is wanted', async () => {
    expect(await found('neng')).toEqual([['C', '能', 'Can']])
    expect((await found('can')).map(([article]) => article)).toEqual(['C'])
    const concordance = useConcordance()
    expect([concordance.found?.readAs, concordance.found?.isBoth]).toEqual(['english', false])
    expect((await found('he')).map(([, , en]) => en)).toContain('He')
    expect(concordance.found?.isBoth).toBe(false)
  })

  it('counts by article, by counterpart, and by the word around', async () => {
    const concordance = useConcordance()
    await concordance.find('火')
    expect(concordance.articles.map(({ id, count }) => [id, count])).toEqual([
      ['C', 2],
      ['B', 1],
      ['A', 1],
    ])
    expect(concordance.inside).toEqual([
      ['停火', 3],
      ['火車', 1],
    ])
    expect(concordance.counterparts.slice(0, 1)).toEqual([['ceasefire', 2]])
    concordance.choose({ counterpart: 'ceasefire' })
    expect(concordance.shown).toHaveLength(2)
    concordance.choose({ article: 'A' })
    expect(concordance.shown.map(({ article }) => article)).toEqual(['A'])
    await concordance.find('停火')
    expect(concordance.shown).toHaveLength(3)
  })

  it('keeps what it searches, and makes it anew where an article changed or is gone', async () => {
    const disk = await useDisk().open()
    await found('停火')
    expect([...(await readLines(disk, ['A', 'B', 'C'])).keys()]).toEqual(['A', 'B', 'C'])
    const before = (await readArticle(disk, 'A'))!
    const edit = { do: 'edit', side: 'zh', text: '他走了，停火了。' } as const
    await editArticle(disk, before, repairArticle(before, 2, edit))
    await deleteArticle(disk, 'B')
    expect((await found('停火')).map(([article]) => article)).toEqual(['C', 'A', 'A'])
    expect([...(await readLines(disk, ['A', 'B', 'C'])).keys()]).toEqual(['A', 'C'])
  })

  it('follows how the learner cuts words', async () => {
    const disk = await useDisk().open()
    expect(await found('shuangfangtinghuo')).toEqual([])
    await writeWordCut(disk, '双方停火', [4])
    expect((await found('shuangfangtinghuo')).map(([article, zh]) => [article, zh])).toEqual([
      ['A', '双方停火'],
    ])
  })

  it('finds letters without a dictionary', async () => {
    Object.assign(useLanguage(), {
      open: () => Promise.reject(new AppError('dictionaryUnavailable')),
    })
    expect(await found('ceasefire')).toHaveLength(2)
    expect(await found('停火')).toHaveLength(3)
  })
})
