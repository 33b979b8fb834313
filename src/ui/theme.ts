import { onBeforeUnmount, watchEffect } from 'vue'
import type { LearnerSettings } from '../domain/learner/settings.ts'

/** Where `public/theme.js` looks before the first paint, when the disk is not open yet. */
const KEPT = 'duizhao-theme'

/** Whether this browser drew the app before, as far as it keeps anything. */
export function wasHere(): boolean {
  try {
    return localStorage.getItem(KEPT) !== null
  } catch {
    return true
  }
}

/** Keeps the page in the theme the learner chose; `system` follows the device while it changes. */
export function followSystemTheme(chosen: () => 'system' | 'light' | 'dark'): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const theme = chosen()
    const dark = theme === 'dark' || (theme === 'system' && system.matches)
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
  }
  watchEffect(apply)
  watchEffect(() => {
    const theme = chosen()
    try {
      localStorage.setItem(KEPT, theme)
    } catch {
      // Then a chosen theme comes a moment after the first paint.
    }
  })
  system.addEventListener('change', apply)
  onBeforeUnmount(() => system.removeEventListener('change', apply))
}

/** Tells the styles what else the learner chose of how things look, and the hand that holds the device. */
export function markChoices(learner: () => Pick<LearnerSettings, 'hand' | 'hanziFace'>): void {
  watchEffect(() => {
    const { hand, hanziFace } = learner()
    Object.assign(document.documentElement.dataset, { hand, face: hanziFace })
  })
}
