// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { AppError } from '../../src/domain/errors.ts'
import { readArticleWords } from '../../src/storage/derived/articleWords.ts'
import { rememberReach } from '../../src/storage/reach.ts'
import { readSetting } from '../../src/storage/readSettings.ts'
import { writeWordCut } from '../../src/storage/wordCuts.ts'
import { useCoverage } from '../../src/stores/coverage.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useLanguage } from '../../src/stores/language.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useNowReadable } from '../../src/stores/nowReadable.ts'
import { useTodayText } from '../../src/stores/todayText.ts'
import { bitext } from '../make.ts'
import { take } from '../storage/talks.ts'
import { freshStores } from './freshStores.ts'
import { learnTheTalks } from './talksSession.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()

async function today() {
  await learnTheTalks()
  await useMemory().load()
  const store = useTodayText()
  await store.look()
  return store
}

describe('the text of today', () => {
  it('is where the next card comes from, its words lit', async () => {
    const { text } = await today()
    expect(text?.article).toBe('A')
    expect(text?.passage.text).toContain('双方停火。')
    expect(text?.passage.lit.every(({ isNew }) => isNew)).toBe(true)
    expect(text?.readable).toEqual({ known: 0, learning: expect.any(Number) })
  })

  it('is there without a dictionary, and says nothing of what can be read', async () => {
    await learnTheTalks()
    await useMemory().load()
    const open = () => Promise.reject(new AppError('dictionaryUnavailable'))
    Object.assign(useLanguage(), { open })
    const store = useTodayText()
    await store.look()
    expect(store.text).toMatchObject({ article: 'A', readable: null })
    await expect(useNowReadable().sentenceOf('A')).resolves.toBeNull()
  })

  it('is none where nothing is to be learnt', async () => {
    await useMemory().load()
    const store = useTodayText()
    await store.look()
    expect(store.text).toBeNull()
  })

  it('says how much more can be read than this morning, and a week later no more', async () => {
    const store = await today()
    expect(store.text?.gained).toBe(0)
    for (const word of ['双方', '停火', '会谈', '结束']) await useMemory().sayKnown(word)
    await store.look()
    const { readable, gained } = store.text ?? {}
    expect(gained).toBeGreaterThan(0.4)
    expect(gained).toBe(readable?.known)
    const { day } = useMemory().today().queue
    const later = { day: day + 7, known: readable?.known ?? 0 }
    const shares = new Map([['A', later.known]])
    expect(await rememberReach(await useDisk().open(), 'zh', later.day, shares)).toEqual(
      new Map([['A', 0]]),
    )
    expect(await readSetting(await useDisk().open(), 'reach')).toEqual({ 'zh/A': [later] })
  })

  it('can be read the better the more words are known', async () => {
    await today()
    const memory = useMemory()
    for (const word of ['双方', '停火', '会谈', '结束']) await memory.sayKnown(word)
    const readable = await useCoverage().of('A')
    expect(readable?.known).toBeGreaterThan(0.4)
  })
})

describe('a sentence that needs no translation any more', () => {
  it('is one whose words are known', async () => {
    await today()
    const pairs = [
      ['他们要求双方马上停火。', 'They demand that both sides cease fire at once.'],
    ] as const
    await take(await useDisk().open(), bitext(pairs, { id: 'L', addedAt: 3 }), [])
    const find = () => useNowReadable().sentenceOf('L')
    expect(await find()).toBeNull()
    for (const word of ['他们', '要求', '双方', '马上', '停火']) await useMemory().sayKnown(word)
    expect(await find()).toEqual({ text: '他们要求双方马上停火。', side: 'zh' })
    expect(await useNowReadable().sentenceOf('Z')).toBeNull()
  })
})

describe('how much of an article can be read', () => {
  it('needs no dictionary once its words were found', async () => {
    await today()
    const of = { article: 'A', learning: 'zh' } as const
    const kept = await readArticleWords(await useDisk().open(), of)
    expect(kept?.words.map(({ key }) => key)).toContain('停火')
    Object.assign(useLanguage(), { open: () => Promise.reject(new Error('not needed')) })
    expect(await useCoverage().of('A')).not.toBeNull()
  })

  it('is found anew when the learner cuts words otherwise', async () => {
    await today()
    await writeWordCut(await useDisk().open(), '双方停火', [4])
    await useCoverage().of('A')
    const of = { article: 'A', learning: 'zh' } as const
    const kept = await readArticleWords(await useDisk().open(), of)
    expect(kept?.words.map(({ key }) => key)).toContain('双方停火')
  })

  it('is not known of an article that is not there', async () => {
    await today()
    expect(await useCoverage().of('Z')).toBeNull()
  })
})
