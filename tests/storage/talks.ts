import { expect } from 'vitest'
import type { Note, TermNote } from '../../src/domain/model.ts'
import { offersOf } from '../../src/domain/notes/notes.ts'
import { replay } from '../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import { cardIndex } from '../../src/storage/derived/cardIndex.ts'
import type { Disk } from '../../src/storage/database.ts'
import { commitImport } from '../../src/storage/importing.ts'
import { readNotes } from '../../src/storage/notes.ts'
import { readLog } from '../../src/storage/reviewLog.ts'
import { bitext, termIn, type Bitext } from '../make.ts'

/** Two small articles about a ceasefire, and what a disk holds of them. */

export function withTerms(
  of: Bitext,
  ...terms: readonly (readonly [string, string, string])[]
): Bitext {
  const found = terms.map(([zh, en, reading]) => termIn(of.texts, zh, en, reading))
  return { ...of, article: { ...of.article, terms: found } }
}

export const talks = withTerms(
  bitext(
    [
      ['双方停火。', 'Both sides cease fire.'],
      ['会谈结束。', 'The talks ended.'],
      ['他走了。', 'He left.'],
    ],
    { id: 'A', addedAt: 1 },
  ),
  ['停火', 'cease fire', 'ting2 huo3'],
  ['会谈', 'talks', 'hui4 tan2'],
)
export const demand = withTerms(
  bitext([['他们要求停火。', 'They demand a ceasefire.']], { id: 'B', addedAt: 2 }),
  ['停火', 'ceasefire', 'ting2 huo3'],
)

/** Every term and sentence an article offers. */
export function notesIn(of: Bitext): readonly Note[] {
  const { terms, sentences } = offersOf(of.article, of.texts, 'zh', 7)
  return [...terms, ...sentences]
}

export const take = (disk: Disk, of: Bitext, notes = notesIn(of)) =>
  commitImport(disk, of.article, of.revisions, notes)

/** Everything in the stores that are not derived. */
export async function everything(disk: Disk): Promise<unknown> {
  const database = await disk.connection()
  const stores = ['articles', 'texts', 'notes', 'log', 'drafts'] as const
  return await Promise.all(stores.map((store) => database.getAll(store)))
}

/** The index as it is kept, and as it would be made anew: they must agree. */
export async function expectSoundIndex(disk: Disk): Promise<void> {
  const kept = await cardIndex(disk)
  await (await disk.connection()).delete('image', IDBKeyRange.bound('cards/', 'cards/\uffff'))
  const made = await cardIndex(disk)
  expect(made.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(
    kept.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
  )
}

export const ceasefireId = notesIn(demand)[0]!.id
export const sentenceId = notesIn(talks)[3]!.id

export async function term(disk: Disk, id: string): Promise<TermNote> {
  const [note] = await readNotes(disk, [id])
  if (note?.kind !== 'term') throw new RangeError(id)
  return note
}

export async function suspended(disk: Disk): Promise<readonly string[]> {
  const state = replay(await readLog(disk), DEFAULT_SRS_SETTINGS)
  return [...state.cards].filter(([, card]) => card.suspended).map(([id]) => id)
}
