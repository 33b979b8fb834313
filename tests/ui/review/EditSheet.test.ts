import { afterEach, expect, it } from 'vitest'
import type { TermNote } from '../../../src/domain/model.ts'
import EditSheet from '../../../src/ui/review/EditSheet.vue'
import { mountWith } from '../mountWith.ts'

afterEach(() => document.body.replaceChildren())

const note: TermNote = {
  kind: 'term',
  id: 't',
  learning: 'zh',
  createdAt: 1,
  headword: '还钱',
  reading: 'hai2 qian2',
  sense: 0,
  gloss: ['to repay'],
  counterparts: ['pay it back', 'repay'],
  level: {},
  contexts: [],
}

async function sent(fill: { translation?: string; reading?: string }, of = note) {
  const sheet = await mountWith(EditSheet, { note: of })
  const [translation, reading] = sheet.findAll('input')
  if (fill.translation !== undefined) await translation!.setValue(fill.translation)
  if (fill.reading !== undefined) await reading!.setValue(fill.reading)
  await sheet.get('form').trigger('submit')
  return sheet.emitted('save')?.[0]?.[0]
}

it('sends the reading alone when only that was corrected: the translation stays what each place says', async () => {
  expect(await sent({ reading: 'huan2 qian2' })).toEqual({ reading: 'huan2 qian2' })
})

it('sends the translation alone when only that was changed', async () => {
  expect(await sent({ translation: ' give it back ' })).toEqual({ counterparts: ['give it back'] })
})

it('sends nothing when nothing was changed', async () => {
  expect(await sent({})).toEqual({})
})

it('takes back what is emptied; an empty side is never sent', async () => {
  const edited = { ...note, edits: { counterparts: ['mine'], reading: 'huan2 qian2' } }
  expect(await sent({ translation: ' ', reading: '' }, edited)).toEqual({
    counterparts: null,
    reading: null,
  })
})
