import { describe, expect, it } from 'vitest'
import { formerIdsOf, headOf } from '../../../src/domain/article/articleRow.ts'
import { mapPair } from '../../../src/domain/article/sharedAnchor.ts'
import { showArticle } from '../../../src/domain/article/showArticle.ts'
import { migrate, type Migrated } from '../../../src/domain/notes/migrate.ts'
import { pairsIn, showNote, suspensionsOf } from '../../../src/domain/notes/showNote.ts'
import type { RecordsV1, TermNoteV1 } from '../../../src/domain/notes/recordsV1.ts'
import { shuffled, seededRandom } from '../../../src/domain/random.ts'
import { canonical } from '../../../src/domain/records/canonical.ts'
import { emptyRow, fieldOf, mergeRows, type Merged } from '../../../src/domain/records/merged.ts'
import { knownWords } from '../../../src/domain/records/settings.ts'
import { deleteRow, isAlive, writeFields } from '../../../src/domain/records/writing.ts'
import { NO_DEVICE } from '../../../src/domain/records/stamp.ts'
import { oldDevice, PLAIN, withDeletion } from './oldDevice.ts'

const phone = oldDevice('01PHONE', 1_700_000_000_000, [0, 16])
const laptop = oldDevice('01LAPTOP', 1_710_000_000_000, [6])

function merge(a: Migrated, b: Migrated): Migrated {
  const rows = (ours: readonly Merged[], theirs: readonly Merged[]) => {
    const all = new Map(ours.map((row) => [row.id, row]))
    for (const row of theirs) all.set(row.id, mergeRows(all.get(row.id) ?? emptyRow(row.id), row))
    return [...all.values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  }
  const byId = <T extends { readonly id: string }>(all: readonly T[]) =>
    [...new Map(all.map((one) => [one.id, one])).values()].sort((a, b) => (a.id < b.id ? -1 : 1))
  return {
    articles: rows(a.articles, b.articles),
    notes: rows(a.notes, b.notes),
    settings: rows(a.settings, b.settings),
    revisions: byId([...a.revisions, ...b.revisions]),
    entries: byId([...a.entries, ...b.entries]),
  }
}

const rowOf = (rows: readonly Merged[], id: string): Merged => rows.find((row) => row.id === id)!

/** What is shown of the article after a migration. */
const shownOf = ({ articles, revisions }: Migrated) =>
  showArticle(rowOf(articles, PLAIN), revisions)

function noteOf({ articles, notes }: Migrated, id: string) {
  const isShown = (article: string) => articles.some((row) => row.id === article && isAlive(row))
  return showNote(rowOf(notes, id), isShown)
}

describe('records of the version before', () => {
  it('come to the same bytes in whatever order they lie', () => {
    const random = seededRandom(7)
    const shuffle = (old: RecordsV1): RecordsV1 => ({
      articles: shuffled(old.articles, random),
      revisions: shuffled(old.revisions, random),
      notes: shuffled(old.notes, random),
      entries: shuffled(old.entries, random),
      settings: shuffled(old.settings, random),
    })
    const again = withDeletion(oldDevice('01AGAIN', 1_690_000_000_000, []), 1_695_000_000_000)
    const both: RecordsV1 = {
      articles: [...phone.articles, ...again.articles],
      revisions: [...phone.revisions, ...again.revisions],
      notes: [...phone.notes, again.notes[1]!],
      entries: [...phone.entries, ...phone.entries],
      settings: phone.settings,
    }
    for (const old of [phone, laptop, withDeletion(phone, 1_720_000_000_000), both]) {
      const bytes = canonical(migrate(old))
      for (let n = 0; n < 200; n++)
        expect(canonical(migrate(structuredClone(shuffle(old))))).toBe(bytes)
    }
  })

  it('of two devices merge, and the version further on shows', () => {
    const both = merge(migrate(phone), migrate(laptop))
    expect(canonical(merge(migrate(laptop), migrate(phone)))).toBe(canonical(both))
    expect(canonical(merge(both, migrate(phone)))).toBe(canonical(both))
    expect(both.articles).toHaveLength(1)
    const shown = shownOf(both)!
    expect(shown.texts.zh.match(/改/g)).toHaveLength(2)
    expect(shown.offered).toHaveLength(1)
    expect(formerIdsOf(rowOf(both.articles, PLAIN))).toEqual(['01LAPTOP', '01PHONE'])
  })

  it('keep every anchor where it stood', () => {
    const both = merge(migrate(phone), migrate(laptop))
    const { article, texts, tree } = shownOf(both)!
    const { note } = noteOf(both, 't1')!
    const pairs = pairsIn(note, PLAIN)
    expect(pairs.length).toBe(4)
    for (const pair of pairs) {
      const { zh, en } = mapPair(pair, 'zh', tree, article.revision)
      expect(texts.zh.slice(zh!.start, zh!.end).replaceAll('改', '')).not.toBe('')
      expect(texts.en.slice(en!.start, en!.end)).toBe('Both')
    }
  })

  it('keep the order of lists, what the learner wrote, and ids', () => {
    const { note, state } = noteOf(migrate(phone), 't1')!
    expect(state).toBe('alive')
    expect(note).toMatchObject({
      createdAt: 1_700_000_000_000,
      counterparts: ['cease fire', '01PHONE'],
      contexts: [{ zh: { start: 2 } }, { zh: { start: 15 } }],
      edits: { gloss: ['01PHONE'] },
    })
    expect(noteOf(migrate(phone), 's01PHONE')?.state).toBe('alive')
    expect(headOf(migrate(phone).articles[0]!)).toMatchObject({
      addedAt: 1_700_000_000_000,
      contentHashes: ['same'],
      settledDoubts: ['d1'],
    })
    expect(migrate(phone).entries).toEqual(phone.entries)
  })

  it('unite what was suspended for lost text', () => {
    const both = merge(migrate(phone), migrate(laptop))
    expect(suspensionsOf(rowOf(both.notes, 't1'))).toEqual(['x01LAPTOP', 'x01PHONE'])
    const stray = migrate({ ...phone, notes: [] })
    expect(suspensionsOf(rowOf(stray.notes, 't1'))).toEqual(['x01PHONE'])
    expect(noteOf(stray, 't1')).toBeNull()
  })

  it('name articles by their content in settings too', () => {
    const { settings } = migrate(phone)
    expect(fieldOf(rowOf(settings, 'learner'), 'articleLimits')).toEqual({
      [PLAIN]: { newPerDay: 1 },
    })
    expect(knownWords(rowOf(settings, 'known/zh'))).toEqual(new Set(['天', '水']))
  })

  it('give way to everything a person writes, and undo nothing when they come again', () => {
    const now = { clock: { device: 'device0001', ms: 0, counter: 0 }, wallMs: 1_800_000_000_000 }
    const old = migrate(phone)
    const known = writeFields(rowOf(old.settings, 'known/zh'), { 天: false }, now).row
    expect(mergeRows(rowOf(old.settings, 'known/zh'), known)).toEqual(known)
    const gone = deleteRow(old.articles[0]!, now).row
    expect(isAlive(mergeRows(gone, old.articles[0]!))).toBe(false)
    const stamps = [...old.articles, ...old.notes, ...old.settings].flatMap(({ fields }) =>
      Object.values(fields).map(({ t }) => t),
    )
    expect(stamps.every((t) => t.endsWith(NO_DEVICE))).toBe(true)
  })
})

describe('an article of the version before', () => {
  it('that was deleted hides what it took, and gives it back', () => {
    const old = migrate(withDeletion(phone, 1_720_000_000_000))
    expect(headOf(old.articles[0]!).deletedAt).toBe(1_720_000_000_000)
    expect(noteOf(old, 's01PHONE')?.state).toBe('hidden')
    expect(noteOf(old, 't1')?.note).toMatchObject({ contexts: [{ zh: null, en: null }] })
    const alive = writeFields(
      old.articles[0]!,
      { deleted: false },
      {
        clock: { device: 'device0001', ms: 0, counter: 0 },
        wallMs: 1_800_000_000_000,
      },
    ).row
    const back = { ...old, articles: [alive] }
    expect(noteOf(back, 's01PHONE')?.state).toBe('alive')
    expect(noteOf(back, 't1')?.note).toEqual(noteOf(migrate(phone), 't1')?.note)
    expect(shownOf(back)?.texts).toEqual(shownOf(migrate(phone))?.texts)
  })

  it('that was deleted and imported again is alive', () => {
    const gone = withDeletion(oldDevice('01FIRST', 1_690_000_000_000, []), 1_695_000_000_000)
    const both = migrate({
      ...phone,
      articles: [...gone.articles, ...phone.articles],
      revisions: [...gone.revisions, ...phone.revisions],
    })
    expect(both.articles).toHaveLength(1)
    expect(isAlive(both.articles[0]!)).toBe(true)
  })

  it('whose texts were given up is known to be deleted', () => {
    const [record] = withDeletion(phone, 1_720_000_000_000).articles
    const bare = { segments: { zh: [], en: [] }, beads: [], terms: [] }
    const { taken: _gone, ...rest } = record!
    const emptied = { ...rest, article: { ...record!.article, ...bare } }
    const old = migrate({ ...phone, articles: [emptied], revisions: [] })
    expect(shownOf(old)).toBeNull()
    expect(isAlive(old.articles[0]!)).toBe(false)
  })

  it('that is a deck keeps its id and its revision, edited or not', () => {
    const deck = (edited: readonly number[]): Migrated => {
      const old = oldDevice('deck-1', 5, edited)
      const article = { ...old.articles[0]!.article, deckRevision: 2 }
      return migrate({ ...old, articles: [{ ...old.articles[0]!, article }] })
    }
    const [plain, edited] = [deck([]), deck([0])]
    for (const { articles } of [plain, edited])
      expect(headOf(articles[0]!)).toMatchObject({ id: 'deck-1', deckRevision: 2 })
    const both = mergeRows(plain.articles[0]!, edited.articles[0]!)
    const shown = showArticle(both, [...plain.revisions, ...edited.revisions])
    expect(shown).toMatchObject({ version: { by: 'hand' }, offered: [] })
  })

  it('whose beads alone were repaired is not taken for an import', () => {
    const old = oldDevice('01BEADS', 5, [])
    const [record] = old.articles
    const beads = record!.article.beads.map((bead, i) =>
      i === 1 ? { ...bead, confidence: 1 } : bead,
    )
    const article = { ...record!.article, beads }
    const repaired = migrate({ ...old, articles: [{ ...record!, article }] })
    const both = merge(migrate(oldDevice('01EARLY', 1, [])), repaired)
    expect(shownOf(both)).toMatchObject({ version: { by: 'hand' }, offered: [] })
    expect(shownOf(both)?.article.beads).toEqual(beads)
  })
})

describe('what does not fit together', () => {
  it('is kept: an anchor by its quote, a revision by its text', () => {
    const [term] = phone.notes as readonly [TermNoteV1]
    const anchor = { ...term.contexts[0]!.zh!, start: 7, end: 9 }
    const notes = [{ ...term, contexts: [{ ...term.contexts[0]!, zh: anchor }] }]
    const old = migrate({ ...phone, notes })
    const shown = noteOf(old, 't1')?.note
    expect(shown).toMatchObject({
      contexts: [{ zh: { revision: '', start: 0, end: 0, quote: '停火' } }],
    })

    const spoilt = phone.revisions.map((one) =>
      one.number === 1 ? { ...one, text: '别的。' } : one,
    )
    const { revisions } = migrate({ ...phone, revisions: spoilt })
    expect(revisions.filter((one) => 'text' in one && one.text === '别的。')).toHaveLength(1)
    expect(revisions.filter((one) => 'parent' in one)).toHaveLength(0)
  })
})
