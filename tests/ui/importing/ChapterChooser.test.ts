// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import ChapterChooser from '../../../src/ui/importing/ChapterChooser.vue'
import { mountWith } from '../mountWith.ts'

const book = (...titles: readonly string[]) => titles.map((title) => ({ title, taken: true }))
const chooser = (...books: readonly ReturnType<typeof book>[]) =>
  mountWith(ChapterChooser, { books })
type Page = Awaited<ReturnType<typeof chooser>>
const button = (page: Page, name: string) =>
  page.findAll('button').find((one) => one.text() === name)!

describe('the chapters of a book', () => {
  it('are read once others are ticked', async () => {
    const page = await chooser(book('一', '二'), book('One', 'Two'))
    expect(page.text()).toContain('2. Two')
    expect(button(page, 'Read these chapters').attributes()).toHaveProperty('disabled')
    await page.findAll('input')[1]!.setValue(false)
    await page.findAll('input')[3]!.setValue(false)
    await button(page, 'Read these chapters').trigger('click')
    expect(page.emitted('choose')).toEqual([[[[0], [0]]]])
  })

  it('are not read where none is ticked', async () => {
    const page = await chooser(book('一', '二'))
    await button(page, 'None').trigger('click')
    expect(button(page, 'Read these chapters').attributes()).toHaveProperty('disabled')
    await page.findAll('input')[1]!.setValue(true)
    await button(page, 'Read these chapters').trigger('click')
    expect(page.emitted('choose')).toEqual([[[[1]]]])
  })
})
