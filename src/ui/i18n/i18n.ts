import { createI18n } from 'vue-i18n'
import type { Side } from '../../domain/model.ts'
import type { Messages } from './en.ts'

/** What an `lang` attribute says for a side; the texts of articles are shown in the script they came in. */
export const LANG: Readonly<Record<Side, string>> = { zh: 'zh-Hans', en: 'en' }

const load: Readonly<Record<Side, () => Promise<{ default: Messages }>>> = {
  en: () => import('./en.ts'),
  zh: () => import('./zh.ts'),
}

/**
 * The interface's words in one language, the other one loaded when it is chosen. No fallback language: the types demand
 * every message in both.
 */
export async function createWords(language: Side) {
  const messages = (await load[language]()).default
  return createI18n<[Messages], Side, false>({
    legacy: false,
    locale: language,
    messages: { [language]: messages } as Record<Side, Messages>,
    missingWarn: import.meta.env.DEV,
    fallbackWarn: false,
  })
}

export type Words = Awaited<ReturnType<typeof createWords>>

/** Switches the interface to a language; resolves when its words are there. */
export async function speak(words: Words, language: Side): Promise<void> {
  if (!words.global.availableLocales.includes(language)) {
    words.global.setLocaleMessage(language, (await load[language]()).default)
  }
  words.global.locale.value = language
  document.documentElement.lang = LANG[language]
}
