import { defineStore } from 'pinia'
import { ref, shallowRef, watch } from 'vue'
import { studyDayOf } from '../domain/time.ts'
import { ownFolder } from '../storage/copyFolders.ts'
import * as picked from '../storage/pickedFolder.ts'
import {
  listCopies,
  makeCopies,
  openCopy,
  type CopyOutcome,
  type CopyPlace,
  type SafetyCopy,
} from '../storage/safetyCopies.ts'
import { useBackup } from './backup.ts'
import { useDisk } from './disk.ts'
import { untilIdle } from './idle.ts'
import { useMemory } from './memory.ts'
import { useReview } from './review.ts'
import { useSettings } from './settings.ts'

export type { SafetyCopy }

/** The folder that was chosen on this device: whether copies go there, the browser has to be asked again, or it is lost. */
export interface ChosenFolder {
  readonly name: string
  readonly state: 'ready' | 'lapsed' | 'refused'
}

/** Safety copies: everything, once a study day, made when nobody waits for anything. Not on the start path. */
export const useCopies = defineStore('copies', () => {
  const disk = useDisk()
  const memory = useMemory()
  const settings = useSettings()

  /** Those in the private files of this browser, the newest first. */
  const copies = shallowRef<readonly SafetyCopy[]>([])
  /** Whether this browser keeps private files; null while unknown. */
  const kept = ref<boolean | null>(null)
  /** What became of the last copy; null when none was tried. */
  const outcome = ref<CopyOutcome | null>(null)
  const folder = shallowRef<ChosenFolder | null>(null)
  const canPick = picked.canPickFolder()

  /** Reads what there is. */
  async function refresh(): Promise<void> {
    const own = await ownFolder()
    kept.value = own !== null
    copies.value = own === null ? [] : await listCopies(own).catch(() => [])
    const chosen = await picked.readPicked(await disk.open())
    if (chosen === null) folder.value = null
    else if (!(await picked.isAllowed(chosen)))
      folder.value = { name: chosen.name, state: 'lapsed' }
    else if (folder.value?.name !== chosen.name || folder.value.state === 'lapsed')
      folder.value = { name: chosen.name, state: 'ready' }
  }

  /** Makes today's copies where they are missing. Throws nothing that is only a copy's trouble, but AbortError. */
  async function consider(signal?: AbortSignal): Promise<void> {
    const device = await disk.open()
    const [own, chosen] = await Promise.all([ownFolder(), picked.readPicked(device)])
    const places: CopyPlace[] = []
    if (own !== null) places.push({ folder: own, isPrivate: true })
    const mayWrite = chosen !== null && (await picked.isAllowed(chosen))
    if (mayWrite) places.push({ folder: chosen, isPrivate: false })
    const day = studyDayOf(memory.now(), settings.learner.rolloverHour)
    const outcomes = await makeCopies(device, day, places, signal)
    if (own !== null) outcome.value = outcomes[0] ?? null
    if (mayWrite) {
      const refused = ['full', 'refused'].includes(outcomes.at(-1) ?? '')
      folder.value = { name: chosen.name, state: refused ? 'refused' : 'ready' }
    }
    await refresh()
  }

  /**
   * Makes copies from now on: soon, and after every session. Never beside one, a restore, or a reading of the log: somebody
   * would wait for its turns.
   */
  function follow(): void {
    const [review, backup] = [useReview(), useBackup()]
    let copying: AbortController | null = null
    const isAwaited = () => review.question !== null || backup.busy
    async function copy(): Promise<void> {
      await untilIdle(LATER_MS)
      // The page is idle, too, while it waits for the disk.
      await memory.load()
      if (isAwaited()) return
      copying = new AbortController()
      await consider(copying.signal)
    }
    const whenIdle = () => void copy().catch(() => undefined)
    whenIdle()
    watch(isAwaited, (isBusy) => {
      if (isBusy) copying?.abort()
      else whenIdle()
    })
  }

  /** Lets the learner choose a folder, and copies into it. */
  async function pick(): Promise<void> {
    await picked.pickFolder(await disk.open())
    folder.value = null
    await consider()
  }

  /** Asks the browser for the chosen folder again: on a click. */
  async function allow(): Promise<void> {
    const chosen = await picked.readPicked(await disk.open())
    if (chosen !== null && (await picked.askAgain(chosen))) await consider()
    else await refresh()
  }

  async function forget(): Promise<void> {
    await picked.forgetPicked(await disk.open())
    await refresh()
  }

  /** A copy's file; null when it is gone. */
  async function open(copy: SafetyCopy): Promise<File | null> {
    const own = await ownFolder()
    const file = own === null ? null : await openCopy(own, copy).catch(() => null)
    if (file === null) await refresh()
    return file
  }

  return {
    ...{ copies, kept, outcome, folder, canPick },
    ...{ refresh, consider, follow, pick, allow, forget, open },
  }
})

/** Without a browser that says when it is idle, this long after, ms. */
const LATER_MS = 3_000
