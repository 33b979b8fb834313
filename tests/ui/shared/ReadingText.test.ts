import { afterEach, expect, it } from 'vitest'
import ReadingText from '../../../src/ui/shared/ReadingText.vue'
import { mountDisplayed } from '../mountDisplayed.ts'
import { mountWith } from '../mountWith.ts'

afterEach(() => document.body.replaceChildren())

it('draws pinyin with tone marks, spoken as the word is', async () => {
  const reading = await mountWith(ReadingText, { reading: 'ni3 hao3', side: 'zh', word: '你好' })
  expect(reading.text()).toBe('ní hǎo')
  expect(reading.attributes('lang')).toBe('zh-Latn-pinyin')
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
  const reading = { reading: 'ni3 hao3', side: 'zh', word: '你好', asWritten: true }
  expect((await mountWith(ReadingText, reading)).text()).toBe('nǐ hǎo')
  const found = { reading: 'ni2 hao3', side: 'zh', word: '你好' }
  const own = await mountDisplayed(ReadingText, found, { ownReading: () => 'ni3 hao3' })
  expect(own.text()).toBe('nǐ hǎo')
})
