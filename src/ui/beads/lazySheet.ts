import { defineAsyncComponent } from 'vue'
import { addWords } from '../i18n/i18n.ts'

/** The sheet of a pair with its words of the interface, for a screen on which pairs are seldom mended: loaded with the first. */
export const LazyBeadSheet = defineAsyncComponent(async () => {
  const [sheet, words] = await Promise.all([import('./BeadSheet.vue'), import('./words.ts')])
  addWords(words)
  return sheet.default
})
