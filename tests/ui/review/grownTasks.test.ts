import { createPinia, setActivePinia } from 'pinia'
import { nextTick } from 'vue'
import { beforeEach, describe, expect, it } from 'vitest'
import { askedAs } from '../../../src/domain/cards/askedAs.ts'
import { cardsOf } from '../../../src/domain/cards/cards.ts'
import type { Question } from '../../../src/domain/cards/question.ts'
import { questionOf } from '../../../src/domain/cards/questionOf.ts'
import type { Stage } from '../../../src/domain/cards/standing.ts'
import type { Side } from '../../../src/domain/model.ts'
import { termNote } from '../../../src/domain/notes/notes.ts'
import { placesOf } from '../../../src/domain/notes/places.ts'
import QuestionView from '../../../src/ui/review/QuestionView.vue'
import { kept, starterDecks } from '../../domain/cards/fairness.ts'
import { mountWith } from '../mountWith.ts'

beforeEach(() => setActivePinia(createPinia()))

const [, draft] = starterDecks().find(([name]) => name === 'noodle-shop')!
const shop = kept(draft)
const landlord = shop.article.terms.find(({ zh }) => zh === '房东')!

function asked(kind: string, stage: Stage = 'first', learning: Side = 'zh'): Question {
  const note = termNote(shop.article, shop.texts, landlord, learning, 0)
  const card = cardsOf(note).find((one) => one.kind === kind)!
  const place = placesOf(note, shop)[0]!
  return askedAs(questionOf(card, note, place)!, note, place, { stage, seed: 3, off: [] })
}

async function drawn(question: Question, language: Side = 'en') {
  const verdicts: string[] = []
  const view = await mountWith(
    QuestionView,
    { question, onAnswer: (verdict: string) => verdicts.push(verdict) },
    language,
  )
  return { view, verdicts }
}

describe('a choice', () => {
  it('has four buttons in a named group, one of which is right', async () => {
    const question = asked('read')
    if (question.task !== 'choice') throw new Error(question.task)
    const { view, verdicts } = await drawn(question)
    expect(view.get('.task').text()).toBe('Which one is it?')
    expect(view.get('[role=group]').attributes('aria-label')).toBe('Answers')
    const options = view.findAll('[data-testid=option]')
    expect(options.map((one) => one.text())).toEqual(question.options)
    await options[(question.right + 1) % 4]!.trigger('click')
    await options[question.right]!.trigger('click')
    expect(verdicts).toEqual(['wrong'])
  })

  it('speaks Chinese', async () => {
    expect((await drawn(asked('read'), 'zh')).view.get('.task').text()).toBe('选出意思')
  })
})

describe('tiles', () => {
  it('are laid in order, and the last one is judged without case', async () => {
    const question = asked('cloze', 'first', 'en')
    if (question.task !== 'tiles') throw new Error(question.task)
    const { view, verdicts } = await drawn(question)
    for (const piece of question.pieces) {
      await view.findAll('[data-testid=tile]')[question.tiles.indexOf(piece)]!.trigger('click')
    }
    expect(verdicts).toEqual(['right'])
  })

  it('can be taken back', async () => {
    const { view } = await drawn(asked('cloze'))
    const [tile] = view.findAll('[data-testid=tile]')
    await tile!.trigger('click')
    expect(tile!.attributes('disabled')).toBeDefined()
    expect(view.get('.large [role=img]').attributes('aria-label')).toMatch(/filled in: ./)
    await view.get('.chip').trigger('click')
    expect(tile!.attributes('disabled')).toBeUndefined()
  })
})

describe('a typed answer', () => {
  it('in a gap may be hanzi or pinyin', async () => {
    for (const [typed, verdict] of [
      ['房东', 'right'],
      ['fang2dong1', 'right'],
      ['fang2dong2', 'near'],
      ['房客', 'wrong'],
    ] as const) {
      const { view, verdicts } = await drawn(asked('cloze', 'grown'))
      await view.get('input').setValue(typed)
      await view.get('input').trigger('keydown', { key: 'Enter' })
      expect(verdicts).toEqual([verdict])
    }
  })

  it('is not handed in when it is empty', async () => {
    const { view, verdicts } = await drawn(asked('type'))
    await view.get('input').setValue('  ')
    await view.get('input').trigger('keydown', { key: 'Enter' })
    expect(verdicts).toEqual([])
  })

  it('is the spelling for who learns English, from sound and meaning', async () => {
    const { view, verdicts } = await drawn(asked('type', 'first', 'en'))
    expect(view.get('.task').text()).toBe('Type the word')
    expect(view.get('[data-testid=headword]').text()).toBe('房东')
    await view.get('input').setValue('Landlord')
    await view.get('.check').trigger('click')
    expect(verdicts).toEqual(['right'])
  })
})

it('a card that would be heard is read where no voice is', async () => {
  const { view } = await drawn(asked('listen'))
  await nextTick()
  expect(view.find('[data-testid=hear]').exists()).toBe(false)
  expect(view.get('[data-testid=headword]').text()).toBe('房东')
  expect(view.text()).toContain('No voice on this device')
})
