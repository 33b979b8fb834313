import assert from 'node:assert/strict'
import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { cardsOf } from '../../src/domain/cards/cards.ts'
import { replay } from '../../src/domain/srs/replay.ts'
import { studyDay } from '../../src/domain/time.ts'
import type { PackageInput } from '../../src/formats/write/anki/package.ts'
import { typeOf } from '../../src/formats/write/anki/noteTypes.ts'
import { readInput } from '../../src/formats/readInput.ts'
import { FORMATS } from '../../src/formats/table.ts'
import type { JudgedCard, Verdict } from './verdict.ts'

/** Titles are facts; a check throws when one does not hold, and says why it could not be looked at. */
export type Check = readonly [fact: string, check: () => Promise<string | void> | string | void]

const PHASES = { new: 0, learning: 1, review: 2, relearning: 3 } as const
const near = (one: number, two: number, share: number) =>
  Math.abs(one - two) <= share * Math.max(1, Math.abs(two))

/** What must hold when a real Anki has imported what we wrote of a learner. */
export function checksOf(verdict: Verdict, input: PackageInput): readonly Check[] {
  const { package: found, text } = verdict
  const notes = input.notes.length
  const state = replay(input.entries, input.settings)
  const today = studyDay(input.now, input.utcOffset, input.settings.rolloverHour)
  const cardIds = new Map(
    input.notes.flatMap(({ note }) =>
      cardsOf(note).map(({ id, kind }) => {
        const ord = typeOf(note).templates.findIndex((template) => template.kind === kind)
        return [`${note.id} ${ord}`, id] as const
      }),
    ),
  )
  const stateOf = ({ guid, ord }: JudgedCard) => {
    const id = cardIds.get(`${guid} ${ord}`)
    assert.ok(id !== undefined, `a card that is none of ours: ${guid} ${ord}`)
    return state.cards.get(id)
  }
  const voided = new Set(input.entries.flatMap((one) => (one.type === 'void' ? [one.entry] : [])))
  const logged = input.entries.filter(
    ({ id, type }) => !voided.has(id) && ['answer', 'reset', 'setDue'].includes(type),
  )

  return [
    [
      'every note is imported as a new one',
      () => assert.deepEqual(found.first, { found: notes, new: notes }),
    ],
    [
      'a second import changes nothing',
      () => {
        assert.deepEqual(found.second, { found: notes, duplicate: notes })
        assert.equal(found.secondChangedNothing, true)
      },
    ],
    ['Anki finds the collection sound', () => assert.equal(found.sound, true)],
    ['no card is empty', () => assert.equal(found.emptyCards, 0)],
    [
      'every card and every answer is there',
      () => {
        assert.equal(found.tables.notes, notes)
        assert.equal(found.tables.cards, found.cards.length)
        assert.equal(found.tables.revlog, logged.length)
      },
    ],
    [
      'every card that was answered stands where it stood',
      () => {
        for (const card of found.cards) {
          const known = stateOf(card)
          assert.equal(card.type, PHASES[known?.phase ?? 'new'], card.guid)
          assert.equal(card.queue < 0, known?.suspended ?? false, card.guid)
          assert.equal(card.reps, known?.reps ?? 0, card.guid)
          assert.equal(card.lapses, known?.lapses ?? 0, card.guid)
          assert.equal(card.flag, known?.flag ?? 0, card.guid)
        }
      },
    ],
    [
      'due days are those of the learner',
      () => {
        for (const card of found.cards) {
          const known = stateOf(card)
          if (known?.phase === 'review') assert.equal(card.dueInDays, (known.dueDay ?? 0) - today)
          else if (known?.dueAt) assert.equal(card.due, Math.floor(known.dueAt / 1000))
        }
      },
    ],
    [
      'stability and difficulty are kept, and Anki makes the same of the log',
      () => {
        let compared = 0
        for (const card of found.cards) {
          const memory = stateOf(card)?.memory ?? null
          assert.equal(card.memory === null, memory === null, card.guid)
          if (memory === null || card.memory === null) continue
          assert.ok(near(card.memory[0], memory.stability, 1e-3), card.guid)
          assert.ok(near(card.memory[1], memory.difficulty, 1e-3), card.guid)
          if (!card.recomputed) continue
          compared += 1
          assert.ok(near(card.recomputed[0], memory.stability, 1e-2), `${card.guid} ${card.ord}`)
          assert.ok(near(card.recomputed[1], memory.difficulty, 1e-2), `${card.guid} ${card.ord}`)
        }
        assert.ok(compared > 20, `only ${compared} cards were compared`)
      },
    ],
    [
      'the options of the deck are the learner’s',
      () => {
        const ours = found.presets.find(({ name }) => name === 'Duizhao')
        assert.equal(ours?.retention.toFixed(2), input.settings.desiredRetention.toFixed(2))
        assert.deepEqual(
          ours?.weights.map((weight) => weight.toFixed(4)),
          input.settings.weights.map((weight) => weight.toFixed(4)),
        )
        assert.ok(found.cards.every(({ deck }) => deck.startsWith('Duizhao::')))
      },
    ],
    [
      'cards are drawn with what they ask, and no markup of a text is markup',
      () => {
        const drawn = found.cards.filter(({ question }) => question !== undefined)
        const kinds = new Set(drawn.map(({ ord }) => ord))
        assert.deepEqual([...kinds].toSorted(), [0, 1, 2, 3, 4])
        for (const { question = '', answer = '' } of drawn) {
          assert.match(question, /<div class="asks">\S/)
          assert.doesNotMatch(question + answer, /\{\{|<b>odd|template has a problem/i)
          assert.match(answer, /<hr id="answer">/)
        }
      },
    ],
    [
      'the text is imported, again without a change, and one changed answer updates one note',
      () => {
        assert.deepEqual(text.first, { found: notes, new: notes })
        assert.deepEqual(text.second, { found: notes, duplicate: notes })
        assert.deepEqual(text.changed, { found: notes, updated: 1, duplicate: notes - 1 })
        assert.equal(text.notes, notes)
        assert.deepEqual(text.guids, input.notes.map(({ note }) => note.id).toSorted())
      },
    ],
    ...found.exported.map((file): Check => [
      `what Anki exports is read back: ${basename(file)}`,
      () => readBack(file),
    ]),
  ]
}

/** Terms of the learner are in it, whatever else the file has. */
async function readBack(file: string): Promise<string | void> {
  const ending = file.replace(/^.*\./, '')
  const known = FORMATS.some(({ extensions }) => extensions.includes(ending))
  if (!known && ending !== 'txt') return `nothing here reads .${ending}`
  const bytes = new Uint8Array(readFileSync(file))
  const { value, issues } = await readInput([{ name: basename(file), bytes }])
  assert.ok(value !== null, JSON.stringify(issues))
  const said = JSON.stringify(value.source)
  for (const word of ['地天天', '人天天']) assert.ok(said.includes(word), `no ${word}`)
}
