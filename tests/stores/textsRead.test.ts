// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia'
import { describe, expect, it, vi } from 'vitest'
import { readSetting } from '../../src/storage/readSettings.ts'
import { useArticleWords } from '../../src/stores/articleWords.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useLanguage } from '../../src/stores/language.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useTextsRead } from '../../src/stores/textsRead.ts'
import { bitext } from '../make.ts'
import { take } from '../storage/talks.ts'
import { freshStores } from './freshStores.ts'
import { learnTheTalks } from './talksSession.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()

async function looked() {
  await learnTheTalks()
  const pairs = [['他们要求双方停火。', 'They demand that both sides cease fire.']] as const
  await take(await useDisk().open(), bitext(pairs, { id: 'L', addedAt: 3 }), [])
  const store = useTextsRead()
  await store.look()
  return store
}

describe('how reading comes along', () => {
  it('is told of each text, the one that can be read best first, and what was gained', async () => {
    const store = await looked()
    expect(store.texts.map(({ article }) => article).toSorted()).toEqual(['A', 'L'])
    for (const word of ['他们', '要求', '双方', '停火']) await useMemory().sayKnown(word)
    await store.look()
    const [first, second] = store.texts
    expect(first).toMatchObject({ article: 'L', readable: { known: 1 }, gained: 1 })
    expect(second?.readable.known).toBeLessThan(1)
    const kept = await readSetting(await useDisk().open(), 'reach')
    expect(Object.keys(kept ?? {}).toSorted()).toEqual(['zh/A', 'zh/L'])
  })

  it('needs no dictionary once the words of the texts were found', async () => {
    const store = await looked()
    Object.assign(useLanguage(), { open: () => Promise.reject(new Error('not needed')) })
    await store.look()
    expect(store.texts).toHaveLength(2)
  })

  it('is the same to two who ask at once', async () => {
    await looked()
    setActivePinia(createPinia())
    const words = useArticleWords()
    const both = await Promise.all([words.known('zh'), words.known('zh')])
    expect(both.map((known) => [...known.keys()].toSorted())).toEqual([
      ['A', 'L'],
      ['A', 'L'],
    ])
  })
})
