import { defineAsyncComponent } from 'vue'
import { addWords } from '../i18n/i18n.ts'

/** The question for the level with its words of the interface: asked once, so not on the start path. */
export const LazyLevelLine = defineAsyncComponent(async () => {
  const [line, words] = await Promise.all([
    import('./LevelLine.vue'),
    import('../settings/words.ts'),
  ])
  addWords(words)
  return line.default
})
