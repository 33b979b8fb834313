// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import type { Draft } from '../../src/domain/article/draft.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useImporting } from '../../src/stores/importing.ts'
import { useMemory } from '../../src/stores/memory.ts'
import { usePicking } from '../../src/stores/picking.ts'
import { useSettings } from '../../src/stores/settings.ts'
import { bitext } from '../make.ts'
import { ceasefireId, demand, take, withTerms } from '../storage/talks.ts'
import { freshStores } from './freshStores.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()

/** A ceasefire again, in three sentences; four terms, one of them a name. */
const text = withTerms(
  bitext(
    [
      ['双方宣布停火。', 'Both sides announced a ceasefire.'],
      ['谈判代表离开首都。', 'The negotiators left the capital.'],
      ['张伟撤退。', 'Zhang Wei withdraws.'],
    ],
    { id: 'C' },
  ),
  ['停火', 'ceasefire', 'ting2 huo3'],
  ['谈判', 'negotiators', 'tan2 pan4'],
  ['撤退', 'withdraws', 'che4 tui4'],
  ['张伟', 'Zhang Wei', 'zhang1 wei3'],
)
const draft: Draft = {
  texts: text.texts,
  segments: text.article.segments,
  beads: text.article.beads,
  terms: text.article.terms.map((term, i) => (i === 3 ? { ...term, kind: 'name' } : term)),
  title: text.article.title,
  contentHash: text.it.contentHash,
}

async function prepared(known: readonly string[] = []) {
  await useSettings().change({ learning: 'zh' })
  const memory = useMemory()
  await memory.load()
  for (const word of known) await memory.sayKnown(word)
  const picking = usePicking()
  await picking.prepare(draft)
  return picking
}

const notes = (picking: ReturnType<typeof usePicking>) =>
  picking
    .notesOf(text.article, draft, 7)
    .map((note) => (note.kind === 'term' ? note.headword : note.anchor.quote))

describe('how much is chosen with one move', () => {
  it('is the best first; names and what else was ticked by hand stay', async () => {
    const picking = await prepared()
    expect(picking.amount).toEqual({ most: 3, now: 3 })
    picking.toggleTerm(3)
    picking.chooseMany(1)
    expect([picking.terms, picking.amount.now]).toEqual([new Set([0, 3]), 1])
    const one = picking.coverage!.after
    picking.chooseMany(3)
    expect(picking.coverage!.after).toBeGreaterThan(one)
    picking.chooseMany(0)
    expect(picking.terms).toEqual(new Set([3]))
    picking.toggleTerm(3)
    expect(picking.coverage!.after).toBe(picking.coverage!.before)
  })

  it('leaves out what is known, which is told apart', async () => {
    const picking = await prepared(['停火'])
    expect([picking.known.has(0), picking.known.has(1), picking.amount.most]).toEqual([
      true,
      false,
      2,
    ])
  })
})

describe('what is ticked', () => {
  it('is what is worth learning: no name', async () => {
    expect((await prepared()).terms).toEqual(new Set([0, 1, 2]))
  })

  it('is no word that is known already', async () => {
    expect((await prepared(['停火', '撤退'])).terms).toEqual(new Set([1]))
  })

  it('is no word at or below the level the learner declared', async () => {
    await useSettings().change({ hsk: 7 })
    expect((await prepared()).terms.has(1)).toBe(false)
  })

  it('is no word that is being learnt; it is named as met', async () => {
    await take(await useDisk().open(), demand)
    const picking = await prepared()
    expect([picking.terms, picking.met]).toEqual([new Set([1, 2]), new Set([0])])
  })

  it('is the other language’s words for somebody who learns that', async () => {
    await useSettings().change({ learning: 'en' })
    const picking = usePicking()
    await picking.prepare(draft)
    expect(picking.terms).toEqual(new Set([0, 1, 2]))
    expect(notes(picking).slice(0, 3)).toEqual(['ceasefire', 'negotiators', 'withdraws'])
  })

  it('can be unticked and ticked again', async () => {
    const picking = await prepared()
    picking.toggleTerm(1)
    expect(picking.terms).toEqual(new Set([0, 2]))
    picking.toggleTerm(3)
    picking.toggleTerm(1)
    expect(picking.terms).toEqual(new Set([0, 1, 2, 3]))
  })

  it('is put back as it was kept', async () => {
    const picking = await prepared()
    picking.restore([3], [1])
    expect([picking.terms, picking.sentences]).toEqual([new Set([3]), new Set([1])])
  })

  it('is nothing once it is forgotten', async () => {
    const picking = await prepared()
    picking.forget()
    expect([picking.terms.size, picking.sentences.size, picking.met.size]).toEqual([0, 0, 0])
    expect([picking.coverage, picking.offers]).toEqual([null, []])
  })
})

describe('sentences', () => {
  it('are offered with both texts, and ticked', async () => {
    const picking = await prepared()
    expect(picking.offers.toSorted((a, b) => a.bead - b.bead)[2]).toEqual({
      bead: 2,
      zh: '张伟撤退。',
      en: 'Zhang Wei withdraws.',
    })
    expect(picking.sentences).toEqual(new Set([0, 1, 2]))
    picking.toggleSentence(2)
    expect(picking.sentences).toEqual(new Set([0, 1]))
  })

  it('of a long text are twelve offered and eight ticked, the best of them', async () => {
    await useSettings().change({ learning: 'zh' })
    const importing = useImporting()
    const lines = Array.from({ length: 20 }, (_, i) => [
      `代表们第${i + 1}次讨论停火。`,
      `The delegates discussed the ceasefire for time number ${i + 1}.`,
    ])
    await importing.takeClip({ text: lines.flat().join('\n') })
    await importing.goTo('pick')
    const picking = usePicking()
    expect([picking.offers.length, picking.sentences.size]).toEqual([12, 8])
    expect([...picking.sentences]).toEqual(picking.offers.slice(0, 8).map(({ bead }) => bead))
  })
})

describe('coverage', () => {
  it('is none of the running words for somebody who knows none, and rises with what is ticked', async () => {
    const picking = await prepared()
    expect(picking.coverage!.before).toBe(0)
    const all = picking.coverage!.after
    expect(all).toBeGreaterThan(0)
    picking.toggleTerm(0)
    const less = picking.coverage!.after
    expect(less).toBeLessThan(all)
    picking.toggleTerm(1)
    picking.toggleTerm(2)
    expect(picking.coverage!.after).toBe(0)
    picking.toggleTerm(0)
    expect(picking.coverage!.after).toBeCloseTo(all - less)
  })

  it('counts what is known before anything is ticked, and follows what becomes known', async () => {
    const picking = await prepared(['双方'])
    const { before } = picking.coverage!
    expect(before).toBeGreaterThan(0)
    await useMemory().sayKnown('宣布')
    expect(picking.coverage!.before).toBeCloseTo(2 * before)
  })
})

describe('the notes of what is ticked', () => {
  it('are terms first, then sentences, both in the order of the article', async () => {
    const picking = await prepared()
    picking.restore([2, 0], [1, 0])
    expect(notes(picking)).toEqual(['停火', '撤退', '双方宣布停火。', '谈判代表离开首都。'])
  })

  it('know where they stand, and are the same note in every article', async () => {
    const picking = await prepared()
    picking.restore([0], [])
    expect(picking.notesOf(text.article, draft, 7)).toMatchObject([
      {
        id: ceasefireId,
        createdAt: 7,
        counterparts: ['ceasefire'],
        contexts: [{ article: 'C', zh: { quote: '停火' }, en: { quote: 'ceasefire' } }],
      },
    ])
  })

  it('are none of a sentence that has no text on the side learnt', async () => {
    const picking = await prepared()
    picking.restore([], [0])
    const [first, ...rest] = draft.beads
    const bare = { ...draft, beads: [{ ...first!, zh: { from: 0, to: 0 } }, ...rest] }
    expect(picking.notesOf(text.article, bare, 7)).toEqual([])
  })
})
