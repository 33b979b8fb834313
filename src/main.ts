import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { loadRouteLocation } from 'vue-router'
import App from './App.vue'
import { useLanguage } from './stores/language.ts'
import { useLibrary } from './stores/library.ts'
import { useMemory } from './stores/memory.ts'
import { useProblems } from './stores/problems.ts'
import { useSettings } from './stores/settings.ts'
import { useUpdates } from './stores/updates.ts'
import { createWords, fetchWords, speak } from './ui/i18n/i18n.ts'
import { router } from './ui/routes.ts'
import './ui/theme.css'

/** The entrance: settings first, because the first paint needs the language and the theme. */
async function start(): Promise<void> {
  const pinia = createPinia()
  const problems = useProblems(pinia)
  const settings = useSettings(pinia)
  const memory = useMemory(pinia)
  // While the disk opens: the screen that the address names, and the words it is most likely spoken in.
  const { location } = router.options.history
  const screen = loadRouteLocation(router.resolve(location)).catch(() => undefined)
  fetchWords(settings.learner.language)
  await problems.attempt('settings.load', () => settings.load())
  // The queue is read while the first screen is being built.
  if (settings.learner.welcomed) void problems.attempt('memory.load', () => memory.load())

  const words = await createWords(settings.learner.language)
  await speak(words, settings.learner.language)
  settings.$subscribe(() => void speak(words, settings.learner.language))

  const app = createApp(App).use(pinia).use(words).use(router)
  // Whatever nobody caught ends here and is said, once.
  app.config.errorHandler = (error) => problems.caught('unasked', error)
  window.addEventListener('unhandledrejection', (event) => problems.caught('unasked', event.reason))

  router.beforeEach((to) =>
    settings.learner.welcomed || to.name === 'welcome' ? true : { name: 'welcome' },
  )
  await screen
  await router.isReady().catch(() => undefined)
  app.mount('#app')
  // What writes is loaded before anybody can need it: an answer must not wait for the network.
  await problems.attempt('start.writing', () =>
    import('./storage/settings.ts').then(() => import('./storage/reviewLog.ts')),
  )

  // After the first paint: the service worker, then the dictionary that makes everything work offline.
  await problems.attempt('updates.start', () => useUpdates(pinia).start())
  await useLanguage(pinia).keepReady()
  await problems.attempt('library.tidy', () => useLibrary(pinia).tidy())
  await problems.attempt('memory.arrange', () => memory.arrangeNew())
  // Whatever goes wrong with a safety copy is said in the settings, and nowhere else.
  void import('./stores/copies.ts').then(
    ({ useCopies }) => useCopies(pinia).follow(),
    () => undefined,
  )
  await problems.attempt('optimiser.consider', async () => {
    const [{ useOptimiser }, { useReview }] = await Promise.all([
      import('./stores/optimiser.ts'),
      import('./stores/review.ts'),
    ])
    await useOptimiser(pinia).considerRunning(() => !useReview(pinia).ready)
  })
}

void start()
