import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import type { OwnCuts } from '../domain/words/ownCuts.ts'
import type { Undo } from '../storage/change.ts'
import { CUTS, readWordCuts, writeWordCut } from '../storage/wordCuts.ts'
import { useChanges } from './changes.ts'
import { useDisk } from './disk.ts'

/** How the learner cuts Chinese into words, in every text. */
export const useWordCuts = defineStore('wordCuts', () => {
  const disk = useDisk()
  const cuts = shallowRef<OwnCuts>({})
  let reading: Promise<void> | null = null
  const listeners: (() => Promise<void>)[] = []

  /** Reads them the first time; they follow what is written from then on. */
  async function load(): Promise<OwnCuts> {
    reading ??= read()
    try {
      await reading
    } catch (error) {
      reading = null
      throw error
    }
    return cuts.value
  }
  async function read(): Promise<void> {
    cuts.value = await readWordCuts(await disk.open())
  }

  useChanges().onChange(async ({ settings, everything }) => {
    if (!everything && !settings.has(CUTS)) return
    reading = read()
    await reading
    for (const listener of listeners) await listener()
  })

  /** Hears when words are cut otherwise than before. */
  function onChange(listener: () => Promise<void>): void {
    listeners.push(listener)
  }

  /** Cuts a stretch of hanzi; null leaves it to the dictionary. How that is taken back. */
  async function cut(
    stretch: string,
    lengths: readonly number[] | null,
  ): Promise<Undo | undefined> {
    return (await writeWordCut(await disk.open(), stretch, lengths)).undo
  }
  return { cuts, load, onChange, cut }
})
