import { describe, expect, it } from 'vitest'
import { SIDES } from '../../../src/domain/model.ts'
import { kept, ofTask, printedAnswer, questionsOf, starterDecks, toldBy } from './fairness.ts'

const decks = starterDecks().flatMap(([name, draft]) =>
  SIDES.map((learning) => [name, learning, questionsOf(kept(draft), learning)] as const),
)

describe.each(decks)('every card of %s, learning %s,', (_name, learning, made) => {
  it('prints no answer beside its gap', () => {
    const gaps = [...ofTask(made, 'gap'), ...ofTask(made, 'tiles'), ...ofTask(made, 'typed')]
    expect(gaps.length).toBeGreaterThan(100)
    const printed = gaps.filter(({ question }) => printedAnswer(question, learning) !== null)
    expect(printed.map(({ question }) => question.term)).toEqual([])
  })

  it('has four answers of which one is right, and none can be told by its form', () => {
    const choices = ofTask(made, 'choice').map(({ question, note }) => ({ question, note }))
    // A text of set phrases has few words that can stand for each other.
    expect(choices.length).toBeGreaterThan(1)
    for (const { question, note } of choices) {
      expect(new Set(question.options).size).toBe(4)
      expect({ options: question.options, told: toldBy(question) }).toMatchObject({ told: [] })
      const known = note.kind === 'term' ? [...note.counterparts, ...note.gloss] : []
      const others = question.options.filter((_, at) => at !== question.right)
      expect(known.filter((one) => others.includes(one))).toEqual([])
    }
  })

  it('has tiles enough to lay its answer, and others', () => {
    for (const { question } of ofTask(made, 'tiles')) {
      const left = [...question.tiles]
      for (const piece of question.pieces) left.splice(left.indexOf(piece), 1)
      expect(left.length).toBe(question.tiles.length - question.pieces.length)
      expect(left.length).toBeGreaterThanOrEqual(3)
    }
  })

  it('is asked in another way than the first time when it comes again', () => {
    const reading = made.filter(({ plain }) => plain.card.kind === 'read')
    const young = reading.filter(({ stage }) => stage === 'young')
    expect(young.every(({ question }) => question.task === 'recall')).toBe(true)
  })
})
