import { enableAutoUnmount } from '@vue/test-utils'
import { afterEach, describe, expect, it } from 'vitest'
import { loadPronunciations } from '../../../src/cli/build/compilePronunciations.ts'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import WordSheet from '../../../src/ui/words/WordSheet.vue'
import { lookUpWord } from '../../../src/domain/words/words.ts'
import { mountDisplayed } from '../mountDisplayed.ts'

enableAutoUnmount(afterEach)

const dictionary = await loadDictionary('full')
const pronunciations = await loadPronunciations()
const sheetOf = (
  text: string,
  side: 'zh' | 'en',
  props: object = {},
  display: Parameters<typeof mountDisplayed>[2] = {},
) =>
  mountDisplayed(
    WordSheet,
    {
      info: lookUpWord(text, 0, side, dictionary, pronunciations),
      side,
      counterpart: null,
      answer: 'an answer',
      translation: '',
      status: 'new',
      ...props,
    },
    display,
  )

describe('the popup of a Chinese word', () => {
  it('shows reading, level, frequency, the counterpart here, the glosses, and offers to learn it', async () => {
    const sheet = await sheetOf('停火', 'zh', { counterpart: 'ceasefire' })
    expect(sheet.get('[data-testid=word-pinyin]').text()).toBe('tínghuǒ')
    expect(sheet.get('[data-testid=frequency]').text()).toBe('less common')
    expect(sheet.get('mark').text()).toBe('ceasefire')
    expect(sheet.get('[data-testid=senses]').text()).toContain('ceasefire')
    await sheet.get('form').trigger('submit')
    expect(sheet.emitted('learn')).toEqual([['']])
  })

  it('goes where an entry only leads', async () => {
    const sheet = await sheetOf('咬定牙关', 'zh')
    expect(sheet.get('[data-testid=senses]').text()).toMatch(/咬紧牙关/)
    expect(sheet.get('[data-testid=senses]').text()).not.toContain('variant of')
  })

  it('keeps readings back when the learner wants none', async () => {
    const sheet = await sheetOf('停火', 'zh', {}, { pinyin: 'off' })
    expect(sheet.find('[data-testid=word-pinyin]').exists()).toBe(false)
  })
})

describe('the popup of an English word', () => {
  it('shows lemma, form, the sound of both, and the Chinese headwords', async () => {
    const sheet = await sheetOf('ceasefires', 'en')
    expect(sheet.get('h2').text()).toBe('ceasefire')
    expect(sheet.get('[data-testid=word-ipa]').text()).toBe('/ˈsisˌfaɪɚ/')
    expect(sheet.get('[data-testid=word-form]').text()).toContain('/ˈsisˌfaɪɚz/')
    expect(sheet.get('[data-testid=senses]').text()).toContain('停火')
  })

  it('is for looking up only where the word cannot be learnt', async () => {
    const sheet = await sheetOf('ceasefires', 'en', { learnable: false })
    expect(sheet.find('[data-testid=learn-word]').exists()).toBe(false)
  })
})

describe('a word that neither article nor dictionary explains', () => {
  it('is learnt with what the learner says it means, the sentence’s translation at hand', async () => {
    const sheet = await sheetOf('rubio', 'en', { answer: '', translation: '卢比奥走了。' })
    expect(sheet.get('#own-answer-help').text()).toContain('卢比奥走了。')
    const field = sheet.get<HTMLInputElement>('input')
    expect(field.element.required).toBe(true)
    expect(field.attributes('lang')).toBe('zh-Hans')
    await field.setValue('卢比奥')
    await sheet.get('form').trigger('submit')
    expect(sheet.emitted('learn')).toEqual([['卢比奥']])
  })

  it('asks nothing where an answer is known', async () => {
    expect((await sheetOf('truce', 'en')).find('input').exists()).toBe(false)
  })
})
