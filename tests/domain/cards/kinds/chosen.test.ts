import { describe, expect, it } from 'vitest'
import { kindsAsked } from '../../../../src/domain/cards/kinds/chosen.ts'
import { KINDS } from '../../../../src/domain/cards/kinds/table.ts'
import { queueNotes } from '../../../../src/domain/cards/queueNotes.ts'
import { NEW_CARD, type ReplayCard } from '../../../../src/domain/srs/cardState.ts'
import { buildQueue } from '../../../../src/domain/srs/queue/queue.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../../src/domain/srs/settings.ts'

const now = { at: Date.UTC(2026, 2, 2, 4), utcOffset: 480 }
const settings = DEFAULT_SRS_SETTINGS
const noteAt = (n: number) =>
  ({
    id: `n${n}`,
    kind: 'term',
    learning: 'zh',
    article: 'A',
    articles: ['A'],
    headword: `w${n}`,
    createdAt: n,
  }) as const
const grown: ReplayCard = {
  ...NEW_CARD,
  phase: 'review',
  memory: { stability: 60, difficulty: 5 },
  lastDay: 1,
  dueDay: 99_999,
  introducedDay: 1,
  reps: 5,
  last: 'e',
}

/** The new cards of a day, when so many words are known by heart and so many were never met. */
function fresh(known: number, unmet: number, off: readonly string[] = [], state = grown) {
  const notes = Array.from({ length: known + unmet }, (_, n) => noteAt(n))
  const states = new Map(
    notes.slice(0, known).flatMap(({ id }): [string, ReplayCard][] => [
      [`${id}.read.zh-en`, state],
      [`${id}.cloze.en-zh`, state],
    ]),
  )
  const kinds = queueNotes(notes, kindsAsked(off))
  return buildQueue({ notes: kinds, states, now, settings }).fresh.map(({ id }) => id)
}

describe('the kinds that are asked', () => {
  it('are all but those switched off, and never none', () => {
    expect(kindsAsked([])).toBe(KINDS)
    expect(kindsAsked(['cloze', 'choice']).map(({ kind }) => kind)).not.toContain('cloze')
    expect(kindsAsked(KINDS.map(({ kind }) => kind)).map(({ kind }) => kind)).toEqual(['read'])
  })

  it('let what waits for reading come when reading is off', () => {
    expect(fresh(0, 1, ['read', 'cloze', 'produce', 'type'])).toEqual(['n0.listen.zh-en'])
  })
})

describe('a day’s new cards', () => {
  it('are new words for the most part, however many known ones could be asked in another way', () => {
    const ids = fresh(20, 20)
    expect(ids).toHaveLength(6)
    expect(ids.filter((id) => id.includes('.read.'))).toHaveLength(4)
  })

  it('are other kinds of known words where no new word waits', () => {
    expect(fresh(20, 0)).toHaveLength(6)
    expect(fresh(20, 1).filter((id) => id.includes('.read.'))).toHaveLength(1)
  })

  it('are none of a word that was put aside as known, whatever kinds there are since', () => {
    const aside = { ...grown, suspended: true }
    const kinds = fresh(3, 0, ['produce'], aside)
    expect(kinds).toEqual([])
  })
})
