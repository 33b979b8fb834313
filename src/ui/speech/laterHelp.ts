import { defineAsyncComponent } from 'vue'
import { addWords } from '../i18n/i18n.ts'

/** How a voice is added, loaded with its words by the few who have none. */
export const LaterVoiceHelp = defineAsyncComponent(async () => {
  const [help, words] = await Promise.all([import('./VoiceHelp.vue'), import('./words.ts')])
  addWords(words)
  return help
})
