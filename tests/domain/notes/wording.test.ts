import { describe, expect, it } from 'vitest'
import type { TermEdits, TermNote } from '../../../src/domain/model.ts'
import { termNote } from '../../../src/domain/notes/notes.ts'
import { counterpartOf, wordingOf } from '../../../src/domain/notes/wording.ts'
import { bitext, termIn } from '../../make.ts'

const { article, texts } = bitext([['双方停火。', 'Both sides cease fire.']])
const term = { ...termIn(texts, '停火', 'cease fire', 'ting2 huo3'), gloss: ['ceasefire'] }
const note = termNote(article, texts, term, 'zh', 5)
const edited = (edits: TermEdits): TermNote => ({ ...note, edits })

describe('what a note says', () => {
  it('is what it was made with, until the learner writes something over it', () => {
    const own = { reading: 'ting2 huo3', gloss: ['ceasefire'], counterparts: ['cease fire'] }
    expect(wordingOf(note)).toEqual(own)
    expect(wordingOf(edited({ reading: 'x1' }))).toEqual({ ...own, reading: 'x1' })
    expect(wordingOf(edited({ gloss: ['truce'] }))).toEqual({ ...own, gloss: ['truce'] })
  })
})

describe('the translation of a note', () => {
  it('is the learner’s own, else what stands in the place, else the first known', () => {
    expect(counterpartOf(edited({ counterparts: ['truce'] }), 'ceased fire')).toBe('truce')
    expect(counterpartOf(note, 'ceased fire')).toBe('ceased fire')
    expect(counterpartOf(note)).toBe('cease fire')
  })

  it('is a gloss when the text has none, and empty when nobody knows one', () => {
    expect(counterpartOf({ ...note, counterparts: [] })).toBe('ceasefire')
    expect(counterpartOf({ ...note, counterparts: [], gloss: [] })).toBe('')
  })
})
