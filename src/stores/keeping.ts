import { defineStore } from 'pinia'
import { ref } from 'vue'
import { askToPersist, isPersisted, isUnasked, noteAsked } from '../storage/persist.ts'
import { useDisk } from './disk.ts'

/** Whether the browser keeps the cards when room gets scarce, and the offer to ask it, which is made once. */
export const useKeeping = defineStore('keeping', () => {
  const disk = useDisk()
  /** Null when the browser cannot say. */
  const kept = ref<boolean | null>(null)
  const offered = ref(false)

  async function look(): Promise<void> {
    kept.value = await isPersisted()
    offered.value = await isUnasked(await disk.open())
  }

  async function hear(): Promise<void> {
    kept.value = await askToPersist()
  }

  /** Asks the browser, within the tap. What it says is heard whenever it says it: perhaps never. */
  async function ask(): Promise<void> {
    void hear()
    await decline()
  }

  /** The learner was asked, and is not asked again. */
  async function decline(): Promise<void> {
    offered.value = false
    await noteAsked(await disk.open())
  }

  return { kept, offered, look, ask, decline }
})
