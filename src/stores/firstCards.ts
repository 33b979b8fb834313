import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useMemory } from './memory.ts'
import { useProblems } from './problems.ts'

/** The first cards of who has just come: of a starter text, with what is ticked in it by default. One tap, no question. */
export const useFirstCards = defineStore('firstCards', () => {
  const memory = useMemory()
  const problems = useProblems()
  const busy = ref(false)
  // The first screen is there before what makes cards is loaded.
  const importer = async () => (await import('./importing.ts')).useImporting()

  /** Whether they are on the disk; if not, it was cancelled, or the shell says why. */
  async function make(): Promise<boolean> {
    busy.value = true
    try {
      await problems.attempt('memory.load', () => memory.load())
      // Made before, by a tab that was killed before it said so.
      if (memory.notes.length > 0) return true
      const importing = await importer()
      await problems.attempt('import.read', () => importing.startWithSample())
      if (importing.draft === null) return false
      const made = await problems.attempt('import.commit', async () => {
        await importing.goTo('pick')
        return await importing.commit()
      })
      return made !== null
    } finally {
      busy.value = false
    }
  }
  const cancel = async () => (await importer()).cancel()
  return { busy, make, cancel }
})
