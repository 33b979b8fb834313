import { mount } from '@vue/test-utils'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { defineComponent } from 'vue'
import { useSpeech } from '../../../src/ui/shared/speech.ts'

const said: { text: string; lang: string }[] = []
let voices: { lang: string; localService: boolean }[] = []

beforeEach(() => {
  said.length = 0
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class {
      text: string
      lang = ''
      voice = null
      constructor(text: string) {
        this.text = text
      }
    },
  )
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => voices,
    speak: ({ text, lang }: { text: string; lang: string }) => said.push({ text, lang }),
    speaking: false,
    pending: false,
  })
})
afterEach(() => {
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})

const local = (lang: string) => ({ lang, localService: true })
const remote = (lang: string) => ({ lang, localService: false })

function speechWith(given: typeof voices, online = true) {
  voices = given
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(online)
  let speech: ReturnType<typeof useSpeech> | undefined
  mount(
    defineComponent(() => {
      speech = useSpeech()
      return () => null
    }),
  )
  return speech!
}

it('speaks with a voice of the language, one of this device first', () => {
  const speech = speechWith([remote('zh-CN'), local('zh-TW'), local('en-GB')])
  speech.speak('停火', 'zh')
  speech.speak('truce', 'en')
  expect(said).toEqual([
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
