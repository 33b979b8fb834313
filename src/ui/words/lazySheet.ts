import { defineAsyncComponent } from 'vue'
import { addWords } from '../i18n/i18n.ts'

/** The sheet of a word with its words of the interface, for a screen on which few words are tapped: loaded with the first. */
export const LazyWordSheet = defineAsyncComponent(async () => {
  const [sheet, words] = await Promise.all([import('./WordSheet.vue'), import('./words.ts')])
  addWords(words)
  return sheet.default
})
