import { isCutOf, type OwnCuts } from '../domain/words/ownCuts.ts'
import { fieldOf } from '../domain/records/merged.ts'
import { groupOf } from '../domain/records/settings.ts'
import { writeFields } from '../domain/records/writing.ts'
import { write, type Written } from './change.ts'
import { transact, type Disk } from './database.ts'
import { readPreference } from './preferences.ts'
import { changeRow } from './settings.ts'

/** The row of how the learner cuts Chinese into words: a field a stretch, null where the dictionary cuts it again. */
export const CUTS = 'cuts/zh'

/** How the learner cuts Chinese; what a later version wrote that is no cut is let be. */
export async function readWordCuts(disk: Disk): Promise<OwnCuts> {
  const row = await transact(disk, ['preferences'], 'readonly', (tx) => readPreference(tx, CUTS))
  return Object.fromEntries(
    Object.entries(groupOf(row)).flatMap(([stretch, lengths]) =>
      isCutOf(stretch, lengths) ? [[stretch, lengths]] : [],
    ),
  )
}

/** Cuts a stretch wherever it stands; null leaves it to the dictionary again. */
export async function writeWordCut(
  disk: Disk,
  stretch: string,
  lengths: readonly number[] | null,
): Promise<Written<void>> {
  return await write(disk, ['preferences', 'settings'], async (tx, change) => {
    const found = fieldOf(await readPreference(tx, CUTS), stretch)
    const before = isCutOf(stretch, found) ? found : null
    await changeRow(tx, change, disk, CUTS, (row, now) =>
      writeFields(row, { [stretch]: lengths }, now),
    )
    change.undo(() => writeWordCut(disk, stretch, before))
  })
}
