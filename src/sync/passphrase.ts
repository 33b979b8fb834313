import { changeChoice, readChoice, type SyncChoice } from '../storage/sync/state.ts'
import type { DataKey } from './crypto.ts'
import { KEY_OBJECT, ShelfError } from './shelf.ts'
import type { Seals, Tools } from './tools.ts'

/**
 * The data key in its object.
 *
 * @throws ShelfError `otherKey` when that was wrapped with another passphrase
 */
export async function opened(seals: Seals, object: string, passphrase: string): Promise<DataKey> {
  const key = await seals.unwrap(object, passphrase)
  if (key === null) throw new ShelfError('otherKey')
  return { key, object }
}

/** The key object was written anew: with our passphrase, or with one that this device has to be told. */
export async function meetKey(tools: Tools, choice: SyncChoice): Promise<SyncChoice> {
  const { disk, shelf, seals } = tools
  const [there] = await shelf.get([KEY_OBJECT])
  if (there === undefined) return choice
  const { sealed: keyObject, version } = there
  if (keyObject === choice.keyObject) return await changeChoice(disk, choice, {}, version)
  const key = await seals.unwrap(keyObject, choice.passphrase)
  // The data key is the same as before, as a rule, and what is sealed with it is still exchanged.
  const part = key === null ? { isPassphraseOld: true } : { key, keyObject, isPassphraseOld: false }
  return await changeChoice(disk, choice, part, version)
}

/** Changes the passphrase: the same data key, wrapped anew, so that nothing is sealed again. */
export async function changePassphrase(
  tools: Tools,
  wrap: (passphrase: string, key: string) => Promise<DataKey>,
  passphrase: string,
): Promise<void> {
  const { disk, shelf } = tools
  await disk.locks(`${disk.name}-sync`, async () => {
    const choice = await readChoice(disk)
    if (choice === null) return
    const [there] = await shelf.get([KEY_OBJECT])
    // Somebody else's would be locked out: which it is, the next round finds out.
    if (there !== undefined && there.sealed !== choice.keyObject && !choice.isPassphraseOld)
      throw new ShelfError('otherKey')
    const { object } = await wrap(passphrase, choice.key)
    const put = await shelf.replace({ key: KEY_OBJECT, sealed: object }, there?.version ?? null)
    if ('there' in put) throw new ShelfError('otherKey')
    const part = { passphrase, keyObject: object, isPassphraseOld: false }
    await changeChoice(disk, choice, part, put.version)
  })
}

/**
 * Learns the passphrase that holds now.
 *
 * @throws ShelfError `otherKey` when it is not that
 */
export async function learnPassphrase(
  { disk, shelf, seals }: Tools,
  passphrase: string,
): Promise<void> {
  const choice = await readChoice(disk)
  const [there] = await shelf.get([KEY_OBJECT])
  if (choice === null || there === undefined) return
  const { key, object: keyObject } = await opened(seals, there.sealed, passphrase)
  const part = { passphrase, key, keyObject, isPassphraseOld: false }
  await changeChoice(disk, choice, part, there.version)
}
