import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { Sides } from '../domain/model.ts'
import { useDisk } from './disk.ts'
import { keptImport } from './importing/kept.ts'

/** An import that was left before its text was added. */
export interface Unfinished {
  readonly title: Sides<string>
  /** Pairs of sentences. */
  readonly pairs: number
}

/** What waits on Today: the import screen goes on with it. */
export const useUnfinishedImport = defineStore('unfinishedImport', () => {
  const kept = keptImport(useDisk().open)
  const left = shallowRef<Unfinished | null>(null)

  async function look(): Promise<void> {
    const draft = (await kept.read())?.draft
    left.value = draft ? { title: draft.title, pairs: draft.beads.length } : null
  }

  /** It is given up, on the import screen too. */
  async function drop(): Promise<void> {
    const { useImporting } = await import('./importing.ts')
    await useImporting().startOver()
    left.value = null
  }
  return { left, look, drop }
})
