import { createPinia } from 'pinia'
import { createApp } from 'vue'
import { loadRouteLocation } from 'vue-router'
import App from './App.vue'
import { untilIdle } from './stores/idle.ts'
import { useMemory } from './stores/memory.ts'
import { useProblems } from './stores/problems.ts'
import { useSettings } from './stores/settings.ts'
import { createWords, fetchWords, speak } from './ui/i18n/i18n.ts'
import { router } from './ui/routes.ts'
import { wasHere } from './ui/theme.ts'
import './ui/tokens.css'
import './ui/theme.css'
import './ui/forcedColours.css'

/** The entrance: settings first, because the first paint needs the language and the theme. */
async function start(): Promise<void> {
  const pinia = createPinia()
  const problems = useProblems(pinia)
  const settings = useSettings(pinia)
  const memory = useMemory(pinia)
  // While the disk opens: the screen to come, which a first time is the welcome, and the words it is most likely spoken in.
  const { location } = router.options.history
  const first = wasHere() ? location : { name: 'welcome' }
  const screen = loadRouteLocation(router.resolve(first)).catch(() => undefined)
  fetchWords(settings.learner)
  await problems.attempt('settings.load', () => settings.load())
  // The queue is read while the first screen is being built.
  const reading = settings.learner.welcomed && problems.attempt('memory.load', () => memory.load())

  const words = await createWords(settings.learner.language)
  await speak(words, settings.learner)
  settings.$subscribe(() => void speak(words, settings.learner))

  const app = createApp(App).use(pinia).use(words).use(router)
  // Whatever nobody caught ends here and is said, once.
  app.config.errorHandler = (error) => problems.caught('unasked', error)
  window.addEventListener('unhandledrejection', (event) => problems.caught('unasked', event.reason))

  router.beforeEach((to) =>
    settings.learner.welcomed || to.name === 'welcome' || to.name === 'sync'
      ? true
      : { name: 'welcome' },
  )
  await screen
  await router.isReady().catch(() => undefined)
  app.mount('#app')
  await reading
  // The first screen is drawn before anything else is done.
  await untilIdle(200, { timeout: 2_000 })
  await problems.attempt('start.rest', async () => {
    const { afterStart } = await import('./afterStart.ts')
    await afterStart(pinia)
  })
}

void start()
