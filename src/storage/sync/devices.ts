import { isRecord, name as isName } from '../../domain/records/checks.ts'
import { groupOf } from '../../domain/records/settings.ts'
import { writeFields } from '../../domain/records/writing.ts'
import { write } from '../change.ts'
import type { Disk } from '../database.ts'
import { readPreference } from '../preferences.ts'
import { transact } from '../database.ts'
import { changeRow } from '../settings.ts'
import { stateWithin } from './state.ts'

/** The shared setting in which every device says what it is called. */
const DEVICES = 'devices'

/** A device of the learner. */
export interface SyncDevice {
  readonly writer: string
  readonly name: string
  readonly isThis: boolean
  /** When it last handed something on, by its own clock, ms; null when nothing came yet. */
  readonly seenAt: number | null
}

/** Says what a device is called; null that it has left. */
export async function nameDevice(disk: Disk, writer: string, name: string | null): Promise<void> {
  await write(disk, ['preferences', 'settings'], (tx, change) =>
    changeRow(tx, change, disk, DEVICES, (row, now) =>
      writeFields(row, { [writer]: name === null ? null : { name } }, now),
    ),
  )
}

/** Every device that has not left, this one first. */
export async function readDevices(disk: Disk): Promise<readonly SyncDevice[]> {
  return await transact(disk, ['preferences', 'settings'], 'readonly', async (tx) => {
    const [row, { writer: own, seen }] = await Promise.all([
      readPreference(tx, DEVICES),
      stateWithin(tx, disk),
    ])
    const devices = Object.entries(groupOf(row)).flatMap(([writer, said]): readonly SyncDevice[] =>
      isRecord(said) && isName(said['name'])
        ? [{ writer, name: said['name'], isThis: writer === own, seenAt: seen[writer] ?? null }]
        : [],
    )
    return devices.toSorted(
      (a, b) => Number(b.isThis) - Number(a.isThis) || (a.name < b.name ? -1 : 1),
    )
  })
}
