import type { Issue } from '../domain/errors.ts'
import { NewerAnki, tableOf } from './anki/table.ts'
import { bitextOf, type Format } from './format.ts'
import { DamagedDatabase, SqliteFile } from './sqlite.ts'
import { unzip, zipNames } from './zip.ts'

/** The newest first: where there are several, the older ones only say that Anki has to be updated. */
const COLLECTIONS = ['collection.anki21b', 'collection.anki21', 'collection.anki2'] as const

/** Decks and collections as Anki exports them, in all their containers. */
export const ankiPackage: Format = {
  id: 'ankiPackage',
  extensions: ['apkg', 'colpkg'],
  mediaTypes: ['application/apkg', 'application/vnd.anki'],
  sniff: ({ bytes }) =>
    zipNames(bytes)?.some((name) => COLLECTIONS.some((one) => one === name)) ?? false,
  read: async ({ name, bytes, noteTypes }) => {
    const refused = (code: Issue['code']) => ({ value: null, issues: [{ code, found: name }] })
    const { parts, issue } = unzip(bytes, (part) => COLLECTIONS.some((one) => one === part))
    if (issue !== null) return refused(issue)
    const newest = COLLECTIONS.find((one) => parts.has(one))
    const packed = newest && parts.get(newest)
    if (packed === undefined) return refused('brokenZip')
    try {
      const database = newest === 'collection.anki21b' ? await unpacked(packed) : packed
      if (database === null) return refused('zipTooLarge')
      const table = await tableOf(new SqliteFile(database), noteTypes)
      if (table === null) return refused('empty')
      return { value: bitextOf({ kind: 'rows', header: true, ...table }), issues: [] }
    } catch (error) {
      if (error instanceof NewerAnki) return refused('ankiTooNew')
      if (error instanceof DamagedDatabase || error instanceof BrokenPack)
        return refused('ankiDamaged')
      throw error
    }
  },
}

class BrokenPack extends Error {}

/** A collection that zstd packed; null when it is larger than can be held. */
async function unpacked(bytes: Uint8Array): Promise<Uint8Array | null> {
  const { TooMuch, unpackZstd } = await import('./zstd.ts')
  try {
    return unpackZstd(bytes)
  } catch (error) {
    if (error instanceof TooMuch) return null
    throw new BrokenPack('zstd', { cause: error })
  }
}
