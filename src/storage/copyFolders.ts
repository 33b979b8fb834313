import { AppError } from '../domain/errors.ts'
import type { SafetyCopy } from '../domain/learner/copiesToDrop.ts'
import { copyNamed } from './copyNames.ts'
import { asRefusal } from './refusals.ts'

/** As much of a file's handle as is used. */
export interface CopyFile {
  readonly kind: 'file'
  readonly name: string
  readonly getFile: () => Promise<File>
  readonly createWritable: () => Promise<CopyWriter>
}

interface CopyWriter {
  readonly write: (bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  readonly close: () => Promise<void>
}

/** As much of a directory's handle as is used. */
export interface CopyFolder {
  readonly values: () => AsyncIterable<
    CopyFile | { readonly kind: 'directory'; readonly name: string }
  >
  readonly getFileHandle: (
    name: string,
    options?: { readonly create: boolean },
  ) => Promise<CopyFile>
  readonly removeEntry: (name: string) => Promise<void>
}

const FOLDER = 'duizhao-copies'

/** As much of `navigator.storage` as is used; absent in old browsers and on insecure pages. */
export interface FileKeeper {
  readonly getDirectory?: () => Promise<FileSystemDirectoryHandle>
}

const browserFiles = (): FileKeeper | undefined =>
  typeof navigator === 'undefined' ? undefined : navigator.storage

/** Some browsers have private files that a page can only write from a worker: there we keep none. */
const canWrite = (): boolean =>
  typeof FileSystemFileHandle !== 'undefined' && 'createWritable' in FileSystemFileHandle.prototype

/** The folder of the copies in the private files of this origin; null in a browser that keeps none. */
export async function ownFolder(
  files: FileKeeper | undefined = browserFiles(),
): Promise<CopyFolder | null> {
  if (files?.getDirectory === undefined || !canWrite()) return null
  try {
    const root = await files.getDirectory()
    return await root.getDirectoryHandle(FOLDER, { create: true })
  } catch {
    // A private window: the function is there and refuses.
    return null
  }
}

/** The copies in a folder, the newest first, and names of those that were not written to their end. */
export async function readFolder(
  folder: CopyFolder,
): Promise<{ readonly copies: readonly SafetyCopy[]; readonly broken: readonly string[] }> {
  const copies: SafetyCopy[] = []
  const broken: string[] = []
  for await (const handle of folder.values()) {
    const copy = handle.kind === 'file' ? copyNamed(handle.name) : null
    if (handle.kind !== 'file' || copy === null) continue
    // The name was given before the first byte was written, and says how many there are to be.
    const { size } = await handle.getFile()
    if (size === copy.bytes) copies.push(copy)
    else broken.push(handle.name)
  }
  return { copies: copies.toSorted((a, b) => b.at - a.at), broken }
}

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && a.every((byte, i) => byte === b[i])

/**
 * Writes a file and reads it back: whole and as it was given, or not there at all.
 *
 * @throws AppError `diskFull`, `diskRefused`
 */
export async function writeCopy(
  folder: CopyFolder,
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  try {
    const handle = await folder.getFileHandle(name, { create: true })
    const writer = await handle.createWritable()
    await writer.write(bytes)
    await writer.close()
    const written = new Uint8Array(await (await handle.getFile()).arrayBuffer())
    if (!isSame(written, bytes)) throw new AppError('diskRefused')
  } catch (cause) {
    await folder.removeEntry(name).catch(() => undefined)
    throw asRefusal(cause)
  }
}
