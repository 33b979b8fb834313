/** Files as the language thread reads them, in an encoding the learner says they have. */
export const bytesOf = (files: readonly File[], encoding?: string) =>
  Promise.all(
    files.map(async (file) => ({
      name: file.name,
      bytes: new Uint8Array(await file.arrayBuffer()),
      ...(encoding === undefined ? {} : { encoding }),
    })),
  )
