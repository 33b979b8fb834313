import { isDeepStrictEqual } from 'node:util'
import { DEFAULT_LEARNER_SETTINGS, srsSettingsOf } from '../../src/domain/learner/settings.ts'
import { contextsOf } from './contextsOf.ts'
import { type Disk, transact } from '../../src/storage/database.ts'
import { cardIndexRecord } from '../../src/storage/derived/make/cardIndex.ts'
import { catalogueRecord } from '../../src/storage/derived/make/catalogue.ts'
import { libraryHeadsRecord } from '../../src/storage/derived/make/libraryHeads.ts'
import { memoryImageRecord } from '../../src/storage/derived/make/memoryImage.ts'
import { loadState } from '../../src/storage/derived/memoryImage.ts'
import { ownReadingsRecord } from '../../src/storage/derived/ownReadings.ts'
import { isWhole } from '../../src/storage/pendingLog.ts'
import { entriesIn } from '../../src/storage/readLog.ts'
import { readLearner } from '../../src/storage/readSettings.ts'
import { rowIn } from '../../src/storage/rowIn.ts'
import type { Store } from '../../src/storage/schema.ts'

/** What of the log cannot be read, is there twice, or speaks of what is not there. */
async function flawsOfLog(disk: Disk): Promise<readonly string[]> {
  const database = await disk.connection()
  const [pending, segments] = await Promise.all([
    database.getAll('log'),
    database.getAll('segments'),
  ])
  const flaws = pending.filter((entry) => !isWhole(entry)).map(({ id }) => `entry ${id} is cut`)
  const entries = [...pending]
  for (const segment of segments) {
    const sealed = entriesIn(segment)
    if (sealed === null) flaws.push(`segment ${segment.id} cannot be read`)
    else entries.push(...sealed)
  }
  const ids = new Set(entries.map(({ id }) => id))
  if (ids.size !== entries.length)
    flaws.push(`${entries.length - ids.size} entries are there twice`)
  for (const entry of entries)
    if (entry.type === 'void' && !ids.has(entry.entry)) flaws.push(`${entry.id} voids nothing`)
  return flaws
}

/** Notes and texts whose article is not there, rows that cannot be read, articles without their texts. */
async function flawsOfRows(disk: Disk): Promise<readonly string[]> {
  const database = await disk.connection()
  const [articles, notes, revisions] = await Promise.all([
    database.getAll('articles'),
    database.getAll('notes'),
    database.getAll('revisions'),
  ])
  const flaws: string[] = []
  for (const record of [...articles, ...notes])
    if (rowIn(record) === null) flaws.push(`row ${record.id} cannot be read`)
  const ids = new Set(articles.map(({ id }) => id))
  for (const { id, article } of revisions)
    if (!ids.has(article)) flaws.push(`text ${id} of a missing article`)
  for (const record of notes)
    for (const article of [...record.articles, ...contextsOf(record)])
      if (!ids.has(article)) flaws.push(`note ${record.id} in a missing article`)
  const places = new Set(notes.map(({ place }) => place))
  if (places.size !== notes.length) flaws.push('two notes in one place')
  const heads = await transact(disk, ['articles', 'revisions'], 'readonly', (tx) =>
    libraryHeadsRecord.make(tx),
  )
  for (const { id, isWhole: has, beads, deletedAt } of heads)
    if (deletedAt === undefined && (!has || beads === 0)) flaws.push(`article ${id} has no text`)
  return flaws
}

/** Derived records that say other things than what they are derived from. One that is missing is no flaw. */
async function flawsOfDerived(disk: Disk): Promise<readonly string[]> {
  const stores: readonly Store[] = ['articles', 'revisions', 'notes', 'segments', 'log', 'image']
  const flaws = await transact(disk, stores, 'readonly', async (tx) => {
    const found: string[] = []
    for (const record of [
      cardIndexRecord,
      libraryHeadsRecord,
      catalogueRecord,
      ownReadingsRecord,
    ]) {
      const kept: unknown = await record.look(tx)
      if (kept !== null && !isDeepStrictEqual(sorted(kept), sorted(await record.make(tx))))
        found.push(`the record ${record.key} is out of date`)
    }
    return found
  })
  const settings = srsSettingsOf((await readLearner(disk)) ?? DEFAULT_LEARNER_SETTINGS)
  const [kept, made] = [
    await loadState(disk, settings),
    await memoryImageRecord.make(disk, settings),
  ]
  if (!isDeepStrictEqual(kept.digest, made.digest)) flaws.push('the image is of another log')
  if (!isDeepStrictEqual(kept.cards, made.cards)) flaws.push('the image is not what the log gives')
  return flaws
}

/** The same whatever the order of a list of records with ids. */
function sorted(value: unknown): unknown {
  if (!Array.isArray(value)) return value
  return value.toSorted((a, b) => String(a?.id).localeCompare(String(b?.id)))
}

/** Everything on a disk that does not fit together; each flaw once. */
export async function flawsOf(disk: Disk): Promise<readonly string[]> {
  const all = [await flawsOfLog(disk), await flawsOfRows(disk), await flawsOfDerived(disk)]
  return [...new Set(all.flat())]
}
