import type { Disk } from '../storage/database.ts'
import { nameDevice } from '../storage/sync/devices.ts'
import { readState, turnOff, turnOn, type SyncPlace } from '../storage/sync/state.ts'
import type { DataKey } from './crypto.ts'
import { opened } from './passphrase.ts'
import { KEY_OBJECT, ShelfError, type Shelf } from './shelf.ts'
import { syncRound } from './round.ts'
import type { Seals, Tools } from './tools.ts'

/** What joining needs besides: a new data key, where the shelf has none. */
interface Joining {
  readonly disk: Disk
  readonly shelf: Shelf
  readonly seals: Seals
  readonly wrap: (passphrase: string) => Promise<DataKey>
}

/** The data key of the shelf: the one that lies there, opened with the passphrase, or a new one. */
async function keyOn({ shelf, seals, wrap }: Joining, passphrase: string): Promise<DataKey> {
  const [there] = await shelf.get([KEY_OBJECT])
  if (there === undefined) {
    const made = await wrap(passphrase)
    const [put] = await shelf.putAbsent([{ key: KEY_OBJECT, sealed: made.object }])
    // Another device was faster.
    return put !== undefined && 'there' in put
      ? await opened(seals, put.there.sealed, passphrase)
      : made
  }
  return await opened(seals, there.sealed, passphrase)
}

/**
 * Turns sync on, once the shelf has answered and the passphrase is the right one; nothing is changed here else.
 *
 * @param device what the learner calls this device
 * @throws ShelfError
 */
export async function join(joining: Joining, place: SyncPlace, device: string): Promise<void> {
  const { disk } = joining
  const { key, object } = await keyOn(joining, place.passphrase)
  await turnOn(disk, { ...place, device, key, keyObject: object })
  const { writer } = await readState(disk)
  await nameDevice(disk, writer, device)
}

/** Turns sync off. The other devices are told, if the shelf can be reached; what is here, and what is there, stays. */
export async function leave(tools: Tools): Promise<void> {
  const { disk } = tools
  const { writer } = await readState(disk)
  await nameDevice(disk, writer, null)
  await syncRound(tools).catch((error: unknown) => {
    if (!(error instanceof ShelfError)) throw error
  })
  await disk.locks(`${disk.name}-sync`, () => turnOff(disk))
}

/** Removes everything from the shelf, and turns sync off. */
export async function erase({ disk, shelf }: Tools): Promise<void> {
  await disk.locks(`${disk.name}-sync`, async () => {
    await shelf.erase()
    await turnOff(disk)
  })
}
