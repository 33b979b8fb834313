import { describe, expect, it } from 'vitest'
import type { Term, TermKind } from '../../../src/domain/model.ts'
import PickStep from '../../../src/ui/importing/PickStep.vue'
import { mountWith } from '../mountWith.ts'

const term = (zh: string, en: string, kind: TermKind): Term => ({
  zh,
  en,
  reading: '',
  gloss: [],
  kind,
  level: {},
  score: 1,
  occurrences: [],
})
const terms = [
  term('停火', 'ceasefire', 'word'),
  term('<b>会谈</b>', 'talks', 'word'),
  term('画龙点睛', 'finishing touch', 'idiom'),
  term('张伟', 'Zhang Wei', 'name'),
]
const offered = {
  terms,
  learning: 'zh',
  pickedTerms: new Set([0]),
  met: new Set(),
  known: new Set([1]),
  ranking: [0, 2],
  amount: { most: 2, now: 1 },
  sentences: [{ bead: 4, zh: '双方停火。', en: 'Both sides ceased fire.' }],
  pickedSentences: new Set([4]),
  coverage: { before: 0.67, after: 0.7 },
  busy: false,
} as const

describe('what to learn', () => {
  it('is told apart in tabs, each with its number', async () => {
    const step = await mountWith(PickStep, offered)
    expect(step.findAll('[role=tab]').map((tab) => tab.text())).toEqual([
      'Words 2',
      'Phrases 1',
      'Names 1',
      'Sentences 1',
    ])
    await step.get('[data-testid=tab-phrases]').trigger('click')
    expect(step.get('[data-testid=terms]').text()).toContain('画龙点睛')
    await step.get('[data-testid=tab-sentences]').trigger('click')
    await step.get('.sentence input').trigger('change')
    expect(step.emitted('sentence')).toEqual([[4]])
  })

  it('has on top what is worth most', async () => {
    const step = await mountWith(PickStep, { ...offered, known: new Set(), ranking: [1, 0] })
    expect(step.findAll('[data-testid=terms] strong').map((one) => one.text())).toEqual([
      '<b>会谈</b>',
      '停火',
    ])
  })

  it('goes from tab to tab by the arrow keys, round the end', async () => {
    const step = await mountWith(PickStep, offered)
    const list = step.get('[role=tablist]')
    const selected = () => step.get('[role=tab][aria-selected=true]').text()
    await list.trigger('keydown', { key: 'ArrowLeft' })
    expect(selected()).toBe('Sentences 1')
    await list.trigger('keydown', { key: 'ArrowRight' })
    expect(selected()).toBe('Words 2')
  })

  it('folds what is known, and its markup is text', async () => {
    const step = await mountWith(PickStep, offered)
    expect(step.get('[data-testid=terms]').text()).not.toContain('会谈')
    const folded = step.get('details')
    expect(folded.get('summary').text()).toBe('You know 1 more')
    expect(folded.get('[data-testid=known] strong').text()).toBe('<b>会谈</b>')
  })

  it('is more or less with one move, and says what that makes of the text', async () => {
    const step = await mountWith(PickStep, offered)
    expect(step.get('[data-testid=coverage]').text()).toContain(
      'You can read 67% of this text. With this word: 70%.',
    )
    const slider = step.get<HTMLInputElement>('[data-testid=many]')
    await slider.setValue('2')
    expect(step.emitted('many')).toEqual([[2]])
    expect(step.get('.action-bar .primary').text()).toBe('Learn these 2')
  })

  it('has a tab for words even where there are none', async () => {
    const step = await mountWith(PickStep, {
      ...offered,
      terms: [],
      amount: { most: 0, now: 0 },
      pickedTerms: new Set(),
      pickedSentences: new Set(),
      known: new Set(),
      sentences: [],
    })
    expect(step.findAll('[role=tab]')).toHaveLength(1)
    expect(step.find('[data-testid=many]').exists()).toBe(false)
    expect(step.get('.action-bar .primary').text()).toBe('Save without cards')
  })
})
