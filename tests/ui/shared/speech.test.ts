import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent, h } from 'vue'
import { provideSpeaking } from '../../../src/ui/shared/speaking.ts'
import { useSpeech } from '../../../src/ui/shared/speech.ts'

interface Said {
  readonly text: string
  readonly lang: string
  readonly rate: number
  readonly voice: { readonly name?: string } | null
}
const said: Said[] = []
let voices: { lang: string; localService: boolean; name?: string }[] = []

beforeEach(() => {
  said.length = 0
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      text: string
      lang = ''
      rate = 1
      voice = null
      constructor(text: string) {
        this.text = text
      }
    },
  )
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => voices,
    speak: ({ text, lang, rate, voice }: Said) => said.push({ text, lang, rate, voice }),
    speaking: false,
    pending: false,
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const local = (lang: string) => ({ lang, localService: true })
const named = (lang: string, name: string) => ({ lang, localService: true, name })
const remote = (lang: string) => ({ lang, localService: false })

function speechWith(
  given: typeof voices,
  online = true,
  speaking: { voices: string[]; speechRate: number } = { voices: [], speechRate: 1 },
) {
  voices = given
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online)
  let speech: ReturnType<typeof useSpeech> | undefined
  const Speaker = defineComponent(() => {
    speech = useSpeech()
    return () => null
  })
  mount(
    defineComponent(() => {
      provideSpeaking(() => speaking)
      return () => h(Speaker)
    }),
  )
  return speech!
}

it('speaks with a voice of the language, one of this device first', () => {
  const speech = speechWith([remote('zh-CN'), local('zh-TW'), local('en-GB')])
  speech.speak('停火', 'zh')
  speech.speak('truce', 'en')
  expect(said).toMatchObject([
    { text: '停火', lang: 'zh-TW' },
    { text: 'truce', lang: 'en-GB' },
  ])
  expect(speech.silence.value).toBeNull()
})

it('takes a voice that is not of this device while online, and says why it is silent offline', () => {
  const online = speechWith([remote('zh-CN')])
  online.speak('停火', 'zh')
  expect([said.length, online.canSpeak.value.zh]).toEqual([1, true])
  const offline = speechWith([remote('zh-CN')], false)
  offline.speak('停火', 'zh')
  expect([said.length, offline.canSpeak.value.zh]).toEqual([1, false])
  expect(offline.silence.value).toEqual({ side: 'zh', why: 'offline' })
})

it('says that there is no voice, until there is one', () => {
  const speech = speechWith([local('en-US'), local('zh-HK')])
  speech.speak('停火', 'zh')
  expect([said, speech.silence.value]).toEqual([[], { side: 'zh', why: 'none' }])
  speech.speak('truce', 'en')
  expect([said.length, speech.silence.value]).toEqual([1, null])
})

it('speaks with the voice chosen, with the latest that this device has', () => {
  const here = [named('zh-CN', 'Huihui'), named('zh-CN', 'Tingting'), named('en-GB', 'Daniel')]
  const speech = speechWith(here, true, { voices: ['Elsewhere', 'Tingting'], speechRate: 1 })
  speech.speak('停火', 'zh')
  speech.speak('truce', 'en')
  expect(said.map(({ voice }) => voice?.name)).toEqual(['Tingting', 'Daniel'])
})

it('says what is asked for again slowly, every second time, and all of it at the chosen speed', () => {
  const speech = speechWith([local('zh-CN')], true, { voices: [], speechRate: 0.85 })
  for (const text of ['停火', '停火', '停火', '总统', '停火']) speech.speak(text, 'zh')
  const paces = said.map(({ rate }) => Math.round((rate / 0.85) * 100) / 100)
  expect(paces).toEqual([1, 0.7, 1, 1, 1])
})

it('does not take what was said by itself for a first tap', () => {
  const speech = speechWith([local('zh-CN')])
  speech.speak('停火', 'zh', 1)
  speech.speak('停火', 'zh')
  speech.speak('停火', 'zh')
  expect(said.map(({ rate }) => rate)).toEqual([1, 1, 0.7])
})
