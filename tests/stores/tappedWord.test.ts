// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { passagePlace } from '../../src/domain/cards/passages.ts'
import { readKnown } from '../../src/storage/settings.ts'
import { readWordCuts } from '../../src/storage/wordCuts.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { useReader } from '../../src/stores/reader.ts'
import { useReview } from '../../src/stores/review.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { useTappedWord } from '../../src/stores/tappedWord.ts'
import { useUndo } from '../../src/stores/undo.ts'
import { bitext } from '../make.ts'
import { demand, take, talks } from '../storage/talks.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'
import { asked, reviewTheTalks } from './talksSession.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()
beforeEach(async () => {
  await useSettings().change({ learning: 'zh', newPerDay: 20 })
})

const disk = () => useDisk().open()

/** Taps a word of the Chinese passage of the card that is up. */
async function tapOnCard(word: string): Promise<void> {
  const { question, place } = useReview()
  const passage = [...(question?.question ?? []), ...(question?.answer ?? [])].find(
    ({ side, text }) => side === 'zh' && text.includes(word),
  )
  if (!passage || !place) throw new Error(`no ${word} on the card`)
  const { text } = passage
  const found = passagePlace(place, 'zh', 'zh', text)
  await useTappedWord().tap({
    side: 'zh',
    text,
    at: text.indexOf(word),
    translation: found?.translation ?? '',
    from: found && { content: place, start: found.start },
    bead: null,
  })
}

describe('a tapped word', () => {
  it('is shown with the other sentences it stands in, lit on both sides, the article at hand first', async () => {
    await take(await disk(), talks, [])
    await take(await disk(), demand, [])
    await useReader().open('A')
    await useReader().tap(0, 2)
    const word = useTappedWord()
    await vi.waitFor(() => expect(word.sentences).toHaveLength(1))
    const [one] = word.sentences
    expect(one).toMatchObject({ article: 'B', bead: 0, texts: { zh: '他们要求停火。' } })
    expect(one?.lit).toEqual({ zh: [{ start: 4, end: 6 }], en: [{ start: 14, end: 23 }] })
  })

  it('is lit by the dictionary where an article has no term for it', async () => {
    await take(await disk(), talks, [])
    const came = bitext([['那天他来了。', 'He came that day.']], { id: 'C', addedAt: 3 })
    await take(await disk(), came, [])
    await useReader().open('A')
    await useReader().tap(2, 0)
    const word = useTappedWord()
    await vi.waitFor(() => expect(word.sentences).toHaveLength(1))
    expect(word.sentences[0]?.lit).toEqual({
      zh: [{ start: 2, end: 3 }],
      en: [{ start: 0, end: 2 }],
    })
  })

  it('says when its card comes back once it is learnt', async () => {
    const review = await reviewTheTalks()
    const word = useTappedWord()
    const first = asked(review) ?? ''
    await tapOnCard(first)
    expect(word.standing).toEqual({ known: 'learning', backIn: null })
    await review.answer('easy')
    await useReader().open('A')
    const pair = useReader().pairs.findIndex(({ texts }) => texts.zh.includes(first))
    await useReader().tap(pair, useReader().pairs[pair]!.texts.zh.indexOf(first))
    expect(word.standing.backIn).toBeGreaterThan(86_000)
  })
})

describe('a word that is tapped on a card', () => {
  it('is learnt as in the article and unlearnt by the undo of the review; the card stays up', async () => {
    const review = await reviewTheTalks()
    useUndo().place = 'review'
    const up = review.question?.card.id
    const other = asked(review) === '停火' ? '双方' : '结束'
    await tapOnCard(other)
    const word = useTappedWord()
    expect(word.tapped).toMatchObject({ key: other, learnable: true })
    await word.learn()
    expect(word.tapped).toBeNull()
    const headwords = () => useMemory().cards.map(({ headword }) => headword)
    expect([headwords().includes(other), review.question?.card.id, review.canUndo]).toEqual([
      true,
      up,
      true,
    ])
    await review.undo()
    expect([headwords().includes(other), review.question?.card.id]).toEqual([false, up])
  })

  it('is marked as known, and that is taken back', async () => {
    const review = await reviewTheTalks()
    useUndo().place = 'review'
    const other = asked(review) === '停火' ? '双方' : '结束'
    await tapOnCard(other)
    await useTappedWord().know()
    expect(await readKnown(await disk(), 'zh')).toEqual(new Set([other]))
    await review.undo()
    expect(await readKnown(await disk(), 'zh')).toEqual(new Set())
  })

  it('cannot be learnt where only a quote is left', async () => {
    await reviewTheTalks()
    const word = useTappedWord()
    await word.tap({
      side: 'zh',
      text: '双方停火。',
      at: 0,
      translation: '',
      from: null,
      bead: null,
    })
    expect(word.tapped).toMatchObject({ key: '双方', learnable: false, counterpart: null })
  })
})

describe('the learner’s own cut', () => {
  it('joins with a neighbour in every text, is on the disk, and is taken back', async () => {
    await take(await disk(), demand, [])
    const reader = useReader()
    await reader.open('B')
    const keys = () => reader.pairs[0]!.words.map(({ key }) => key)
    expect(keys()).toEqual(['他们', '要求', '停火', '。'])
    await reader.tap(0, 2)
    const word = useTappedWord()
    expect(word.tapped?.cutting?.joins.map(({ stretch }) => stretch)).toEqual([
      '他们要求',
      '要求停火',
    ])
    await word.cut('要求停火', [4])
    expect(keys()).toEqual(['他们', '要求停火', '。'])
    expect([word.tapped?.key, word.tapped?.cutting?.own]).toEqual(['要求停火', '要求停火'])
    expect(await readWordCuts(await disk())).toEqual({ 要求停火: [4] })
    await useUndo().undo()
    expect(keys()).toEqual(['他们', '要求', '停火', '。'])
  })

  it('parts a word, and the dictionary may cut it again', async () => {
    await take(await disk(), demand, [])
    const reader = useReader()
    await reader.open('B')
    await reader.tap(0, 4)
    const word = useTappedWord()
    await word.cut('停火', [1, 1])
    expect(reader.pairs[0]!.words.map(({ key }) => key)).toEqual(['他们', '要求', '停', '火', '。'])
    await word.cut('停火', null)
    expect(await readWordCuts(await disk())).toEqual({})
    expect(word.tapped?.key).toBe('停火')
  })

  it('is heard of in another tab', async () => {
    await take(await disk(), demand, [])
    const word = useTappedWord()
    await useReader().open('B')
    const other = inAnotherTab(() => ({ reader: useReader(), settings: useSettings() }))
    await other.settings.load()
    await other.reader.open('B')
    await word.cut('要求停火', [4])
    await vi.waitFor(() =>
      expect(other.reader.pairs[0]?.words.map(({ key }) => key)).toContain('要求停火'),
    )
  })
})
