import { createI18n } from 'vue-i18n'
import type { Side } from '../../domain/model.ts'
import type { Messages } from './en.ts'

/** What an `lang` attribute says for a side; the texts of articles are shown in the script they came in. */
export const LANG: Readonly<Record<Side, string>> = { zh: 'zh-Hans', en: 'en' }

const load: Readonly<Record<Side, () => Promise<{ default: Messages }>>> = {
  en: () => import('./en.ts'),
  zh: () => import('./zh.ts'),
}

/** Begins to load the words of a language before they are asked for. */
export function fetchWords(language: Side): void {
  void load[language]().catch(() => undefined)
}

/** Words that come with the screens that use them, in both languages, and are not on the start path. */
export interface RoomWords {
  readonly en: object
  readonly zh: object
}

const rooms = new Set<RoomWords>()
let spoken: Words | null = null

function teach(words: Words, { en, zh }: RoomWords): void {
  words.global.mergeLocaleMessage('en', en)
  words.global.mergeLocaleMessage('zh', zh)
}

/** Adds the words of rooms to those of the interface, also when that is not there yet. */
export function addWords(...added: readonly RoomWords[]): void {
  for (const room of added) {
    if (rooms.has(room)) continue
    rooms.add(room)
    if (spoken !== null) teach(spoken, room)
  }
}

/**
 * The interface's words in one language, the other one loaded when it is chosen. No fallback language: the types demand
 * every message in both.
 */
export async function createWords(language: Side): Promise<Words> {
  const words = await makeWords(language)
  for (const room of rooms) teach(words, room)
  spoken = words
  return words
}

async function makeWords(language: Side) {
  const messages = (await load[language]()).default
  return createI18n<[Messages], Side, false>({
    legacy: false,
    locale: language,
    messages: { [language]: messages } as Record<Side, Messages>,
    missingWarn: import.meta.env.DEV,
    fallbackWarn: false,
  })
}

export type Words = Awaited<ReturnType<typeof makeWords>>

/** Switches the interface to a language; resolves when its words are there. */
export async function speak(words: Words, language: Side): Promise<void> {
  // A room may have added words of its own to a language that is not there yet.
  if (!('app' in words.global.getLocaleMessage(language))) {
    words.global.mergeLocaleMessage(language, (await load[language]()).default)
  }
  words.global.locale.value = language
  document.documentElement.lang = LANG[language]
}
