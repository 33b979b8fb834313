// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { SeenTable } from '../../../src/stores/importing/tableSeen.ts'
import ColumnChooser from '../../../src/ui/importing/ColumnChooser.vue'
import { mountWith } from '../mountWith.ts'

const table: SeenTable = {
  columns: [
    { kind: 'zh', cells: ['面包', '小镇'] },
    { kind: 'reading', cells: ['miànbāo'] },
    { kind: 'en', cells: ['bread', 'town'] },
    { kind: 'en', cells: ['food', 'place'] },
  ],
  delimiter: ',',
  noteTypes: [],
}
const COLUMNS = { zh: 0, en: 2, reading: 1 }

const chooser = (props: object = {}, language: 'en' | 'zh' = 'en') =>
  mountWith(ColumnChooser, { table, columns: COLUMNS, canSplit: true, ...props }, language)
const chosen = (page: Awaited<ReturnType<typeof chooser>>) =>
  page.findAll<HTMLSelectElement>('ol select').map(({ element }) => element.value)
const optionsOf = (page: Awaited<ReturnType<typeof chooser>>) =>
  page
    .findAll('ol select')[0]!
    .findAll('option')
    .map((one) => one.text())

describe('the columns of a table', () => {
  it('are shown with their first cells and what they are taken for', async () => {
    const page = await chooser()
    expect(chosen(page)).toEqual(['zh', 'reading', 'en', 'skip'])
    expect(optionsOf(page)).toEqual(['Chinese', 'English', 'Pronunciation', 'Leave out'])
    expect(page.findAll('li')[0]!.text()).toContain('面包 · 小镇')
    expect(optionsOf(await chooser({}, 'zh'))).toEqual(['中文', '英文', '读音', '略去'])
  })

  it('change places with the one that had the role', async () => {
    const page = await chooser()
    await page.findAll('ol select')[3]!.setValue('en')
    expect(page.emitted('choose')).toEqual([[{ zh: 0, en: 3, reading: 1 }]])
    expect(chosen(page)).toEqual(['zh', 'reading', 'skip', 'en'])
    await page.findAll('ol select')[1]!.setValue('skip')
    expect(page.emitted('choose')?.[1]).toEqual([{ zh: 0, en: 3 }])
  })

  it('say nothing before both languages are somewhere, and stand open until then', async () => {
    const page = await chooser({ columns: null })
    expect(page.attributes()).toHaveProperty('open')
    await page.findAll('ol select')[0]!.setValue('zh')
    expect(page.emitted('choose')).toBeUndefined()
    await page.findAll('ol select')[2]!.setValue('en')
    expect(page.emitted('choose')).toEqual([[{ zh: 0, en: 2 }]])
  })

  it('are cut again where the learner says, as long as the text is at hand', async () => {
    const page = await chooser({ table: { ...table, delimiter: '·' } })
    const select = page.get<HTMLSelectElement>('[data-testid=delimiter]')
    expect(select.element.value).toBe('·')
    await select.setValue('\t')
    expect(page.emitted('split')).toEqual([['\t']])
    expect((await chooser({ canSplit: false })).find('[data-testid=delimiter]').exists()).toBe(
      false,
    )
  })
})
