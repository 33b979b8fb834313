import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import {
  DEFAULT_LEARNER_SETTINGS,
  readLearnerSettings,
  type LearnerSettings,
} from '../domain/learner.ts'
import { readSetting, writeSetting } from '../storage/settings.ts'

/** What the learner chose, and whether it is on disk. */
export const useSettings = defineStore('settings', () => {
  const learner = shallowRef<LearnerSettings>(DEFAULT_LEARNER_SETTINGS)

  /** Reads the settings; on a new device guesses the interface's language from the browser's. */
  async function load(): Promise<void> {
    const stored = await readSetting('learner')
    learner.value = stored === undefined ? guess(navigator.languages) : readLearnerSettings(stored)
  }

  /** Changes some settings: on screen at once, and durable when the promise resolves. */
  async function change(part: Partial<LearnerSettings>): Promise<void> {
    learner.value = { ...learner.value, ...part }
    await writeSetting('learner', learner.value)
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
