import type { How } from './given.ts'

/** Files as the language thread reads them, in the way the learner says they are to be read. */
export const bytesOf = (files: readonly File[], how: How = {}) =>
  Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      ...how,
    })),
  )
