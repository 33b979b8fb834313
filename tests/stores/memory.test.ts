// @vitest-environment happy-dom
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import type { Dictionary } from '../../src/domain/dictionary/dictionary.ts'
import { AppError } from '../../src/domain/errors.ts'
import { NEW_CARD } from '../../src/domain/srs/cardState.ts'
import { answerEntry, choices } from '../../src/domain/srs/schedule.ts'
import { appendEntries } from '../../src/storage/reviewLog.ts'
import { NO_CHANGE, tell } from '../../src/storage/tabs.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useLanguage } from '../../src/stores/language.ts'
import { useMemory } from '../../src/stores/memory.ts'
import type { OwnCuts } from '../../src/domain/words/ownCuts.ts'
import { readWordsNeeded } from '../../src/storage/derived/wordsNeeded.ts'
import { useWordCuts } from '../../src/stores/wordCuts.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { focusWords, type FocusRequest } from '../../src/domain/words/needed.ts'
import type { Side } from '../../src/domain/model.ts'
import { bitext } from '../make.ts'
import { take, withTerms } from '../storage/talks.ts'
import { freshStores } from './freshStores.ts'
import { problemWhenFull } from './talksSession.ts'

freshStores()

let dictionary: Dictionary
beforeAll(async () => {
  dictionary = await loadDictionary('core')
}, 60_000)

/** The first sentence is full of words, the second has two. */
const article = withTerms(
  bitext(
    [
      [
        '谈判代表拒绝接受停火协议的全部条款。',
        'The negotiators refused every clause of the ceasefire deal.',
      ],
      ['他们撤退。', 'They withdraw.'],
      ['谁也没说话。', 'Nobody spoke.'],
    ],
    { id: 'A', addedAt: 1 },
  ),
  ['停火', 'ceasefire', 'ting2 huo3'],
  ['撤退', 'withdraw', 'che4 tui4'],
)

/** The language thread, in this thread. */
function withThread(): void {
  const foci = async (requests: readonly FocusRequest[], side: Side, cuts?: OwnCuts) =>
    requests.map((request) => focusWords(request, side, dictionary, cuts))
  Object.assign(useLanguage(), { open: async () => ({ thread: { foci } }) })
}

async function started() {
  await useSettings().change({ learning: 'zh', newPerDay: 2 })
  await take(await useDisk().open(), article)
  const memory = useMemory()
  await memory.load()
  return memory
}

/** Makes the next look at the disk take until the returned function is called. */
async function delayNextLook(): Promise<() => void> {
  const disk = await useDisk().open()
  const { connection } = disk
  let letGo: () => void = () => undefined
  const gate = new Promise<void>((resolve) => {
    letGo = resolve
  })
  const delayed = async () => {
    Object.assign(disk, { connection })
    await gate
    return await connection()
  }
  Object.assign(disk, { connection: delayed })
  return () => letGo()
}

/** Headwords of today's new cards, in order; '' for a sentence. */
function freshWords(memory: ReturnType<typeof useMemory>): readonly string[] {
  const words = new Map(memory.cards.map(({ id, headword }) => [id, headword]))
  return memory.today().queue.fresh.map(({ id }) => words.get(id) ?? '?')
}

describe('new cards', () => {
  it('come in the order they were added until their words are known', async () => {
    expect(freshWords(await started())).toEqual(['停火', '撤退'])
  })

  it('then come with the fewest unknown words first', async () => {
    withThread()
    const memory = await started()
    await memory.arrangeNew()
    expect(freshWords(memory)[0]).toBe('撤退')
  })

  it('move at once when a word becomes known', async () => {
    withThread()
    const memory = await started()
    await memory.arrangeNew()
    for (const word of ['谈判', '代表', '拒绝', '接受', '协议', '的', '全部', '条款'])
      await memory.sayKnown(word)
    expect(freshWords(memory)[0]).toBe('停火')
    await memory.sayKnown('条款', false)
    await memory.sayKnown('协议', false)
    await memory.sayKnown('全部', false)
    expect(freshWords(memory)[0]).toBe('撤退')
  })

  it('are ranked from what the disk keeps, without the language thread', async () => {
    withThread()
    const memory = await started()
    await memory.arrangeNew()
    Object.assign(useLanguage(), { open: () => Promise.reject(new Error('not needed')) })
    await memory.arrangeNew()
    expect(freshWords(memory)[0]).toBe('撤退')
  })

  it('are ranked by words as the learner cuts them', async () => {
    withThread()
    const memory = await started()
    const needed = async () => {
      await memory.arrangeNew()
      const device = await useDisk().open()
      const record = await readWordsNeeded(device, { article: 'A', learning: 'zh' })
      return record?.words.map(({ key }) => key)
    }
    expect(await needed()).toEqual(expect.arrayContaining(['全部', '条款']))
    await useWordCuts().cut('全部条款', [4])
    const cut = await needed()
    expect(cut).toContain('全部条款')
    expect(cut).not.toContain('条款')
  })

  it('stay in their order while there is no dictionary', async () => {
    Object.assign(useLanguage(), {
      open: () => Promise.reject(new AppError('dictionaryUnavailable')),
    })
    const memory = await started()
    await memory.arrangeNew()
    expect(freshWords(memory)).toEqual(['停火', '撤退'])
  })
})

describe('the queue', () => {
  it('is not made twice on one day', async () => {
    const memory = await started()
    const { queue } = memory.today()
    await memory.load()
    expect(memory.today().queue).toBe(queue)
  })

  it('is made anew when an article gets a limit of its own', async () => {
    const memory = await started()
    expect(memory.summary.fresh).toBe(2)
    await useSettings().change({ articleLimits: { A: { newPerDay: 1 } } })
    await memory.load()
    expect(memory.summary.fresh).toBe(1)
  })

  it('is made anew on another day, without what was asked for besides', async () => {
    const memory = await started()
    memory.askForMore(1)
    expect(memory.summary.fresh).toBe(3)
    const { queue } = memory.today()
    vi.spyOn(Date, 'now').mockReturnValue(Date.now() + 86_400_000)
    await memory.load()
    expect(memory.today().queue).not.toBe(queue)
    expect(memory.summary.fresh).toBe(2)
    vi.restoreAllMocks()
  })
})

describe('answers', () => {
  const easy = (memory: ReturnType<typeof useMemory>, card: string) => {
    const { state } = memory.today()
    const at = memory.now()
    return answerEntry({
      card,
      rating: 'easy',
      tookMs: 2_000,
      at,
      choice: choices(state.cards.get(card) ?? NEW_CARD, at, state.settings, card).easy,
      previous: state.cards.get(card)?.last ?? null,
      settings: state.settings,
    })
  }

  it('are part of the state even when they came while the disk was being read', async () => {
    const memory = await started()
    const { id } = memory.cards[0]!
    const draft = easy(memory, id)
    await memory.settle()
    const device = await useDisk().open()
    const letGo = await delayNextLook()
    const reading = tell(device, { ...NO_CHANGE, everything: true })
    await Promise.resolve()
    await memory.append([draft])
    letGo()
    await reading
    expect(memory.today().state.cards.get(id)?.reps).toBe(1)
  })

  it('are replayed with another model when the learner chooses it', async () => {
    const memory = await started()
    const { id } = memory.cards[0]!
    await appendEntries(await useDisk().open(), [easy(memory, id)])
    await useSettings().change({ model: 'fsrs-7' })
    await memory.load()
    const { state } = memory.today()
    expect(state.settings.model).toBe('fsrs-7')
    expect(state.cards.get(id)?.memory?.fast).toBeGreaterThan(0)
  })

  it('count a card as stable by the chance of recall in 21 days', async () => {
    const memory = await started()
    const { id } = memory.cards[0]!
    expect(memory.isStable({ id })).toBe(false)
    await memory.append([easy(memory, id)])
    expect(memory.isStable({ id })).toBe(false)
    expect(memory.knowledgeOf('停火', {}, 'zh')).toBe('learning')
  })
})

describe('a word', () => {
  it('that could not be kept as known, because the disk is full, is not', async () => {
    const memory = await started()
    expect(await problemWhenFull('settings', () => memory.sayKnown('撤退'))).toBe('diskFull')
    expect(memory.knowledgeOf('撤退', {}, 'zh')).not.toBe('known')
  })
})
