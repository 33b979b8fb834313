import { useI18n } from 'vue-i18n'
import en from './en.ts'
import zh from './zh.ts'

/** Adds the words of import, doubts, script and credits to those of the interface. They come with the screens that use them. */
export function useLanguageWords(): void {
  const { getLocaleMessage, mergeLocaleMessage } = useI18n({ useScope: 'global' })
  if ('doubts' in getLocaleMessage('zh')) return
  mergeLocaleMessage('en', en)
  mergeLocaleMessage('zh', zh)
}
