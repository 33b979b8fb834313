import type { BigIntStats } from 'node:fs'
import { constants, type FileHandle, lstat, open, readlink, realpath } from 'node:fs/promises'
import { join, sep } from 'node:path'

export interface OpenFile {
  readonly handle: FileHandle
  /** Of the open file, whatever happens to its name from now on. */
  readonly stats: BigIntStats
}

/** How often a name may come to mean another file just while it is looked at. */
const TRIES = 5

/** A pipe would otherwise wait for somebody to write into it. Windows knows no such flag. */
const FLAGS = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/**
 * An open file under a folder, null when there is none: no such name, no plain file, or a link that leads out of it.
 *
 * The folder is looked at anew each time, for a build may replace it. The caller closes the handle.
 *
 * @param descriptors where the system tells what is open; absent outside of Linux
 */
export async function openInside(
  folder: string,
  name: string,
  descriptors = '/proc/self/fd',
): Promise<OpenFile | null> {
  const path = join(folder, name)
  for (let tries = 0; tries < TRIES; tries++) {
    const handle = await orAbsent(open(path, FLAGS))
    if (handle === null) return null
    let keeps = false
    try {
      const stats = await handle.stat({ bigint: true })
      const root = await orAbsent(realpath(folder))
      if (!stats.isFile() || root === null) return null
      // Opened first and looked up afterwards: a link may be put there in between.
      const place =
        (await orAbsent(readlink(join(descriptors, String(handle.fd))))) ??
        (await placeByName(path, stats))
      if (place !== null) {
        keeps = place.startsWith(root.endsWith(sep) ? root : root + sep)
        return keeps ? { handle, stats } : null
      }
    } finally {
      if (!keeps) await handle.close()
    }
  }
  return null
}

/** Where a name leads, if to that file; a folder swapped twice between two calls could still deceive it. */
async function placeByName(path: string, { ino }: BigIntStats): Promise<string | null> {
  const real = await orAbsent(realpath(path))
  const found = real === null ? null : await orAbsent(lstat(real, { bigint: true }))
  return found?.ino === ino ? real : null
}

/** What a name that leads to no file is answered with. */
const ABSENT = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'ENAMETOOLONG', 'ELOOP', 'ENXIO', 'EINVAL'])

async function orAbsent<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer
  } catch (error) {
    if (error instanceof Error && 'code' in error && ABSENT.has(String(error.code))) return null
    throw error
  }
}
