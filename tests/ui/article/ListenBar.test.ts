import { flushPromises } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ListenBar from '../../../src/ui/article/ListenBar.vue'
import { mountWith } from '../mountWith.ts'

/** What is said, newest last; a test says when it is done. */
const said: { text: string; rate: number; done: () => void }[] = []
let voices = ['zh-CN', 'en-GB']

beforeEach(() => {
  said.length = 0
  voices = ['zh-CN', 'en-GB']
  vi.stubGlobal(
    'SpeechSynthesisUtterance',
    class extends EventTarget {
      rate = 1
      readonly text: string
      constructor(text: string) {
        super()
        this.text = text
      }
    },
  )
  vi.stubGlobal('speechSynthesis', {
    getVoices: () => voices.map((lang) => ({ lang, localService: true })),
    speak: (one: EventTarget & { text: string; rate: number }) =>
      said.push({
        text: one.text,
        rate: one.rate,
        done: () => one.dispatchEvent(new Event('end')),
      }),
    cancel: () => undefined,
  })
})
afterEach(() => vi.unstubAllGlobals())

const sentences = [
  { zh: '双方停火。', en: 'Both sides cease fire.' },
  { zh: '会谈结束。', en: 'The talks ended.' },
]
const bar = (part: object = {}) =>
  mountWith(ListenBar, { sentences, learning: 'zh', from: 0, ...part })
async function done() {
  said.at(-1)?.done()
  await flushPromises()
}
const texts = () => said.map(({ text }) => text)

describe('listening to a text', () => {
  it('says one sentence after the other, tells which, and stops at the end', async () => {
    const wrapper = await bar()
    await done()
    await done()
    expect(texts()).toEqual(['双方停火。', '会谈结束。'])
    expect(wrapper.emitted('at')).toEqual([[0], [1]])
    expect(wrapper.get('[data-testid=play]').text()).toBe('Play')
  })

  it('says the translation behind each sentence, at the pace that was chosen', async () => {
    const wrapper = await bar()
    const press = async (name: string) =>
      wrapper
        .findAll('button')
        .find((one) => (one.attributes('aria-label') ?? one.text()) === name)
        ?.trigger('click')
    await press('English after')
    await press('Speed')
    await press('Next sentence')
    await done()
    expect(texts()).toEqual(['双方停火。', '会谈结束。', 'The talks ended.'])
    expect(said.map(({ rate }) => rate)).toEqual([1, 0.85, 0.85])
  })

  it('repeats a sentence, pauses, and goes on where it was', async () => {
    const wrapper = await bar({ from: 1 })
    const repeat = wrapper.findAll('button').find((one) => one.text() === 'Repeat')
    await repeat?.trigger('click')
    await done()
    expect(texts()).toEqual(['会谈结束。', '会谈结束。'])
    await wrapper.get('[data-testid=play]').trigger('click')
    await done()
    expect(said).toHaveLength(2)
    await wrapper.get('[data-testid=play]').trigger('click')
    expect(texts().at(-1)).toBe('会谈结束。')
  })

  it('says so where no voice is there, instead of running through the text', async () => {
    voices = ['en-GB']
    const wrapper = await bar()
    await flushPromises()
    expect(wrapper.get('[data-testid=play]').text()).toBe('Play')
    expect(wrapper.text()).toContain('This device has no Chinese voice.')
  })
})
