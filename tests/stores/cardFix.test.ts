// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { readArticle } from '../../src/storage/articles.ts'
import { useCardFix } from '../../src/stores/cardFix.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useProblems } from '../../src/stores/problems.ts'
import { useReader } from '../../src/stores/reader.ts'
import type { useReview } from '../../src/stores/review.ts'
import { freshStores, inAnotherTab } from './freshStores.ts'
import { asked, logOnDisk, problemWhenFull, reviewTheTalks } from './talksSession.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()

const textsOnDisk = async () => (await readArticle(await useDisk().open(), 'A'))!.texts
const translation = (review: ReturnType<typeof useReview>) =>
  review.question?.answer.find(({ side }) => side === 'en')?.text

async function opened() {
  const review = await reviewTheTalks()
  const fix = useCardFix()
  expect(await fix.open()).toBe(true)
  return { review, fix }
}

describe('the pair of the card that is up', () => {
  it('is the one it shows, and what can be done with it', async () => {
    const { fix } = await opened()
    expect(fix.pair).toEqual({
      number: 1,
      texts: { zh: '双方停火。', en: 'Both sides cease fire.' },
      canGive: { zh: { up: false, down: true }, en: { up: false, down: true } },
      isLast: false,
      isPair: true,
    })
  })

  it('is mended, and the card is up as before, with no answer given', async () => {
    const { review, fix } = await opened()
    await fix.repair({ do: 'edit', side: 'en', text: 'Both sides stop firing.' })
    await expect.poll(() => translation(review)).toBe('Both sides stop firing.')
    expect([asked(review), review.answered, review.left, review.busy]).toEqual([
      '停火',
      0,
      3,
      false,
    ])
    expect(fix.pair).toBeNull()
    expect(await logOnDisk()).toEqual([])
  })

  it('is as it was after undo', async () => {
    const { review, fix } = await opened()
    const before = await textsOnDisk()
    await fix.repair({ do: 'edit', side: 'zh', text: '双方都停火。' })
    expect((await textsOnDisk()).zh).toContain('双方都停火。')
    expect(review.canUndo).toBe(true)
    await review.undo()
    expect(await textsOnDisk()).toEqual(before)
    expect(asked(review)).toBe('停火')
  })

  it('that is no pair at all is taken apart, and the card that has no translation then makes way', async () => {
    const { review, fix } = await opened()
    await fix.repair({ do: 'merge' })
    await expect.poll(() => translation(review)).toBe('Both sides cease fire. The talks ended.')
    expect(asked(review)).toBe('停火')
    await review.undo()
    await expect.poll(() => translation(review)).toBe('Both sides cease fire.')
  })

  it('of a sentence is mended like that of a word', async () => {
    const { review } = await opened()
    while (review.question !== null && review.question.term !== null) await review.answer('easy')
    const fix = useCardFix()
    expect(asked(review)).toBe('他走了。')
    expect(await fix.open()).toBe(true)
    await fix.repair({ do: 'edit', side: 'en', text: 'He went away.' })
    await expect.poll(() => translation(review)).toBe('He went away.')
    expect(asked(review)).toBe('他走了。')
  })

  it('stays as it was on a full disk, and the card stays up', async () => {
    const { review, fix } = await opened()
    const before = await textsOnDisk()
    const edit = () => fix.repair({ do: 'edit', side: 'en', text: 'They ceased fire.' })
    expect(await problemWhenFull('articles', edit)).toBe('diskFull')
    expect(await textsOnDisk()).toEqual(before)
    expect([asked(review), review.canUndo]).toEqual(['停火', false])
  })

  it('that another tab mended first is left as that tab has it', async () => {
    const { fix } = await opened()
    const other = inAnotherTab(useReader)
    await other.open('A')
    await other.repair(0, { do: 'edit', side: 'en', text: 'The other tab was faster.' })
    const problems = useProblems()
    await problems.attempt('review.edit', () =>
      fix.repair({ do: 'edit', side: 'en', text: 'This one was slower.' }),
    )
    expect(problems.problem).toBe('changedElsewhere')
    expect((await textsOnDisk()).en).toContain('The other tab was faster.')
  })
})
