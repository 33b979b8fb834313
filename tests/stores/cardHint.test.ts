// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useLanguage } from '../../src/stores/language.ts'
import { useReview } from '../../src/stores/review.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { languageThread } from '../../src/worker/language/thread.ts'
import { bitext } from '../make.ts'
import { take } from '../storage/talks.ts'
import { freshStores } from './freshStores.ts'

const nothing = { pivots: null, pronunciations: null, english: null }
const thread = languageThread({ dictionary: await loadDictionary('full'), ...nothing })
freshStores()

it('a sentence is said as its translation means it, before that is shown', async () => {
  Object.assign(useLanguage(), { open: async () => ({ thread }) })
  await useSettings().change({ learning: 'zh', newPerDay: 5 })
  const pair: [string, string] = ['把羊赶进圈。', 'Drive the sheep into the pen.']
  await take(await useDisk().open(), bitext([pair], { id: 'A', addedAt: 1 }))
  const review = useReview()
  await review.begin()
  await review.toggleHint()
  expect(review.hint).toEqual({ text: '把羊赶进圈。', reading: 'ba3 yang2 gan3 jin4 juan4' })
})
