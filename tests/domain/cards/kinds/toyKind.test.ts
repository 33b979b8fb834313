import { describe, expect, it } from 'vitest'
import { cardsOf, parseCardId } from '../../../../src/domain/cards/cards.ts'
import { KINDS } from '../../../../src/domain/cards/kinds/table.ts'
import { questionOf } from '../../../../src/domain/cards/questionOf.ts'
import { queueNotes } from '../../../../src/domain/cards/queueNotes.ts'
import { sentenceNote, termNote } from '../../../../src/domain/notes/notes.ts'
import { answered, buildQueue, nextCard } from '../../../../src/domain/srs/queue/queue.ts'
import { NEW_CARD } from '../../../../src/domain/srs/cardState.ts'
import { applyEntries, replay } from '../../../../src/domain/srs/replay.ts'
import { answerEntry, choices } from '../../../../src/domain/srs/schedule.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../../src/domain/srs/settings.ts'
import { DAY_MS } from '../../../../src/domain/time.ts'
import { bitext, termIn } from '../../../make.ts'
import { toyKind } from './toyKind.ts'

const kinds = [...KINDS, toyKind]
const { article, texts } = bitext([['双方停火。', 'Both sides cease fire.']])
const note = termNote(article, texts, termIn(texts, '停火', 'cease fire', 'ting2 huo3'), 'zh', 0)
const sentence = sentenceNote(article, texts, { start: 0, end: 5 }, 'zh', 0)
const toyId = `${note.id}.toy.en-zh`

const indexed = {
  id: note.id,
  kind: note.kind,
  learning: note.learning,
  article: 'A',
  articles: ['A'],
  headword: note.headword,
  createdAt: 0,
}

/** A learner who presses Easy at whatever comes, once a day; the cards, in order. */
function learn(days: number, kept: Partial<typeof note> = {}): readonly string[] {
  const settings = DEFAULT_SRS_SETTINGS
  const log = replay([], settings)
  const order: string[] = []
  let serial = 0
  for (let day = 0; day < days; day++) {
    const now = { at: Date.UTC(2026, 2, 2, 4) + day * DAY_MS, utcOffset: 480 }
    const { kinds: own } = kept
    const notes = queueNotes([{ ...indexed, ...(own && { kinds: own }) }], kinds)
    const queue = buildQueue({ notes, states: log.cards, now, settings })
    for (let card = nextCard(queue, now.at); card !== null; card = nextCard(queue, now.at)) {
      const state = log.cards.get(card.id) ?? NEW_CARD
      const draft = answerEntry({
        card: card.id,
        rating: 'easy',
        tookMs: 1_000,
        at: now,
        choice: choices(state, now, settings, card.id).easy,
        previous: state.last,
        settings,
      })
      const id = `e${String(serial++).padStart(6, '0')}`
      applyEntries(log, [{ ...draft, id, at: now.at, device: 'phone' }])
      answered(queue, card)
      if (!order.includes(card.id)) order.push(card.id)
    }
  }
  return order
}

describe('a kind that somebody adds to the table', () => {
  it('has a card on every note it is for', () => {
    expect(cardsOf(note, kinds).at(-1)).toEqual(parseCardId(toyId, kinds))
    const others = ['read', 'cloze', 'produce', 'type', 'listen']
    expect(cardsOf(note, kinds).map(({ kind }) => kind)).toEqual([...others, 'toy'])
    expect(cardsOf(sentence, kinds).map(({ kind }) => kind)).toEqual(['read', 'listen'])
    expect(cardsOf(note).map(({ kind }) => kind)).toEqual(others)
    expect(parseCardId(toyId)).toBeNull()
  })

  it('is asked when it is unlocked, and answered', () => {
    const order = learn(60).map((id) => id.split('.')[1])
    expect(order.slice(0, 2)).toEqual(['read', 'cloze'])
    expect(order.slice(2).toSorted()).toEqual(['listen', 'produce', 'toy', 'type'])
    expect(learn(3).map((id) => id.split('.')[1])).not.toContain('toy')
  })

  it('comes at once to a note that has no other kind', () => {
    expect(learn(1, { kinds: ['toy'] })).toEqual([toyId])
  })

  it('has its own question', () => {
    const card = parseCardId(toyId, kinds)!
    expect(questionOf(card, note, null, kinds)).toMatchObject({
      card,
      task: 'recall',
      asks: 'zh',
      question: [{ text: '停火' }],
    })
    expect(questionOf(card, note, null)).toBeNull()
  })
})

describe('every kind', () => {
  it.each(KINDS)('$kind tells what it asks, and its name, in both languages', ({ says }) => {
    for (const words of Object.values(says.zh)) expect(words).toMatch(/[\u4e00-\u9fff]/)
    for (const words of Object.values(says.en)) expect(words).toMatch(/^[A-Z][\w ?.]+$/)
  })

  it('has a name of its own that an id can hold', () => {
    const names = KINDS.map(({ kind }) => kind)
    expect(new Set(names).size).toBe(names.length)
    for (const name of names) expect(name).toMatch(/^[a-z]+$/i)
  })
})
