import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useImporting } from './importing.ts'
import { useMemory } from './memory.ts'
import { useProblems } from './problems.ts'

/** The first cards of who has just come: of a starter text, with what is ticked in it by default. One tap, no question. */
export const useFirstCards = defineStore('firstCards', () => {
  const importing = useImporting()
  const memory = useMemory()
  const problems = useProblems()
  const busy = ref(false)

  /** Whether they are on the disk; if not, it was cancelled, or the shell says why. */
  async function make(): Promise<boolean> {
    busy.value = true
    try {
      await problems.attempt('memory.load', () => memory.load())
      // Made before, by a tab that was killed before it said so.
      if (memory.notes.length > 0) return true
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
  return { busy, make, cancel: importing.cancel }
})
