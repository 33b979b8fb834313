import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { keepLook, readLook, type ReaderLook, SIZES, USUAL_LOOK } from '../storage/readerLook.ts'
import { useDisk } from './disk.ts'
import { useSettings } from './settings.ts'

export { SIZES }

/** Over which words the reading stands, one after the other. */
const OVER = ['off', 'all', 'unknown'] as const
type Over = (typeof OVER)[number]

/** How large a text is drawn, and over which words its readings stand. */
export const useReaderLook = defineStore('readerLook', () => {
  const disk = useDisk()
  const settings = useSettings()
  const look = shallowRef<ReaderLook>(USUAL_LOOK)

  async function load(): Promise<void> {
    look.value = await readLook(await disk.open())
  }
  /** It is seen at once; where there is no room to remember it, it holds until the page is closed. */
  async function change(part: Partial<ReaderLook>): Promise<void> {
    look.value = { ...look.value, ...part }
    await keepLook(await disk.open(), look.value)
  }

  const over = computed<Over>(() => {
    if (settings.learner.pinyin !== 'on') return 'off'
    return look.value.unknownOnly ? 'unknown' : 'all'
  })
  async function readOver(wanted: Over): Promise<void> {
    if (wanted !== 'off') await change({ unknownOnly: wanted === 'unknown' })
    await settings.change({ pinyin: wanted === 'off' ? 'tap' : 'on' })
  }
  const turnReadings = (): Promise<void> =>
    readOver(OVER[(OVER.indexOf(over.value) + 1) % OVER.length] ?? 'off')

  return { look, over, load, change, readOver, turnReadings }
})
