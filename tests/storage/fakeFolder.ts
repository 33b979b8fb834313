import type { CopyFile, CopyFolder } from '../../src/storage/copyFolders.ts'

/** A directory in memory, with what can go wrong in a real one. */
export interface FakeFolder extends CopyFolder {
  readonly files: Map<string, Uint8Array<ArrayBuffer>>
  /** What happens to the next files: written, refused for want of room, cut off as by a killed tab, or spoilt. */
  mood: 'well' | 'full' | 'cut off' | 'spoilt'
}

export function fakeFolder(): FakeFolder {
  const files = new Map<string, Uint8Array<ArrayBuffer>>()

  const fileOf = (name: string): CopyFile => ({
    kind: 'file',
    name,
    getFile: async () => new File([files.get(name) ?? new Uint8Array()], name),
    createWritable: async () => {
      let written = new Uint8Array()
      return {
        write: async (bytes) => {
          if (folder.mood === 'full') throw new DOMException('No room.', 'QuotaExceededError')
          written = bytes.slice()
          if (folder.mood === 'spoilt') written[20]! ^= 1
        },
        close: async () => {
          if (folder.mood === 'cut off') await new Promise(() => undefined)
          files.set(name, written)
        },
      }
    },
  })

  const folder: FakeFolder = {
    files,
    mood: 'well',
    values: async function* () {
      yield { kind: 'directory', name: 'duizhao-of-somebody-else' }
      for (const name of files.keys()) yield fileOf(name)
    },
    getFileHandle: async (name, { create = false } = { create: false }) => {
      if (!files.has(name) && !create) throw new DOMException('Not there.', 'NotFoundError')
      if (!files.has(name)) files.set(name, new Uint8Array())
      return fileOf(name)
    },
    removeEntry: async (name) => {
      if (!files.delete(name)) throw new DOMException('Not there.', 'NotFoundError')
    },
  }
  return folder
}
