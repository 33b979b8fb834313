// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import type { SeenNoteType } from '../../../src/domain/text/layoutTypes.ts'
import NoteTypeChooser from '../../../src/ui/importing/NoteTypeChooser.vue'
import { mountWith } from '../mountWith.ts'

const field = (name: string, ...samples: string[]) => ({ name, samples })
const WORDS: SeenNoteType = {
  id: '11',
  name: 'Words',
  notes: 3,
  fields: [field('Hanzi', '面包'), field('Sound', 'miànbāo'), field('Meaning', 'bread')],
  columns: { zh: 0, en: 2, reading: 1 },
}
const OTHER: SeenNoteType = {
  id: '12',
  name: 'Other',
  notes: 1,
  fields: [field('', '边界'), field('', '国境')],
  columns: null,
}
const chooser = (noteTypes: readonly SeenNoteType[], language: 'en' | 'zh' = 'en') =>
  mountWith(NoteTypeChooser, { noteTypes }, language)

describe('the fields of notes', () => {
  it('are shown by their names, with what stands in them and what they are taken for', async () => {
    const page = await chooser([WORDS])
    expect(page.attributes()).not.toHaveProperty('open')
    expect(page.text()).toContain('Words: 3 notes')
    expect(page.findAll('li')[2]!.text()).toContain('Meaning')
    expect(page.findAll('li')[2]!.text()).toContain('bread')
    expect(page.findAll('select').map(({ element }) => element.value)).toEqual([
      'zh',
      'reading',
      'en',
    ])
    expect((await chooser([WORDS], 'zh')).text()).toContain('Words：3 条笔记')
  })

  it('change places with the one that had the role', async () => {
    const page = await chooser([WORDS])
    await page.findAll('select')[1]!.setValue('en')
    expect(page.emitted('choose')).toEqual([[{ 11: { zh: 0, en: 1, reading: 2 } }]])
  })

  it('leave a note type out, but not the last one', async () => {
    const page = await chooser([WORDS, { ...WORDS, id: '13' }])
    await page.findAll('select')[0]!.setValue('skip')
    expect(page.emitted('choose')).toEqual([[{ 11: null, 13: WORDS.columns }]])
    const alone = await chooser([WORDS])
    await alone.findAll('select')[0]!.setValue('skip')
    expect(alone.emitted('choose')).toBeUndefined()
  })

  it('stand open where nobody knows them, and are read once both languages are said', async () => {
    const page = await chooser([WORDS, OTHER])
    expect(page.attributes()).toHaveProperty('open')
    expect(page.text()).toContain('Left out')
    await page.findAll('select')[3]!.setValue('zh')
    expect(page.emitted('choose')).toBeUndefined()
    await page.findAll('select')[4]!.setValue('en')
    expect(page.emitted('choose')).toEqual([[{ 11: WORDS.columns, 12: { zh: 0, en: 1 } }]])
  })
})
