import { RouterLinkStub } from '@vue/test-utils'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { nextTick, reactive } from 'vue'
import { loadLearnersEnglish } from '../../../src/cli/build/compileLearnersEnglish.ts'
import { loadPronunciations } from '../../../src/cli/build/compilePronunciations.ts'
import { loadDictionary } from '../../../src/cli/dictionary.ts'
import type { OwnSentence, Standing, Tapped } from '../../../src/stores/tappedWord.ts'
import WordSheet from '../../../src/ui/words/WordSheet.vue'
import { englishGuide } from '../../../src/domain/words/explainEnglish.ts'
import { meantHere } from '../../../src/domain/words/sensesHere.ts'
import { lookUpWord } from '../../../src/domain/words/words.ts'
import { mountDisplayed } from '../mountDisplayed.ts'

afterEach(() => document.body.replaceChildren())

/** A phone, unless a test says otherwise. */
const screenWide = (width: number) =>
  vi.stubGlobal('matchMedia', () => Object.assign(new EventTarget(), { matches: width >= 1000 }))
beforeEach(() => {
  screenWide(390)
})

const dictionary = await loadDictionary('full')
const pronunciations = await loadPronunciations()
const guide = englishGuide(await loadLearnersEnglish(), 'american')

function tapped(text: string, side: 'zh' | 'en', part: Partial<Tapped> = {}): Tapped {
  const info = lookUpWord(text, 0, side, dictionary, { pronunciations })
  if (info === null) throw new Error(`no word in ${text}`)
  return {
    info,
    side,
    key: info.headword,
    text,
    bead: 0,
    range: info.range,
    learnable: true,
    counterpart: null,
    answer: 'an answer',
    translation: '',
    isName: false,
    cutting: null,
    ...part,
  }
}
const NEW: Standing = { known: 'new', backIn: null }
const sheetOf = (
  text: string,
  side: 'zh' | 'en',
  part: Partial<Tapped> = {},
  props: object = {},
  display: Parameters<typeof mountDisplayed>[2] = {},
) => mountDisplayed(WordSheet, { word: tapped(text, side, part), standing: NEW, ...props }, display)
const sentence = (bead: number, zh: string, en: string): OwnSentence => ({
  article: 'A',
  title: { zh: '会谈', en: 'Talks' },
  bead,
  texts: { zh, en },
  lit: { zh: [{ start: 0, end: 2 }], en: [{ start: 0, end: 5 }] },
})

describe('the sheet of a Chinese word', () => {
  it('shows reading, level, frequency, the counterpart here, the glosses, and offers to learn it', async () => {
    const sheet = await sheetOf('停火', 'zh', { counterpart: 'ceasefire' })
    expect(sheet.get('[data-testid=word-pinyin]').text()).toBe('tínghuǒ')
    expect(sheet.get('[data-testid=frequency]').text()).toBe('uncommon')
    expect(sheet.get('mark').text()).toBe('ceasefire')
    expect(sheet.get('[data-testid=senses]').text()).toContain('ceasefire')
    await sheet.get('[data-testid=learn-word]').trigger('click')
    expect(sheet.emitted('learn')).toEqual([['']])
  })

  it('goes where an entry only leads', async () => {
    const sheet = await sheetOf('咬定牙关', 'zh')
    expect(sheet.get('[data-testid=senses]').text()).toMatch(/咬紧牙关/)
    expect(sheet.get('[data-testid=senses]').text()).not.toContain('variant of')
  })

  it('keeps readings back when the learner wants none', async () => {
    const sheet = await sheetOf('停火', 'zh', {}, {}, { pinyin: 'off' })
    expect(sheet.find('[data-testid=word-pinyin]').exists()).toBe(false)
  })

  it('says how the word stands, and keeps the places of what cannot be done any more', async () => {
    const learning: Standing = { known: 'learning', backIn: 3 * 86_400 }
    const sheet = await sheetOf('停火', 'zh', {}, { standing: learning })
    expect(sheet.get('[data-testid=word-state]').text()).toBe('Learning · back in 3 d')
    expect(sheet.get('[data-testid=learn-word]').attributes('disabled')).toBeDefined()
    const known = await sheetOf('停火', 'zh', {}, { standing: { known: 'known', backIn: null } })
    expect(known.get('[data-testid=word-state]').text()).toBe('Known')
    expect(known.findAll('.acts button')).toHaveLength(sheet.findAll('.acts button').length)
  })

  it('shows three own sentences, lit on both sides, and the way to all of them', async () => {
    const sentences = [1, 2, 3, 4, 5].map((at) => sentence(at, `停火 ${at}`, `Truce ${at}`))
    const sheet = await sheetOf('停火', 'zh', {}, { sentences })
    const own = () => sheet.findAll('[data-testid=own-sentences] li')
    expect(own()).toHaveLength(3)
    expect(
      own()[0]
        ?.findAll('mark')
        .map((mark) => mark.text()),
    ).toEqual(['停火', 'Truce'])
    const links = sheet.findAllComponents(RouterLinkStub).map((link) => link.props('to'))
    expect(links[1]).toMatchObject({ name: 'article', query: { pair: 3 } })
    expect(links.at(-1)).toEqual({ name: 'concordance', query: { q: '停火' } })
  })

  it('offers no search that would find nothing', async () => {
    const sheet = await sheetOf('停火', 'zh')
    expect(sheet.find('[data-testid=find-all]').exists()).toBe(false)
  })

  it('stands beside the text on a wide screen: no dialog, but a region of its name', async () => {
    screenWide(1280)
    const sheet = await sheetOf('停火', 'zh')
    expect(sheet.find('dialog').exists()).toBe(false)
    expect(sheet.get('section.word-sheet').attributes('aria-labelledby')).toBe('word-title')
  })
})

describe('the sheet of an English word', () => {
  it('shows lemma, form, the sound of both, and the Chinese headwords', async () => {
    const sheet = await sheetOf('ceasefires', 'en')
    expect(sheet.get('h2').text()).toBe('ceasefire')
    expect(sheet.get('[data-testid=word-ipa]').text()).toBe('/ˈsiːsˌfaɪɚ/')
    expect(sheet.get('[data-testid=word-form]').text()).toContain('/ˈsiːsˌfaɪɚz/')
    expect(sheet.get('[data-testid=senses]').text()).toContain('停火')
  })

  it('is for looking up only where the word cannot be learnt', async () => {
    const sheet = await sheetOf('ceasefires', 'en', { learnable: false })
    expect(sheet.find('[data-testid=learn-word]').exists()).toBe(false)
  })
})

describe('the sheet of an English word for who learns English', () => {
  function explained(text: string, word: string, part: Partial<Tapped> = {}, alone = false) {
    const at = text.indexOf(word)
    const found = lookUpWord(text, at, 'en', dictionary, { pronunciations, guide, alone })
    if (found === null) throw new Error(`no ${word} in ${text}`)
    const counterpart = part.counterpart ?? null
    const here = {
      side: 'en',
      reading: '',
      counterpart,
      translation: part.translation ?? '',
    } as const
    const info = meantHere(found, here, dictionary)
    return sheetOf('停火', 'zh', { ...part, info, side: 'en', key: info.headword })
  }

  it('explains in Chinese, in its part of speech first, without pinyin or English glosses', async () => {
    const sheet = await explained('They use it for no use.', 'use')
    const senses = sheet.get('[data-testid=senses]').text()
    expect(senses).toMatch(/^动词|^verb/)
    expect(senses).toContain('使用')
    expect(senses).not.toMatch(/to use|yòng/)
    expect(sheet.get('[data-testid=word-ipa]').text()).toBe('/juːz/')
    const noun = await explained('They see no use.', 'use')
    expect(noun.get('[data-testid=word-ipa]').text()).toBe('/juːs/')
  })

  it('puts the equivalent of this translation in front', async () => {
    const sheet = await explained('a new record', 'record', { counterpart: '唱片' })
    expect(sheet.get('[data-testid=senses] li').text()).toContain('唱片；记录')
    expect(sheet.get('mark').text()).toBe('唱片')
  })

  it('offers the phrase first, and the word alone', async () => {
    const sheet = await explained('Nothing is set in stone.', 'set')
    expect(sheet.get('h2').text()).toBe('set in stone')
    expect(sheet.get('[data-testid=senses]').text()).toContain('定死')
    const [phrase, word] = sheet.findAll('[data-testid=phrase-choice] button')
    expect([phrase?.text(), word?.text()]).toEqual(['set in stone', 'set'])
    await word?.trigger('click')
    expect(sheet.emitted('choose')).toEqual([['word']])
    const alone = await explained('Nothing is set in stone.', 'set', {}, true)
    expect(alone.get('h2').text()).toBe('set')
  })

  it('tells how a word of grammar is used', async () => {
    const sheet = await explained('the end of it', 'of')
    expect(sheet.get('[data-testid=senses] .use').text()).not.toBe('')
  })

  it('shows the counterpart of what the dictionary lacks, and says so; names keep their capital', async () => {
    const sheet = await explained('Then Zelensky came.', 'Zelensky', { counterpart: '泽连斯基' })
    expect(sheet.get('h2').text()).toBe('Zelensky')
    expect(sheet.get('mark').text()).toBe('泽连斯基')
    expect(sheet.text()).toContain('The dictionary does not have this word.')
  })
})

describe('a word that neither article nor dictionary explains', () => {
  it('is learnt with what the learner says it means, the sentence’s translation at hand', async () => {
    const sheet = await sheetOf('rubio', 'en', { answer: '', translation: '卢比奥走了。' })
    expect(sheet.get('#own-answer-help').text()).toContain('卢比奥走了。')
    expect(sheet.get('[data-testid=learn-word]').attributes('form')).toBe('own-answer')
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

describe('the sheet in the page', () => {
  const press = (key: string, at: Element = document.body) => {
    const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true })
    at.dispatchEvent(event)
    return event
  }
  async function settled() {
    await nextTick()
    await nextTick()
  }
  function button(name: string): HTMLButtonElement {
    const made = document.createElement('button')
    made.textContent = name
    document.body.append(made)
    return made
  }

  it('is no modal dialog, and begins at its headword', async () => {
    const sheet = await sheetOf('停火', 'zh')
    await settled()
    const dialog = sheet.get('dialog').element
    expect([dialog.open, dialog.getAttribute('aria-labelledby')]).toEqual([true, 'word-title'])
    expect(document.activeElement?.textContent).toBe('停火')
  })

  it('closes on Escape before anybody else hears of it', async () => {
    const sheet = await sheetOf('停火', 'zh')
    let heard = 0
    const listen = () => (heard += 1)
    window.addEventListener('keydown', listen)
    expect(press('Escape').defaultPrevented).toBe(true)
    window.removeEventListener('keydown', listen)
    expect([sheet.emitted('close'), heard]).toEqual([[[]], 0])
  })

  it('stays for another word, and gives the focus back to the last one tapped', async () => {
    const [one, two] = [button('one'), button('two')]
    one.focus()
    const props = reactive({ word: tapped('停火', 'zh'), standing: NEW })
    const sheet = await mountDisplayed(WordSheet, props, {})
    await settled()
    const frame = sheet.get('dialog').element
    two.focus()
    props.word = tapped('会谈', 'zh')
    await settled()
    expect(sheet.get('dialog').element).toBe(frame)
    expect([sheet.get('h2').text(), document.activeElement?.textContent]).toEqual(['会谈', '会谈'])
    sheet.vm.$parent?.$.appContext.app.unmount()
    expect(document.activeElement).toBe(two)
  })
})
