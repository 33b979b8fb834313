import { onBeforeUnmount, watchEffect } from 'vue'

/** Keeps the page in the theme the learner chose; `system` follows the device while it changes. */
export function followSystemTheme(chosen: () => 'system' | 'light' | 'dark'): void {
  const system = window.matchMedia('(prefers-color-scheme: dark)')
  const apply = () => {
    const theme = chosen()
    const dark = theme === 'dark' || (theme === 'system' && system.matches)
    document.documentElement.dataset['theme'] = dark ? 'dark' : 'light'
  }
  watchEffect(apply)
  system.addEventListener('change', apply)
  onBeforeUnmount(() => system.removeEventListener('change', apply))
}
