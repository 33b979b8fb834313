import type { CopyFolder } from './copyFolders.ts'
import type { Disk } from './database.ts'
import { readSetting, writeSetting } from './settings.ts'

/** A folder that the learner chose for copies; browsers let us into it only while they are allowed to. */
export interface PickedFolder extends CopyFolder {
  readonly kind: 'directory'
  readonly name: string
  readonly queryPermission?: (wish: Wish) => Promise<PermissionState>
  readonly requestPermission?: (wish: Wish) => Promise<PermissionState>
}
interface Wish {
  readonly mode: 'readwrite'
}
const WISH: Wish = { mode: 'readwrite' }

type Picker = (wish: Wish & { readonly id: string }) => Promise<PickedFolder>

const KEY = 'copyFolder'

const isFolder = (value: unknown): value is PickedFolder =>
  typeof value === 'object' &&
  value !== null &&
  'kind' in value &&
  value.kind === 'directory' &&
  'getFileHandle' in value

/** The browser's own dialogue, which desktop browsers of the Chromium family have. */
function picker(): Picker | null {
  const found: unknown = Reflect.get(globalThis, 'showDirectoryPicker')
  return typeof found === 'function' ? (wish) => found.call(globalThis, wish) : null
}

export const canPickFolder = (): boolean => picker() !== null

/**
 * Asks for a folder and remembers it on this device.
 *
 * @throws AbortError when the learner chose none
 */
export async function pickFolder(disk: Disk): Promise<void> {
  const folder = await picker()?.({ ...WISH, id: 'duizhao-copies' })
  if (isFolder(folder)) await writeSetting(disk, KEY, folder)
}

/** The folder that was chosen on this device; null when there is none. */
export async function readPicked(disk: Disk): Promise<PickedFolder | null> {
  const stored = await readSetting(disk, KEY)
  return isFolder(stored) ? stored : null
}

/** Copies go there no longer; those that are there stay. */
export async function forgetPicked(disk: Disk): Promise<void> {
  await writeSetting(disk, KEY, null)
}

/** Whether the browser still lets us write there. */
export async function isAllowed(folder: PickedFolder): Promise<boolean> {
  const state = await folder.queryPermission?.(WISH).catch(() => 'denied' as const)
  return state === undefined || state === 'granted'
}

/** The same, asking the learner when it is no longer so: to be called on a click. */
export async function askAgain(folder: PickedFolder): Promise<boolean> {
  if (await isAllowed(folder)) return true
  return (await folder.requestPermission?.(WISH)) === 'granted'
}
