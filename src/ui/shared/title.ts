import { watchEffect } from 'vue'
import { useI18n } from 'vue-i18n'

/**
 * Gives the page the title of a screen, followed by the name of the app: what a screen reader says first, and what a tab
 * and the history are called. Follows the language; an empty one leaves the name of the app.
 */
export function useTitle(title: () => string): void {
  const { t } = useI18n()
  watchEffect(() => {
    const own = title()
    document.title = own === '' ? t('app.name') : `${own} · ${t('app.name')}`
  })
}
