import { defineStore } from 'pinia'
import { shallowRef } from 'vue'
import { DEFAULT_LEARNER_SETTINGS, type LearnerSettings } from '../domain/learner/settings.ts'
import { readLearner } from '../storage/readSettings.ts'
import { useChanges } from './changes.ts'
import { useDisk } from './disk.ts'

/** What the learner chose, and whether it is on disk. */
export const useSettings = defineStore('settings', () => {
  const disk = useDisk()
  /** Until they are read, and on a new device for good: the interface in the browser's language. */
  const learner = shallowRef<LearnerSettings>(guess(navigator.languages))

  /** Changes on their way to the disk: what is on screen is ahead of it. */
  let writing = 0

  async function load(): Promise<void> {
    learner.value = (await readLearner(await disk.open())) ?? learner.value
  }

  useChanges().onChange(async ({ settings, everything }) => {
    if (writing <= 1 && (everything || settings.has('learner'))) await load()
  })

  /** Changes some settings: on screen at once, and durable when the promise resolves. */
  async function change(part: Partial<LearnerSettings>): Promise<void> {
    const before = learner.value
    learner.value = { ...before, ...part }
    writing += 1
    try {
      const { changeLearner } = await import('../storage/settings.ts')
      await changeLearner(await disk.open(), part, before)
    } finally {
      writing -= 1
      // Whether it was refused, or another tab changed something meanwhile: on screen is what is on the disk.
      const stored = await readLearner(await disk.open())
      if (writing === 0) learner.value = stored ?? before
    }
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
