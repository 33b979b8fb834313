import { defineStore } from 'pinia'
import { ref } from 'vue'
import { useImporting } from './importing.ts'
import { useProblems } from './problems.ts'

/** The first cards of who has just come: of a starter text, with what is ticked in it by default. One tap, no question. */
export const useFirstCards = defineStore('firstCards', () => {
  const importing = useImporting()
  const problems = useProblems()
  const busy = ref(false)

  /** Whether they are on the disk; if not, the shell says why, and the text lies in the import. */
  async function make(): Promise<boolean> {
    busy.value = true
    try {
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
  return { busy, make }
})
