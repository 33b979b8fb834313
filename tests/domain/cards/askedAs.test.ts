import { describe, expect, it } from 'vitest'
import { askedAs } from '../../../src/domain/cards/askedAs.ts'
import { cardsOf } from '../../../src/domain/cards/cards.ts'
import { questionOf } from '../../../src/domain/cards/questionOf.ts'
import { type Standing, standingOf } from '../../../src/domain/cards/standing.ts'
import { spokenOf } from '../../../src/domain/cards/spoken.ts'
import { titleShown } from '../../../src/domain/cards/titleShown.ts'
import { doubtName } from '../../../src/domain/doubts/settled.ts'
import { sentenceNote, termNote } from '../../../src/domain/notes/notes.ts'
import { placesOf } from '../../../src/domain/notes/places.ts'
import { NEW_CARD } from '../../../src/domain/srs/cardState.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../src/domain/srs/settings.ts'
import type { Note } from '../../../src/domain/model.ts'
import { bitext, termIn, withFields } from '../../make.ts'
import { kept, starterDecks } from './fairness.ts'

const [, draft] = starterDecks().find(([name]) => name === 'noodle-shop')!
const shop = kept(draft)
const landlord = shop.article.terms.find(({ zh }) => zh === '房东')!
const note = termNote(shop.article, shop.texts, landlord, 'zh', 0)

function asked(kind: string, standing: Partial<Standing> = {}, of: Note = note, source = shop) {
  const card = cardsOf(of).find((one) => one.kind === kind)!
  const place = placesOf(of, source)[0]!
  const plain = questionOf(card, of, place)!
  return askedAs(plain, of, place, { stage: 'first', seed: 1, off: [], ...standing })
}

describe('a card that grows', () => {
  it('is chosen, then read', () => {
    const stages = ['first', 'young', 'grown'] as const
    expect(stages.map((stage) => asked('read', { stage }).task)).toEqual([
      'choice',
      'recall',
      'recall',
    ])
  })

  it('has its gap laid, then typed', () => {
    const stages = ['first', 'young', 'grown'] as const
    expect(stages.map((stage) => asked('cloze', { stage }).task)).toEqual([
      'tiles',
      'tiles',
      'typed',
    ])
  })

  it('keeps to the forms that are on', () => {
    expect(asked('read', { off: ['choice'] }).task).toBe('recall')
    expect(asked('cloze', { off: ['tiles'] }).task).toBe('gap')
    expect(asked('cloze', { off: ['tiles'], stage: 'young' }).task).toBe('typed')
    expect(asked('cloze', { off: ['tiles', 'typed'], stage: 'grown' }).task).toBe('gap')
  })

  it('asks the same until it is answered, and in another order then', () => {
    expect(asked('read', { seed: 7 })).toEqual(asked('read', { seed: 7 }))
    const orders = [1, 2, 3, 4, 5].map((seed) => JSON.stringify(asked('cloze', { seed })))
    expect(new Set(orders).size).toBeGreaterThan(1)
  })

  it('is heard and typed in no other form', () => {
    expect(asked('listen').task).toBe('listen')
    expect(asked('type')).toMatchObject({ task: 'spell', types: 'reading', asks: 'zh' })
  })

  it('is mirrored for who learns English', () => {
    const mirrored = termNote(shop.article, shop.texts, landlord, 'en', 0)
    expect(asked('read', {}, mirrored)).toMatchObject({ task: 'choice', answers: 'zh' })
    expect(asked('cloze', {}, mirrored)).toMatchObject({ pieces: ['land', 'lord'] })
    expect(asked('type', {}, mirrored)).toMatchObject({ types: 'word', asks: 'zh', answers: 'en' })
  })
})

describe('where a card stands', () => {
  const at = (fields: object) =>
    standingOf('n.read.zh-en', { ...NEW_CARD, ...fields }, DEFAULT_SRS_SETTINGS, []).stage
  const memory = (stability: number) => ({ stability, difficulty: 5 })

  it.each([
    ['first', {}],
    ['first', { phase: 'learning', remaining: 2, memory: memory(0.2) }],
    ['young', { phase: 'learning', remaining: 1, memory: memory(2) }],
    ['young', { phase: 'review', memory: memory(20) }],
    ['young', { phase: 'relearning', remaining: 1, memory: memory(3) }],
    ['grown', { phase: 'review', memory: memory(22) }],
  ])('is %s: %j', (stage, fields) => {
    expect(at(fields)).toBe(stage)
  })

  it('has another seed after every entry', () => {
    const seed = (last: string | null) =>
      standingOf('n.read.zh-en', { ...NEW_CARD, last }, DEFAULT_SRS_SETTINGS, []).seed
    expect(seed('a')).not.toBe(seed('b'))
    expect(standingOf('n.read.zh-en', undefined, DEFAULT_SRS_SETTINGS, []).seed).toBe(seed(null))
  })
})

describe('spot the error', () => {
  const pairs = [
    ['双方同意停火45天。', 'Both sides agreed to cease fire for 54 days.'],
    ['会谈周三开始。', 'The talks begin on Tuesday.'],
    ['他付了120元。', 'He paid 120 yuan.'],
    ['他走了。', 'He left.'],
  ] as const
  const source = bitext(pairs)
  const spot = (at: number, seed = 0, from = source) => {
    const { start, end } = from.article.segments.zh[at]!
    const sentence = sentenceNote(from.article, from.texts, { start, end }, 'zh', 0)
    return asked('read', { stage: 'grown', seed }, sentence, from)
  }

  it('asks for a number or a day that stands on one side only', () => {
    expect(spot(0, 1)).toMatchObject({ task: 'spot', wrong: 0 })
    expect(spot(1, 1)).toMatchObject({ task: 'spot', wrong: 0, places: [{ start: 19, end: 26 }] })
  })

  it('asks now and then where all is right, and never where nothing can be compared', () => {
    expect(spot(2, 3)).toMatchObject({ task: 'spot', wrong: null })
    expect(spot(2, 4).task).toBe('recall')
    expect(spot(3, 3).task).toBe('recall')
  })

  it('asks for none that the learner called fine', () => {
    const { article, texts } = source
    const doubt = { code: 'numbersDiffer', bead: 0, zh: null, en: null, found: ['54'] } as const
    const settled = doubtName(doubt, { texts, ...article })
    expect(spot(0, 1, withFields(source, { settledDoubts: [settled] })).task).toBe('recall')
  })

  it('leaves pairs alone that may be none', () => {
    const beads = source.article.beads.map((bead) => ({ ...bead, confidence: 0.5 }))
    expect(spot(0, 1, withFields(source, { beads })).task).toBe('recall')
  })
})

describe('before the answer', () => {
  it('is heard only what is heard anyway', () => {
    expect(spokenOf(asked('listen'), false)?.text).toMatch(/^房东。.*房东/)
    expect(spokenOf(asked('read'), false)?.text).toBe('房东')
    for (const kind of ['cloze', 'type', 'produce']) expect(spokenOf(asked(kind), false)).toBeNull()
  })

  it('no title prints it', () => {
    const word = withFields(bitext([['面馆开了。', 'The shop opened.']]), {
      title: { zh: '巷口的面馆', en: 'The Shop' },
    })
    const term = termIn(word.texts, '面馆', 'shop', 'mian4 guan3')
    const of = termNote(word.article, word.texts, term, 'zh', 0)
    const shown = (kind: string, revealed: boolean) =>
      titleShown(asked(kind, { off: ['tiles', 'choice'] }, of, word), revealed)?.zh ?? null
    expect(['cloze', 'produce', 'listen'].map((kind) => shown(kind, false))).toEqual([
      null,
      null,
      null,
    ])
    expect(shown('cloze', true)).toBe('巷口的面馆')
    expect(shown('read', false)).toBe('巷口的面馆')
  })
})
