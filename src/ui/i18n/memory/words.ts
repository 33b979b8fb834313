import { useI18n } from 'vue-i18n'
import en from './en.ts'
import zh from './zh.ts'

/**
 * Adds the words of statistics, card information and optimisation to those of the interface. They come with the screens
 * that use them, in both languages, and are not on the start path.
 */
export function useMemoryWords(): void {
  const { getLocaleMessage, mergeLocaleMessage } = useI18n()
  if ('stats' in getLocaleMessage('zh')) return
  mergeLocaleMessage('en', en)
  mergeLocaleMessage('zh', zh)
}
