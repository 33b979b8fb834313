import { afterEach, expect, it } from 'vitest'
import ReadingText from '../../../src/ui/shared/ReadingText.vue'
import { mountDisplayed } from '../mountDisplayed.ts'
import { mountWith } from '../mountWith.ts'

afterEach(() => document.body.replaceChildren())

const HELLO = { reading: 'ni3 hao3', side: 'zh', word: '你好' }

it('draws pinyin with the tones each syllable has by itself', async () => {
  const reading = await mountWith(ReadingText, HELLO)
  expect(reading.text()).toBe('nǐhǎo')
  expect(reading.attributes('lang')).toBe('zh-Latn-pinyin')
})

it('draws the tones as they are spoken for who wants that', async () => {
  const reading = await mountDisplayed(ReadingText, HELLO, { spokenTones: true })
  expect(reading.text()).toBe('níhǎo')
})

it('draws IPA between slashes', async () => {
  const reading = await mountWith(ReadingText, { reading: 'əˈɡrimənt', side: 'en' })
  expect(reading.text()).toBe('/əˈɡrimənt/')
  expect(reading.attributes('lang')).toBe('en-fonipa')
})

it('draws zhuyin, tone colours and the learner’s own reading where they are wanted', async () => {
  const props = { reading: 'ting2 huo3', side: 'zh', word: '停火' }
  const reading = await mountDisplayed(ReadingText, props, {
    readings: 'zhuyin',
    toneColours: true,
    ownReading: () => 'ting2 huo5',
  })
  expect(reading.text()).toBe('ㄊㄧㄥˊ ˙ㄏㄨㄛ')
  expect(reading.attributes('lang')).toBe('zh-Bopo')
  expect(reading.findAll('span').map((one) => one.classes())).toContainEqual(['tone-5'])
})

it('draws the reading the learner wrote as they wrote it: no sandhi bends it', async () => {
  const spokenTones = true
  const asWritten = await mountDisplayed(
    ReadingText,
    { ...HELLO, asWritten: true },
    { spokenTones },
  )
  expect(asWritten.text()).toBe('nǐhǎo')
  const found = { ...HELLO, reading: 'ni2 hao3' }
  const ownReading = () => 'ni3 hao3'
  const own = await mountDisplayed(ReadingText, found, { spokenTones, ownReading })
  expect(own.text()).toBe('nǐhǎo')
})
