import { createPinia } from 'pinia'
import { createApp } from 'vue'
import App from './App.vue'
import { useLanguage } from './stores/language.ts'
import { useLibrary } from './stores/library.ts'
import { useProblems } from './stores/problems.ts'
import { useSettings } from './stores/settings.ts'
import { useUpdates } from './stores/updates.ts'
import { createWords, speak } from './ui/i18n/i18n.ts'
import { router } from './ui/routes.ts'
import './ui/theme.css'

/** The entrance: settings first, because the first paint needs the language and the theme. */
async function start(): Promise<void> {
  const pinia = createPinia()
  const problems = useProblems(pinia)
  const settings = useSettings(pinia)
  await problems.attempt(() => settings.load())

  const words = await createWords(settings.learner.language)
  await speak(words, settings.learner.language)
  settings.$subscribe(() => void speak(words, settings.learner.language))

  const app = createApp(App).use(pinia).use(words).use(router)
  // Whatever nobody caught ends here and is said, once.
  app.config.errorHandler = (error) => problems.caught(error)
  window.addEventListener('unhandledrejection', (event) => problems.caught(event.reason))

  router.beforeEach((to) =>
    settings.learner.welcomed || to.name === 'welcome' ? true : { name: 'welcome' },
  )
  await router.isReady().catch(() => undefined)
  app.mount('#app')

  // After the first paint: the service worker, then the dictionary that makes everything work offline.
  await problems.attempt(() => useUpdates(pinia).start())
  await useLanguage(pinia).keepReady()
  await problems.attempt(() => useLibrary(pinia).tidy())
}

void start()
