import { shallowRef } from 'vue'
import { createI18n, useI18n } from 'vue-i18n'
import type { Side } from '../../domain/model.ts'
import type { Messages } from './en.ts'

/** What an `lang` attribute says for a side; the texts of articles are shown in the script they came in. */
export const LANG: Readonly<Record<Side, string>> = { zh: 'zh-Hans', en: 'en' }

const load: Readonly<Record<Side, () => Promise<{ default: Messages }>>> = {
  en: () => import('./en.ts'),
  zh: () => import('./zh.ts'),
}

/** The language of the interface, and the characters its Chinese is written in. */
export interface Spoken {
  readonly language: Side
  readonly languageScript?: 'simplified' | 'traditional'
}

const isTraditional = ({ language, languageScript }: Spoken): boolean =>
  language === 'zh' && languageScript === 'traditional'

const loadTraditional = () => import('virtual:traditional-words')
type Traditional = Awaited<ReturnType<typeof loadTraditional>>['default']
/** Chinese in traditional characters, while the interface speaks it. */
const traditional = shallowRef<Traditional | null>(null)

/** Begins to load the words of a language before they are asked for. */
export function fetchWords(spoken: Spoken): void {
  void load[spoken.language]().catch(() => undefined)
  if (isTraditional(spoken)) void loadTraditional().catch(() => undefined)
}

/** What is said in both languages outside the words of the rooms, in the language of the interface. */
export const useSaid = () => {
  const { locale } = useI18n()
  return <T extends object>(says: { readonly en: T; readonly zh: T }): T => {
    if (locale.value !== 'zh') return says.en
    const table = traditional.value?.said
    return table === undefined
      ? says.zh
      : (Object.fromEntries(
          Object.entries(says.zh).map(([key, text]) => [key, table[text] ?? text]),
        ) as T)
  }
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
  if (traditional.value !== null) words.global.mergeLocaleMessage('zh', traditional.value.messages)
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
    // What is merged into them later must not change the words that were loaded.
    messages: { [language]: structuredClone(messages) } as Record<Side, Messages>,
    missingWarn: import.meta.env.DEV,
    fallbackWarn: false,
  })
}

export type Words = Awaited<ReturnType<typeof makeWords>>

/** Switches the interface to a language; resolves when its words are there. */
export async function speak(words: Words, asked: Spoken): Promise<void> {
  const { language } = asked
  // A room may have added words of its own to a language that is not there yet.
  if (!('app' in words.global.getLocaleMessage(language))) {
    words.global.mergeLocaleMessage(language, (await load[language]()).default)
  }
  const written = isTraditional(asked) ? (await loadTraditional()).default : null
  if (written !== traditional.value && language === 'zh') {
    traditional.value = written
    if (written !== null) words.global.mergeLocaleMessage('zh', written.messages)
    else for (const tree of await simplified()) words.global.mergeLocaleMessage('zh', tree)
  }
  words.global.locale.value = language
  document.documentElement.lang = isTraditional(asked) ? 'zh-Hant' : LANG[language]
}

/** Every Chinese word there is so far, as the rooms write it. */
const simplified = async (): Promise<readonly object[]> => [
  (await load.zh()).default,
  ...[...rooms].map(({ zh }) => zh),
]
