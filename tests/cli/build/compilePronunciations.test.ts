import { stat } from 'node:fs/promises'
import { expect, it } from 'vitest'
import {
  ensurePronunciations,
  loadPronunciations,
} from '../../../src/cli/build/compilePronunciations.ts'

it('keeps within 250 kB and carries the words of the lists and the names of the news', async () => {
  const file = await ensurePronunciations()
  expect((await stat(file)).size).toBeLessThanOrEqual(250_000)
  const { size, ipa } = await loadPronunciations()
  expect(size).toBeGreaterThan(30_000)
  for (const word of ['abandon', 'sovereignty', 'Trump', 'Beijing']) expect(ipa(word)).not.toBe('')
})
