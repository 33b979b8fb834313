import { describe, expect, it } from 'vitest'
import { readInput } from '../../src/formats/readInput.ts'
import { type CardOf, collectionOf, packageOf } from './ankiCollections.ts'

const DAY = 86_400
/** Four in the morning in Shanghai, on study day 19 000. */
const CRT = 19_000 * DAY + (4 - 8) * 3_600
const AT = (CRT + 3 * DAY) * 1_000
const TYPES = { 11: ['Hanzi', 'Pinyin', 'Meaning'] }
const FRONTS = [
  '{{#Hanzi}}<b>{{Hanzi}}</b>{{/Hanzi}}',
  '{{Meaning}}',
  '{{tts zh_CN:Pinyin}}',
  '{{cloze:Hanzi}}',
]
const NOTES = [
  { type: 11, fields: ['面包', 'miànbāo', 'bread'] },
  { type: 11, fields: ['小镇', 'xiǎozhèn', 'town'] },
]
const answers = [
  { at: AT, ease: 3, ivl: -600, type: 0 },
  { at: AT + 600_000, ease: 3, ivl: 4, type: 0 },
]

async function historyOf(cards: readonly CardOf[], version = 11) {
  const collection = collectionOf(version, TYPES, NOTES, { crt: CRT, cards, fronts: FRONTS })
  const bytes = packageOf(version < 15 ? 2 : 3, collection)
  const { value } = await readInput([{ name: 'a.apkg', bytes }])
  return value?.source.kind === 'rows' ? value.source.history : undefined
}

describe('what Anki knows of cards', () => {
  it.each([11, 18])(
    'is read with what each asks and its row, tables of version %i',
    async (version) => {
      const history = await historyOf(
        [
          { note: 0, type: 2, due: 7, answers },
          { note: 1, ord: 1, type: 2, due: 9, queue: -1, flags: 3, answers: answers.slice(0, 1) },
          { note: 1, ord: 2, type: 2, due: 9 },
          { note: 1, ord: 3, type: 2, due: 9 },
        ].map((card, at) => ({
          ...card,
          answers: card.answers?.map((one) => ({ ...one, at: one.at + at })) ?? [],
        })),
        version,
      )
      expect(history?.rolloverHour).toBe(4)
      expect(
        history?.cards.map(({ row, asks, dueDay, suspended, flag }) => [
          row,
          asks,
          dueDay,
          suspended,
          flag,
        ]),
      ).toEqual([
        [1, 'zh', 19_007, false, 0],
        [2, 'en', 19_009, true, 3],
        [2, null, 19_009, false, 0],
        [2, 'gap', 19_009, false, 0],
      ])
      expect(history?.cards[0]?.answers).toEqual([
        { at: AT, grade: 3, interval: -600, tookMs: 4_000, isFirst: true },
        { at: AT + 600_000, grade: 3, interval: 4, tookMs: 4_000, isFirst: true },
      ])
    },
  )

  it.each<[string, CardOf, unknown]>([
    [
      'a step within the day',
      { note: 0, type: 1, due: AT / 1_000 + 60, left: 2_002, answers },
      { phase: 'learning', dueAt: AT + 60_000, dueDay: null, remaining: 2 },
    ],
    [
      'a step on another day',
      { note: 0, type: 3, queue: 3, due: 5, left: 1_001, answers },
      { phase: 'relearning', dueAt: null, dueDay: 19_005, remaining: 1 },
    ],
    [
      'one that was made new again',
      {
        note: 0,
        type: 0,
        due: 1,
        answers: [...answers, { at: AT + 700_000, ease: 0, ivl: 0, factor: 0, type: 4 }],
      },
      { phase: 'new', dueAt: null, dueDay: null },
    ],
  ])('of %s it is where that stands', async (_what, card, expected) => {
    expect((await historyOf([card]))?.cards[0]).toMatchObject(expected as object)
  })

  it.each<[string, readonly CardOf[]]>([
    ['new ones', [{ note: 0, type: 0, due: 3 }]],
    ['those of no note', [{ note: 7, type: 2, due: 3, answers }]],
  ])('is nothing of %s', async (_what, cards) => {
    expect(await historyOf(cards)).toBeUndefined()
  })

  it('leaves out looks at a card before its time, and answers with a button there is not', async () => {
    const odd = [
      { at: AT + 800_000, ease: 3, ivl: 0, factor: 0, type: 3 },
      { at: AT + 900_000, ease: 9, ivl: 4, type: 1 },
    ]
    const history = await historyOf([{ note: 0, type: 2, due: 7, answers: [...answers, ...odd] }])
    expect(history?.cards[0]?.answers).toHaveLength(2)
  })
})
