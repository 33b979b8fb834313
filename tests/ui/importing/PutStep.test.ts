import { expect, it } from 'vitest'
import { ACCEPT } from '../../../src/formats/accept.ts'
import PutStep from '../../../src/ui/importing/PutStep.vue'
import { mountWith } from '../mountWith.ts'

it('offers the files of every format that can be imported', async () => {
  const input = (await mountWith(PutStep, { busy: false })).find('input[type=file]')
  expect(input.attributes('accept')).toBe(ACCEPT.import)
})
