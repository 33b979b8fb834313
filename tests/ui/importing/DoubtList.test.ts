import { type Doubt } from '../../../src/domain/doubts/doubt.ts'
import { describe, expect, it } from 'vitest'
import DoubtList from '../../../src/ui/importing/DoubtList.vue'
import { mountWith } from '../mountWith.ts'

const range = { start: 0, end: 2 }
const doubt = (code: Doubt['code'], bead: number, ...found: readonly string[]): Doubt => ({
  code,
  bead,
  zh: range,
  en: range,
  found,
})
const alone = (bead: number): Doubt => ({ ...doubt('sideMissing', bead), zh: null })
const listOf = (doubts: readonly Doubt[], language: 'en' | 'zh' = 'en') =>
  mountWith(DoubtList, { doubts, progress: null }, language)
type List = Awaited<ReturnType<typeof listOf>>
const reasons = (list: List) => list.findAll('li > span').map((reason) => reason.text())

describe('the list of what is worth a look', () => {
  it('says why, and leads to the pair', async () => {
    const list = await listOf([doubt('nameSpellings', 4, '威特科夫', '维特科夫')])
    expect(reasons(list)).toEqual(['The same name is 威特科夫 here but 维特科夫 elsewhere.'])
    expect(list.find('[lang=zh-Hans]').text()).toBe('威特科夫')
    await list.get('li button').trigger('click')
    expect(list.emitted('go')).toEqual([[4]])
  })

  it.each([
    ['en', 'It was hot', '“It was hot” was left in English.'],
    ['zh', 'It was hot', '“It was hot”没有翻译。'],
  ] as const)('has every reason in both languages (%s)', async (language, found, reason) => {
    expect(reasons(await listOf([doubt('untranslated', 0, found)], language))).toEqual([reason])
  })

  it.each([
    'sideMissing',
    'numbersDiffer',
    'nameMissing',
    'nameSpellings',
    'termVaries',
    'calque',
    'untranslated',
    'quotesUnbalanced',
    'lengthOutlier',
    'unrelated',
    'clauseMissing',
    'polarityDiffers',
    'wordDiffers',
  ] as const)('knows a sentence for %s', async (code) => {
    for (const language of ['en', 'zh'] as const) {
      const [reason = ''] = reasons(
        await listOf([doubt(code, 0, code === 'polarityDiffers' ? 'zh' : 'a', 'b')], language),
      )
      expect(reason).not.toContain('doubts.')
      expect(reason.length).toBeGreaterThan(4)
    }
  })

  it('shows five, all on request, sentences without a translation last when there are many', async () => {
    const many = [0, 1, 2, 3, 4, 5].map(alone)
    const list = await listOf([...many, doubt('calque', 6, '-谁-')])
    expect(reasons(list)).toHaveLength(5)
    expect(reasons(list)[0]).toContain('-谁-')
    await list.findAll('button').at(-1)?.trigger('click')
    expect(reasons(list)).toHaveLength(7)
  })

  it('says so when there is nothing, and shows how far the search is', async () => {
    expect((await listOf([])).text()).toContain('No problems found.')
    const looking = await mountWith(DoubtList, { doubts: [], progress: 0.4 })
    expect(looking.get('progress').attributes('value')).toBe('0.4')
  })
})
