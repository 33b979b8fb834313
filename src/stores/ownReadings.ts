import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { readOwnReadings } from '../storage/derived/ownReadings.ts'
import type { OwnReading } from '../storage/records.ts'
import { useChanges } from './changes.ts'
import { useDisk } from './disk.ts'

/** Readings the learner wrote over those of the dictionary; they are shown wherever the word is. */
export const useOwnReadings = defineStore('ownReadings', () => {
  const disk = useDisk()
  const readings = shallowRef<readonly OwnReading[]>([])
  let loaded = false
  const all = computed(
    () => new Map(readings.value.map((own) => [`${own.headword} ${own.instead}`, own.reading])),
  )

  async function load(): Promise<void> {
    loaded = true
    readings.value = await readOwnReadings(await disk.open())
  }

  useChanges().onChange(async ({ notes, everything }) => {
    if (loaded && (everything || notes.size > 0)) await load()
  })

  /** What the learner wrote for a headword where the dictionary, or the context, says `reading`; null when nothing. */
  function own(headword: string, reading: string): string | null {
    return all.value.get(`${headword} ${reading}`) ?? null
  }
  return { load, own }
})
