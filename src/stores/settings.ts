import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { DEFAULT_LEARNER_SETTINGS, type LearnerSettings } from '../domain/learner/settings.ts'
import { changeLearner, readLearner } from '../storage/settings.ts'
import { useDisk } from './disk.ts'

/** What the learner chose, and whether it is on disk. */
export const useSettings = defineStore('settings', () => {
  const disk = useDisk()
  /** Until they are read, and on a new device for good: the interface in the browser's language. */
  const learner = shallowRef<LearnerSettings>(guess(navigator.languages))

  async function load(): Promise<void> {
    learner.value = (await readLearner(await disk.open())) ?? learner.value
  }

  /** Changes some settings: on screen at once, and durable when the promise resolves. */
  async function change(part: Partial<LearnerSettings>): Promise<void> {
    learner.value = { ...learner.value, ...part }
    await changeLearner(await disk.open(), learner.value)
  }
  return { learner, load, change }
})

function guess(languages: readonly string[]): LearnerSettings {
  const chinese = languages[0]?.toLowerCase().startsWith('zh') ?? false
  return {
    ...DEFAULT_LEARNER_SETTINGS,
    language: chinese ? 'zh' : 'en',
    learning: chinese ? 'en' : 'zh',
  }
}
