import { defineStore } from 'pinia'
import { computed, shallowRef } from 'vue'
import { DEFAULT_LEARNER_SETTINGS, type LearnerSettings } from '../domain/learner/settings.ts'
import { readLearner } from '../storage/readSettings.ts'
import { useChanges } from './changes.ts'
import { useDisk } from './disk.ts'
import { useUpdates } from './updates.ts'

/** What the learner chose: as it is on the disk, and as it is about to be. */
export const useSettings = defineStore('settings', () => {
  const disk = useDisk()
  /** Until they are read, and on a new device for good: the interface in the browser's language. */
  const learner = shallowRef<LearnerSettings>(guess(navigator.languages))

  /** Changes on their way to the disk, which takes them one after the other. */
  const writing = shallowRef<readonly Partial<LearnerSettings>[]>([])
  useUpdates().hold(() => writing.value.length > 0)

  /**
   * With what is being written: for the control that was touched, which must not jump back meanwhile, and for what is made
   * of its value. Everything else shows `learner`, which a kill cannot take back.
   */
  const wanted = computed<LearnerSettings>(() =>
    Object.assign({ ...learner.value }, ...writing.value),
  )

  let begun = 0
  let shown = 0
  async function load(): Promise<void> {
    begun += 1
    const mine = begun
    const found = await readLearner(await disk.open())
    // Of two looks at the disk the later one counts, whichever comes back first.
    if (mine < shown) return
    shown = mine
    learner.value = found ?? learner.value
  }

  useChanges().onChange(async ({ settings, everything }) => {
    if (everything || settings.has('learner')) await load()
  })

  /** Changes some settings: they hold once they are on the disk. Refused, they are what they were. */
  async function change(part: Partial<LearnerSettings>): Promise<void> {
    const mine = { ...part }
    writing.value = [...writing.value, mine]
    try {
      const { changeLearner } = await import('../storage/settings.ts')
      await changeLearner(await disk.open(), mine, learner.value)
    } finally {
      // Those before it are done as well, though whoever heard of them may be busy with that.
      writing.value = writing.value.slice(writing.value.indexOf(mine) + 1)
    }
  }
  return { learner, wanted, load, change }
})

function guess(languages: readonly string[]): LearnerSettings {
  const chinese = languages[0]?.toLowerCase().startsWith('zh') ?? false
  const traditional = /^zh-(?:tw|hk|mo|hant)/i.test(languages[0] ?? '')
  return {
    ...DEFAULT_LEARNER_SETTINGS,
    language: chinese ? 'zh' : 'en',
    languageScript: traditional ? 'traditional' : 'simplified',
    // The starter texts are written in simplified characters.
    script: traditional ? 'traditional' : 'given',
    learning: chinese ? 'en' : 'zh',
  }
}
