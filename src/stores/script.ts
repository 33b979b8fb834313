import { defineStore } from 'pinia'
import { shallowReactive } from 'vue'
import { useLanguage } from './language.ts'
import { useProblems } from './problems.ts'
import { useSettings } from './settings.ts'

/** Texts kept converted; beyond these the cache starts anew. */
const MOST_TEXTS = 4000

/** Chinese texts in the script the learner reads. Only what is shown is converted; what is stored stays as it came. */
export const useScript = defineStore('script', () => {
  const language = useLanguage()
  const settings = useSettings()
  const problems = useProblems()

  const converted = shallowReactive(new Map<string, string>())
  const asked = new Set<string>()
  let waiting: string[] = []

  /** The text as it is to be shown; the text itself until the language thread has converted it. */
  function shown(text: string): string {
    const { script } = settings.learner
    if (script === 'given' || !/\p{Script=Han}/u.test(text)) return text
    const key = `${script} ${text}`
    const found = converted.get(key)
    if (found === undefined && !asked.has(key)) {
      asked.add(key)
      if (waiting.length === 0)
        queueMicrotask(() => void problems.attempt('script.convert', convert))
      waiting.push(text)
    }
    return found ?? text
  }

  /** Converts everything a drawing asked for at once. */
  async function convert(): Promise<void> {
    const { script } = settings.learner
    const texts = waiting
    waiting = []
    if (script === 'given') return
    if (asked.size > MOST_TEXTS) {
      asked.clear()
      converted.clear()
    }
    const { thread } = await language.open()
    const found = await thread.convert(texts, script)
    texts.forEach((text, i) => converted.set(`${script} ${text}`, found[i] ?? text))
  }
  return { shown }
})
