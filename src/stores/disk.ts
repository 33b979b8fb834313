import { defineStore } from 'pinia'
import { openStorage, type Disk } from '../storage/database.ts'
import { readSetting } from '../storage/readSettings.ts'
import { SYNC_KEY } from '../storage/settingKeys.ts'
import { AppError } from '../domain/errors.ts'
import { useChanges } from './changes.ts'
import { useProblems } from './problems.ts'

/** This device's disk, opened once; what it has to say in the meantime becomes a problem the shell speaks. */
export const useDisk = defineStore('disk', () => {
  const problems = useProblems()
  const changes = useChanges()
  let disk: Promise<Disk> | null = null

  function open(): Promise<Disk> {
    disk ??= openStorage({
      onTrouble: (trouble) => {
        if (trouble === 'otherTabOpen')
          problems.caught('disk.open', new AppError('databaseBlocked'))
        if (trouble === 'newerVersion') problems.caught('disk.newer', new AppError('databaseNewer'))
        if (trouble === 'logDamaged') problems.caught('disk.log', new AppError('logDamaged'))
      },
    }).then(
      (opened) => {
        problems.succeeded('disk.open')
        changes.follow(opened)
        // Turned on or off in another tab.
        changes.onChange(async ({ settings }) => {
          if (settings.has(SYNC_KEY))
            opened.syncing = (await readSetting(opened, SYNC_KEY)) !== undefined
        })
        return opened
      },
      (error: unknown) => {
        disk = null
        throw error
      },
    )
    return disk
  }
  return { open }
})
