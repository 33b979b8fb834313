import initSqlJs from 'sql.js'
import { expect, it } from 'vitest'
import { replay } from '../../src/domain/srs/replay.ts'
import { takenEntries } from '../../src/domain/srs/takenEntries.ts'
import { finish } from '../../src/domain/tasks.ts'
import { readInput } from '../../src/formats/readInput.ts'
import { writeAnkiPackage } from '../../src/formats/write/anki/package.ts'
import { learner } from '../anki/learner.ts'

const NOW = Date.UTC(2026, 10, 30, 12)

it('what we write for Anki comes back: each card where it stood, with its answers and its memory', async () => {
  const input = learner({ notes: 60, answers: 8, now: NOW })
  const bytes = new Uint8Array(finish(writeAnkiPackage(await initSqlJs(), input)))
  const { value } = await readInput([{ name: 'a.apkg', bytes }])
  const history = value?.source.kind === 'rows' ? value.source.history : undefined
  const place = { rolloverHour: history!.rolloverHour, offsetAt: () => input.utcOffset }
  const entries = history!.cards.flatMap((taken) => takenEntries(taken.card!, taken, place))
  const before = replay(input.entries, input.settings).cards
  const after = replay(entries, input.settings).cards
  const seen = [...before].filter(([, card]) => card.phase !== 'new')
  expect(seen.length).toBeGreaterThan(20)
  for (const [id, card] of seen) {
    const { phase, dueDay, suspended, flag, reps, memory } = card
    expect({ id, ...after.get(id) }).toMatchObject({ id, phase, dueDay, suspended, flag, reps })
    expect(after.get(id)?.memory?.stability).toBeCloseTo(memory!.stability, 6)
  }
})
