import { expect, it } from 'vitest'
import { ACCEPT } from '../../../src/formats/accept.ts'
import PutStep from '../../../src/ui/importing/PutStep.vue'
import { mountWith } from '../mountWith.ts'

it('offers the files of every format that can be imported', async () => {
  const input = (await mountWith(PutStep, { busy: false })).find('input[type=file]')
  expect(input.attributes('accept')).toBe(ACCEPT.import)
})

it.each(['drop', 'paste'])('hands on what was rich as that: %s', async (way) => {
  const page = await mountWith(PutStep, { busy: false, text: '' })
  const held: Record<string, string> = { 'text/plain': '桥 bridge', 'text/html': '<p>桥 bridge' }
  const data = { files: [], getData: (type: string) => held[type] ?? '' }
  if (way === 'drop') await page.trigger('drop', { dataTransfer: data })
  else await page.get('textarea').trigger('paste', { clipboardData: data })
  expect(page.emitted('clip')).toEqual([[{ text: '桥 bridge', html: '<p>桥 bridge' }]])
})

it('reads the next files in the encoding that is chosen, and refused ones again', async () => {
  const page = await mountWith(PutStep, { busy: false, unread: true })
  await page.get('[data-testid=encoding]').setValue('big5')
  expect(page.emitted('readAs')).toEqual([['big5']])
  const file = new File(['x'], 'a.txt')
  await page.trigger('drop', { dataTransfer: { files: [file], getData: () => '' } })
  expect(page.emitted('files')).toEqual([[[file], 'big5']])
})
