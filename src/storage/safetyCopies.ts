import { copiesToDrop, type SafetyCopy } from '../domain/learner/copiesToDrop.ts'
import { AppError } from '../domain/errors.ts'
import { saveBackup, type SavedBackup } from './backup.ts'
import { readFolder, writeCopy, type CopyFolder } from './copyFolders.ts'
import { nameCopy } from './copyNames.ts'
import type { Disk } from './database.ts'
import { countAnswers } from './reviewLog.ts'
import { isRoomLow } from './roomLeft.ts'

export type { SafetyCopy }

/** Where copies go. */
export interface CopyPlace {
  readonly folder: CopyFolder
  /** Whether it takes room from this origin, and is lost with it; other devices may use a folder of the learner's. */
  readonly isPrivate: boolean
}

/** What became of a copy: there was one already, there was nothing to copy, or why it could not be written. */
export type CopyOutcome = 'made' | 'current' | 'empty' | 'full' | 'refused'

/** Those of a folder that this device looks after. */
const ownedBy = (disk: Disk, { isPrivate }: CopyPlace, copies: readonly SafetyCopy[]) =>
  isPrivate ? copies : copies.filter(({ device }) => device === disk.device)

async function tidy(disk: Disk, place: CopyPlace): Promise<void> {
  const { copies, broken } = await readFolder(place.folder)
  const dropped = copiesToDrop(ownedBy(disk, place, copies))
  const unfinished = place.isPrivate ? broken : []
  for (const name of [...dropped, ...unfinished])
    await place.folder.removeEntry(name).catch(() => undefined)
}

async function makeCopy(
  disk: Disk,
  day: number,
  place: CopyPlace,
  save: () => Promise<SavedBackup>,
): Promise<CopyOutcome> {
  const { copies } = await readFolder(place.folder)
  const reviews = await countAnswers(disk)
  const isCurrent = (copy: SafetyCopy) => copy.day === day && copy.reviews === reviews
  if (ownedBy(disk, place, copies).some(isCurrent)) return 'current'
  // What room there is belongs to the learner's own data.
  if (place.isPrivate && (await isRoomLow())) return 'full'
  const { bytes, at, held, markSaved } = await save()
  if (held.articles + held.notes + held.reviews === 0) return 'empty'
  const { device } = disk
  await writeCopy(place.folder, nameCopy({ day, at, ...held, bytes: bytes.length, device }), bytes)
  await tidy(disk, place)
  // Private files go when the browser clears this origin: only what the learner has counts as saved.
  if (!place.isPrivate) await markSaved()
  return 'made'
}

/**
 * Makes today's copy wherever there is none with all reviews, and drops those that are no longer wanted. Of two tabs one
 * makes it. What goes wrong is an outcome: no copy is worth disturbing anybody.
 *
 * @throws AbortError
 */
export async function makeCopies(
  disk: Disk,
  day: number,
  places: readonly CopyPlace[],
  signal?: AbortSignal,
): Promise<readonly CopyOutcome[]> {
  return await disk.locks(`${disk.name}-copies`, async () => {
    let saved: Promise<SavedBackup> | null = null
    const save = () => (saved ??= saveBackup(disk, signal))
    const outcomes: CopyOutcome[] = []
    for (const place of places) outcomes.push(await makeCopy(disk, day, place, save).catch(whyNot))
    return outcomes
  })
}

function whyNot(cause: unknown): CopyOutcome {
  if (cause instanceof Error && cause.name === 'AbortError') throw cause
  return cause instanceof AppError && cause.code === 'diskFull' ? 'full' : 'refused'
}

/** The copies in a folder, the newest first. */
export async function listCopies(folder: CopyFolder): Promise<readonly SafetyCopy[]> {
  return (await readFolder(folder)).copies
}

/** A copy's file. */
export async function openCopy(folder: CopyFolder, { name }: SafetyCopy): Promise<File> {
  return await (await folder.getFileHandle(name)).getFile()
}
