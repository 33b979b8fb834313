import { readBackup, writeBackup, type Backup } from '../formats/backup.ts'
import { openBytes, sealBytes } from './crypto.ts'

/** A segment is a small backup, sealed: so versions, unknown kinds and damage are what they are in a backup. */
export const sealSegment = async (key: string, name: string, backup: Backup): Promise<string> =>
  await sealBytes(key, name, await writeBackup(backup))

/** What is in a segment; null when it cannot be read: by this version of the app, or by nobody. */
export interface Opened {
  readonly backup: Backup | null
  readonly isNewer: boolean
}

export async function openSegment(key: string, name: string, sealed: string): Promise<Opened> {
  const bytes = await openBytes(key, name, sealed)
  if (bytes === null) return { backup: null, isNewer: false }
  const { value, issues } = await readBackup(bytes)
  return { backup: value, isNewer: issues.some(({ code }) => code === 'backupTooNew') }
}

const LISTS = ['articles', 'revisions', 'notes', 'settings', 'entries', 'unknown'] as const

/** Those of the records that `isWanted` says, by their number among all. */
function only(backup: Backup, isWanted: (number: number) => boolean): Backup {
  let number = 0
  const some = <T>(list: readonly T[]) => list.filter(() => isWanted(number++))
  return {
    createdAt: backup.createdAt,
    articles: some(backup.articles),
    revisions: some(backup.revisions),
    notes: some(backup.notes),
    settings: some(backup.settings),
    entries: some(backup.entries),
    unknown: some(backup.unknown),
  }
}

/** Two backups that are together what one was; null for a single record, which stays whole. */
export function splitBackup(backup: Backup): readonly [Backup, Backup] | null {
  const records = countOf(backup)
  if (records < 2) return null
  const middle = records / 2
  return [only(backup, (number) => number < middle), only(backup, (number) => number >= middle)]
}

/** How many records are in it. */
export const countOf = (backup: Backup): number =>
  LISTS.reduce((sum, list) => sum + backup[list].length, 0)
