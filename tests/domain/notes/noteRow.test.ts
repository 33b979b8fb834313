import { describe, expect, it } from 'vitest'
import { revisionTree } from '../../../src/domain/article/revisionTree.ts'
import { anchorIn } from '../../../src/domain/article/sharedAnchor.ts'
import { childRevision, rootRevision } from '../../../src/domain/article/sharedRevision.ts'
import {
  contextFacts,
  editNote,
  hideMet,
  metAnew,
  pickNote,
  rowOfNote,
  sentenceIdOf,
} from '../../../src/domain/notes/noteRow.ts'
import { articlesIn, pairsIn, showNote, suspensionsOf } from '../../../src/domain/notes/showNote.ts'
import type { Context, SentenceNote, TermNote } from '../../../src/domain/model.ts'
import { emptyRow, mergeRows, withFacts } from '../../../src/domain/records/merged.ts'
import { deleteRow } from '../../../src/domain/records/writing.ts'

const NOW = 1_800_000_000_000
const on = (device: string, wallMs = NOW) => ({ clock: { device, ms: 0, counter: 0 }, wallMs })
const everywhere = () => true
const nowhere = () => false

const revision = rootRevision('a', 'zh', '双方停火。会谈结束。')
const contextIn = (article: string): Context => ({
  article,
  zh: { ...anchorIn(revision, revision.text, { start: 2, end: 4 }), article },
  en: null,
  quote: { zh: '双方停火。', en: 'Both cease fire.' },
})

const term = (part: Partial<TermNote> = {}): TermNote => ({
  kind: 'term',
  id: 't1',
  learning: 'zh',
  createdAt: NOW,
  headword: '停火',
  reading: 'ting2 huo3',
  sense: 0,
  gloss: ['cease fire'],
  counterparts: ['cease fire', 'armistice'],
  level: { hsk2025: 5 },
  contexts: [contextIn('b'), contextIn('a')],
  ...part,
})

const sentence: SentenceNote = {
  kind: 'sentence',
  id: 's1',
  learning: 'zh',
  createdAt: NOW,
  anchor: anchorIn(revision, revision.text, { start: 0, end: 5 }),
}

const picked = (note = term(), release = 1) => pickNote(null, note, release, on('laptop0000')).row

describe('a note that was picked', () => {
  it.each([['term', term()] as const, ['sentence', sentence] as const])(
    'is shown as it was: %s',
    (_kind, note) => {
      const { row } = pickNote(null, note, 1, on('laptop0000'))
      expect(showNote(row, everywhere)).toEqual({ note, state: 'alive' })
    },
  )

  it('on two devices is one note with the contexts and counterparts of both', () => {
    const mine = picked(term({ contexts: [contextIn('a')], counterparts: ['truce'] }))
    const later = term({ contexts: [contextIn('b')], createdAt: NOW + 5 })
    const both = mergeRows(picked(later), mine)
    expect(showNote(both, everywhere)?.note).toMatchObject({
      createdAt: NOW,
      counterparts: ['truce', 'cease fire', 'armistice'],
      contexts: [contextIn('a'), contextIn('b')],
    })
    expect(articlesIn(both)).toEqual(['a', 'b'])
  })

  it('has the gloss of the newer dictionary, whichever comes last', () => {
    const [old, fresh] = [picked(term({ gloss: ['x'] }), 1), picked(term({ gloss: ['y'] }), 2)]
    for (const row of [mergeRows(old, fresh), mergeRows(fresh, old)])
      expect(showNote(row, everywhere)?.note).toMatchObject({ gloss: ['y'] })
  })

  it('is said as any release of the dictionary knows, when it is English', () => {
    const english = term({ learning: 'en', headword: 'truce', reading: '' })
    const spoken = { ...english, reading: 'truːs', createdAt: NOW + 1 }
    const row = mergeRows(picked(english, 1), picked(spoken, 2))
    expect(showNote(row, everywhere)?.note).toMatchObject({ reading: 'truːs' })
  })

  it('again is alive again, and keeps its place', () => {
    const { row } = deleteRow(picked(), on('phone00000', NOW + 10))
    expect(showNote(row, everywhere)?.state).toBe('deleted')
    const again = pickNote(row, term({ createdAt: NOW + 20 }), 1, on('laptop0000', NOW + 20)).row
    expect(showNote(again, everywhere)).toEqual({ note: term(), state: 'alive' })
  })
})

describe('places at which a note was met again', () => {
  const first = picked(term({ contexts: [contextIn('b')], counterparts: ['truce'] }))
  const met = term({ contexts: [contextIn('b'), contextIn('a')], counterparts: ['armistice'] })
  const now = on('laptop0000', NOW + 10)
  const again = pickNote(first, met, 1, now)
  const names = metAnew(first, met)
  const back = hideMet(again.row, names, { ...now, clock: again.clock })

  it('are taken back, and no others', () => {
    expect(names).toHaveLength(2)
    expect(showNote(back.row, everywhere)).toEqual(showNote(first, everywhere))
    expect(articlesIn(back.row)).toEqual(['b'])
  })

  it('stay taken back when another device hands them on', () => {
    for (const both of [mergeRows(again.row, back.row), mergeRows(back.row, again.row)])
      expect(showNote(both, everywhere)).toEqual(showNote(first, everywhere))
  })

  it('come back when it is met there once more', () => {
    expect(metAnew(back.row, met)).toEqual(names)
    const third = pickNote(back.row, met, 1, { ...now, clock: back.clock }).row
    expect(showNote(third, everywhere)).toEqual(showNote(again.row, everywhere))
  })
})

describe("the learner's own words", () => {
  it('are beside those found, each a field of its own', () => {
    const mine = editNote(picked(), { gloss: ['truce'] }, on('laptop0000')).row
    const theirs = editNote(picked(), { reading: 'x' }, on('phone00000')).row
    expect(showNote(mergeRows(mine, theirs), everywhere)?.note).toMatchObject({
      gloss: ['cease fire'],
      edits: { gloss: ['truce'], reading: 'x' },
    })
  })

  it('can be taken back', () => {
    const { row, clock } = editNote(picked(), { gloss: ['truce'] }, on('laptop0000'))
    const back = editNote(row, { gloss: null }, { clock, wallMs: NOW }).row
    expect(showNote(mergeRows(row, back), everywhere)?.note).toEqual(term())
  })
})

describe('when an article is deleted', () => {
  it('its contexts are hidden', () => {
    const shown = showNote(picked(), (article) => article !== 'b')
    expect(shown?.note).toMatchObject({ contexts: [contextIn('a')] })
  })

  it('the last context is left as a bare quote', () => {
    const shown = showNote(picked(), nowhere)
    expect(shown?.state).toBe('alive')
    expect(shown?.note).toMatchObject({ contexts: [{ ...contextIn('b'), zh: null, en: null }] })
    expect(shown && pairsIn(shown.note, 'b')).toEqual([])
  })

  it('its sentences are hidden, unless they were deleted themselves', () => {
    const row = picked()
    const { row: kept } = pickNote(null, sentence, 0, on('laptop0000'))
    expect(showNote(kept, nowhere)?.state).toBe('hidden')
    expect(showNote(deleteRow(kept, on('laptop0000')).row, nowhere)?.state).toBe('deleted')
    expect(showNote(row, nowhere)?.state).toBe('alive')
    expect(articlesIn(kept)).toEqual(['a'])
  })
})

describe('a note of a later version', () => {
  it('is not shown, and travels on', () => {
    const later = withFacts(emptyRow('x'), {
      base: { kind: 'grammar', learning: 'zh', createdAt: 1 },
    })
    expect(showNote(later, everywhere)).toBeNull()
    expect(showNote(emptyRow('x'), everywhere)).toBeNull()
    expect(mergeRows(emptyRow('x'), later)).toEqual(later)
  })

  it('shows what this version knows of it', () => {
    const row = withFacts(picked(), { 'context/odd': { createdAt: 0, video: 1 }, 'later/x': 1 })
    expect(showNote(row, everywhere)?.note).toEqual(term())
  })
})

describe('a pair that is met twice', () => {
  it('is one context, at its first place', () => {
    const [one, two] = [contextIn('a'), contextIn('b')]
    const facts = contextFacts([one, two, one], 5)
    expect(Object.values(facts).map(({ article, createdAt }) => [article, createdAt])).toEqual(
      expect.arrayContaining([
        ['a', 5],
        ['b', 6],
      ]),
    )
    expect(Object.keys(facts)).toHaveLength(2)
  })
})

describe('the anchors of a note', () => {
  it('are those in one article', () => {
    expect(pairsIn(term(), 'a')).toEqual([contextIn('a')])
    expect(pairsIn(sentence, 'a')).toEqual([{ zh: sentence.anchor, en: null }])
    expect(pairsIn(sentence, 'b')).toEqual([])
  })
})

describe('the id of a sentence', () => {
  it('is the same on two devices that edited another sentence', () => {
    const [one, two] = ['甲', '乙'].map((letter) =>
      childRevision(revision, [{ at: 0, removed: '', inserted: `${letter}说。` }]),
    )
    const tree = revisionTree([revision, one!, two!])
    const ids = [one!, two!, revision].map((at) => {
      const text = tree.textOf(at.id)!
      const start = text.indexOf('会谈')
      return sentenceIdOf(anchorIn(at, text, { start, end: start + 5 }), tree)
    })
    expect(new Set(ids).size).toBe(1)
  })
})

describe('suspensions of the version before', () => {
  it('are united', () => {
    const [a, b] = ['e1', 'e2'].map((entry) =>
      withFacts(rowOfNote(term(), 0), { [`suspension/${entry}`]: true }),
    )
    expect(suspensionsOf(mergeRows(b!, a!))).toEqual(['e1', 'e2'])
  })
})
