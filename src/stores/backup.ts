import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Issue } from '../domain/errors.ts'
import { isPersisted } from '../storage/persist.ts'
import { useDisk } from './disk.ts'
import { shareFile } from './files.ts'
import { useLibrary } from './library.ts'
import { useMemory } from './memory.ts'
import { useSettings } from './settings.ts'

/** Reviews after which Today nudges towards a backup. */
const NUDGE_AT = 40

/** The reader and writer of backups, which are not on the start path. */
const files = () => import('../storage/backup.ts')

/** Care for the data: how much is not backed up, the backup itself, and what a restore brought. */
export const useBackup = defineStore('backup', () => {
  const disk = useDisk()
  const memory = useMemory()
  const library = useLibrary()
  const settings = useSettings()

  const unsaved = ref(0)
  const persisted = ref<boolean | null>(null)
  const busy = ref(false)
  const issues = shallowRef<readonly Issue[]>([])
  const restored = shallowRef<{
    readonly articles: number
    readonly notes: number
    readonly entries: number
  } | null>(null)
  const wanted = computed(() => unsaved.value >= NUDGE_AT)

  async function refresh(): Promise<void> {
    const device = await disk.open()
    const { unsavedReviews } = await files()
    unsaved.value = await unsavedReviews(device)
    persisted.value = await isPersisted()
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
      await refresh()
    } finally {
      busy.value = false
    }
  }

  /** Merges a backup by id: it adds, and overwrites no review. A damaged file changes nothing and says why. */
  async function restore(file: File): Promise<void> {
    busy.value = true
    issues.value = []
    restored.value = null
    try {
      const bytes = new Uint8Array(await file.arrayBuffer())
      const { restoreBackup } = await files()
      const { value, issues: found } = await restoreBackup(await disk.open(), bytes)
      issues.value = found
      if (value === null) return
      restored.value = value
      await settings.load()
      await Promise.all([memory.reload(), library.load(), refresh()])
    } finally {
      busy.value = false
    }
  }
  return { unsaved, persisted, busy, issues, restored, wanted, refresh, save, restore }
})
