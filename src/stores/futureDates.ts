import { defineStore } from 'pinia'
import { ref } from 'vue'
import { countFuture, leaveFuture, mendFuture } from '../storage/futureDates.ts'
import { DAY_MS } from '../domain/time.ts'
import { useChanges } from './changes.ts'
import { useDisk } from './disk.ts'
import { useUndo } from './undo.ts'

/** Reviews with a date more than a day ahead: a device whose clock was wrong wrote them. For idle moments. */
export const useFutureDates = defineStore('futureDates', () => {
  const disk = useDisk()
  /** How many there are; 0 when the learner has been asked about them. */
  const count = ref(0)
  let looked = false

  async function look(): Promise<void> {
    count.value = await countFuture(await disk.open())
    looked = true
  }

  useChanges().onChange(async ({ entries, settings, everything }) => {
    if (!looked) return
    const far = Date.now() + DAY_MS
    const mayDiffer =
      count.value > 0 ? entries.length > 0 : entries.some(({ at, wall = at }) => wall > far)
    if (everything || settings.has('futureLeft') || mayDiffer) await look()
  })

  /** Gives all of them dates that can be. */
  async function mend(): Promise<void> {
    const { undo } = await mendFuture(await disk.open())
    await look()
    if (undo === undefined) return
    useUndo().push({ what: 'today.future.mended', title: '', place: 'shell', undo })
  }

  /** They stay as they are, and are not mentioned again. */
  async function leave(): Promise<void> {
    await leaveFuture(await disk.open())
  }

  return { count, look, mend, leave }
})
