import { afterEach, describe, expect, it } from 'vitest'
import WordText from '../../../src/ui/words/WordText.vue'
import type { Word } from '../../../src/domain/words/words.ts'
import { mountDisplayed } from '../mountDisplayed.ts'

afterEach(() => document.body.replaceChildren())

const word = (start: number, end: number, key: string, reading: string): Word => ({
  start,
  end,
  kind: 'word',
  key,
  level: {},
  syllables: reading.split(' '),
})
const text = '你好，谈判'
const words: readonly Word[] = [
  word(0, 2, '你好', 'ni3 hao3'),
  { start: 2, end: 3, kind: 'punctuation', key: '', level: {}, syllables: [null] },
  word(3, 5, '谈判', 'tan2 pan4'),
]
const props = { text, side: 'zh', words, knowledge: ['known', 'other', 'new'], pinyin: true }
const rubies = (of: { findAll: (tag: string) => { text(): string }[] }) =>
  of.findAll('rt').map((rt) => rt.text())

describe('words of a text', () => {
  it('carry their readings, the tones as they are spoken only for who wants that', async () => {
    expect(rubies(await mountDisplayed(WordText, props, {}))).toEqual(['nǐhǎo', 'tánpàn'])
    const spoken = await mountDisplayed(WordText, props, { spokenTones: true })
    expect(rubies(spoken)).toEqual(['níhǎo', 'tánpàn'])
  })

  it('are joined by word, names with a capital, an apostrophe before a vowel', async () => {
    const name: Word = { ...word(0, 2, '西安', 'xi1 an1'), kind: 'name' }
    const drawn = await mountDisplayed(
      WordText,
      { ...props, text: '西安', words: [name], knowledge: ['other'] },
      { toneColours: true },
    )
    expect(rubies(drawn)).toEqual(['Xī’ān'])
    expect(drawn.findAll('rt span').map((one) => one.classes())).toEqual([['tone-1'], ['tone-1']])
  })

  it('stand over the words that are not known, and marks on those that are chosen', async () => {
    const drawn = await mountDisplayed(
      WordText,
      { ...props, readings: 'unknown', marked: new Set() },
      {},
    )
    expect(rubies(drawn)).toEqual(['tánpàn'])
    expect(drawn.get('.new').classes()).toContain('quiet')
  })

  it('carry zhuyin, and colours beside the tone marks, on request', async () => {
    const drawn = await mountDisplayed(WordText, props, { readings: 'zhuyin', toneColours: true })
    expect(rubies(drawn)).toEqual(['ㄋㄧˇ', 'ㄏㄠˇ', 'ㄊㄢˊ', 'ㄆㄢˋ'])
    expect(drawn.findAll('rt').map((rt) => rt.classes())).toEqual(
      [3, 3, 2, 4].map((tone) => [`tone-${tone}`]),
    )
  })

  it('carry the learner’s own reading', async () => {
    const drawn = await mountDisplayed(WordText, props, {
      ownReading: (headword, reading) =>
        headword === '谈判' && reading === 'tan2 pan4' ? 'tan2 pan5' : null,
    })
    expect(rubies(drawn)).toEqual(['nǐhǎo', 'tánpan'])
  })

  it('are shown in the learner’s script, tapped at the places of the given text', async () => {
    const drawn = await mountDisplayed(
      WordText,
      { ...props, pinyin: false },
      {
        script: 'traditional',
        shown: (given) => given.replace('谈', '談'),
      },
    )
    expect(drawn.get('p').attributes('lang')).toBe('zh-Hant')
    expect(drawn.text()).toBe('你好，談判')
    await drawn.findAll('.word')[1]?.trigger('click')
    await new Promise((resolve) => setTimeout(resolve))
    expect(drawn.emitted('tap')).toEqual([[3]])
  })

  it('are one stop of the Tab key; the arrow keys go from word to word, Enter opens', async () => {
    const drawn = await mountDisplayed(WordText, { ...props, pinyin: false }, {})
    const stops = () => drawn.findAll('.word').map((one) => one.attributes('tabindex'))
    expect(stops()).toEqual(['0', undefined])
    const [first, second] = drawn.findAll('.word')
    await first?.trigger('keydown', { key: 'ArrowRight' })
    await new Promise((resolve) => setTimeout(resolve))
    expect(document.activeElement).toBe(second?.element)
    expect([stops(), second?.attributes('role')]).toEqual([[undefined, '0'], 'button'])
    await second?.trigger('keydown', { key: 'Enter' })
    await new Promise((resolve) => setTimeout(resolve))
    expect(drawn.emitted('tap')).toEqual([[3]])
  })

  it('keep the keys they know from the screen around them', async () => {
    const drawn = await mountDisplayed(WordText, { ...props, pinyin: false }, {})
    const heard: string[] = []
    const listen = ({ key }: KeyboardEvent) => heard.push(key)
    window.addEventListener('keydown', listen)
    for (const key of ['ArrowRight', ' ', 'Enter', '1'])
      await drawn.find('.word').trigger('keydown', { key })
    window.removeEventListener('keydown', listen)
    expect(heard).toEqual(['1'])
  })
})
