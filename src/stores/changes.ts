import { defineStore } from 'pinia'
import type { Disk } from '../storage/database.ts'
import { subscribe, type Change, type Listener } from '../storage/tabs.ts'
import { useProblems } from './problems.ts'

export type { Change }

/**
 * What changes on the disk, whoever wrote it: this tab, another one, another device. The one place that hears of it; the
 * stores say `onChange`. A write in this tab is done when they have all answered, in the order in which they came.
 */
export const useChanges = defineStore('changes', () => {
  const problems = useProblems()
  const listeners = new Set<Listener>()

  /** Hears of a disk that was just opened. */
  function follow(disk: Disk): void {
    subscribe(disk, async (change) => {
      // The write itself is done: what a screen makes of it must not undo that.
      await problems.attempt('changes.hear', async () => {
        const failed: unknown[] = []
        for (const listener of listeners) {
          try {
            await listener(change)
          } catch (error) {
            failed.push(error)
          }
        }
        if (failed.length > 0) throw failed[0]
      })
    })
  }

  function onChange(listener: Listener): void {
    listeners.add(listener)
  }
  return { follow, onChange }
})
