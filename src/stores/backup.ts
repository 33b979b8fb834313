import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Issue } from '../domain/errors.ts'
import type { Gone, Restored } from '../storage/backup.ts'
import { useChanges } from './changes.ts'
import { useDisk } from './disk.ts'
import { shareFile } from './files.ts'
import { useUndo } from './undo.ts'

export type { Gone, Restored }

/** Reviews after which Today nudges towards a backup. */
const NUDGE_AT = 40

/** The reader and writer of backups, which are not on the start path. */
const files = () => import('../storage/backup.ts')

/** Care for the data: how much is not backed up, the backup itself, and what a restore brought. */
export const useBackup = defineStore('backup', () => {
  const disk = useDisk()
  const unsaved = ref(0)
  /** Reviews that were on this device and are no more. */
  const missing = ref(0)
  let read = false
  /** Whether the disk has little room left. */
  const roomLow = ref(false)
  const busy = ref(false)
  /** How much of a file was read, 0 … 1; null while none is being restored. */
  const progress = ref<number | null>(null)
  let controller = new AbortController()
  const issues = shallowRef<readonly Issue[]>([])
  const restored = shallowRef<Restored | null>(null)
  const wanted = computed(() => unsaved.value >= NUDGE_AT)

  async function refresh(): Promise<void> {
    const device = await disk.open()
    const { missingReviews, unsavedReviews } = await files()
    read = true
    missing.value = await missingReviews(device)
    unsaved.value = await unsavedReviews(device)
    await lookForRoom()
  }

  /** For the screens where much is about to be written. */
  async function lookForRoom(): Promise<void> {
    const { isRoomLow } = await import('../storage/roomLeft.ts')
    roomLow.value = await isRoomLow()
  }

  useChanges().onChange(async ({ entries, settings, everything }) => {
    if (!read) return
    if (everything || settings.has('backup')) await refresh()
    else unsaved.value += entries.filter(({ type }) => type === 'answer').length
  })

  /** The learner has no backup of the missing reviews: they are not mentioned again. */
  async function giveUpMissing(): Promise<void> {
    const device = await disk.open()
    await (await files()).acceptLoss(device)
  }

  /** One file with everything, handed to the learner. */
  async function save(): Promise<void> {
    busy.value = true
    try {
      const device = await disk.open()
      const { saveBackup } = await files()
      const { bytes, markSaved } = await saveBackup(device)
      const day = new Date().toISOString().slice(0, 10)
      await shareFile(`duizhao-${day}.duizhao`, 'application/gzip', bytes)
      await markSaved()
    } finally {
      busy.value = false
    }
  }

  /** Merges a backup by id: it adds, and overwrites no review. A damaged file changes nothing and says why. */
  async function restore(file: File): Promise<void> {
    busy.value = true
    issues.value = []
    restored.value = null
    progress.value = 0
    controller = new AbortController()
    const onProgress = (done: number) => {
      progress.value = done
    }
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const { restoreBackup } = await files()
      const watching = { onProgress, signal: controller.signal }
      const { value, issues: found } = await restoreBackup(await disk.open(), bytes, watching)
      issues.value = found
      restored.value = value
    } finally {
      busy.value = false
      progress.value = null
    }
  }

  /** Stops a restore: nothing of the file is kept. */
  function cancel(): void {
    controller.abort()
  }

  /** Brings back what the last restore found deleted; it is listed no more, until that is undone. */
  async function bringBack(gone: Gone, title: string): Promise<void> {
    const found = restored.value
    const { bringBack: revive } = await import('../storage/restore.ts')
    const { undo } = await revive(await disk.open(), gone)
    if (found !== null)
      restored.value = { ...found, gone: found.gone.filter(({ id }) => id !== gone.id) }
    if (undo === undefined) return
    const step = async () => {
      await undo()
      const now = restored.value
      if (now !== null) restored.value = { ...now, gone: [...now.gone, gone] }
    }
    useUndo().push({ what: 'settings.backup.broughtBack', title, place: 'shell', undo: step })
  }

  return {
    unsaved,
    missing,
    roomLow,
    busy,
    progress,
    issues,
    restored,
    wanted,
    refresh,
    lookForRoom,
    giveUpMissing,
    save,
    restore,
    cancel,
    bringBack,
  }
})
