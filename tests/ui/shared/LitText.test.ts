import { describe, expect, it } from 'vitest'
import type { Passage } from '../../../src/domain/cards/passages.ts'
import LitText from '../../../src/ui/shared/LitText.vue'
import { mountWith } from '../mountWith.ts'

const passage = (part: Partial<Passage>): Passage => ({
  side: 'zh',
  text: '雾散了，船靠岸了。',
  lit: [],
  focus: null,
  gap: null,
  ...part,
})

describe('LitText', () => {
  it('lights the term and says the language', async () => {
    const wrapper = await mountWith(LitText, { passage: passage({ lit: [{ start: 5, end: 7 }] }) })
    expect(wrapper.get('mark').text()).toBe('靠岸')
    expect(wrapper.get('p').attributes('lang')).toBe('zh-Hans')
    expect(wrapper.text()).toBe('雾散了，船靠岸了。')
  })

  it('dims what is outside of the focus', async () => {
    const wrapper = await mountWith(LitText, { passage: passage({ focus: { start: 4, end: 9 } }) })
    expect(wrapper.findAll('.dim').map((span) => span.text())).toEqual(['雾散了，'])
  })

  it('keeps what a cloze asks for out of the page', async () => {
    const wrapper = await mountWith(LitText, {
      passage: passage({ gap: { start: 5, end: 7 } }),
      blank: 'gap',
    })
    expect(wrapper.text()).not.toContain('靠岸')
    expect(wrapper.get('[role=img]').attributes('aria-label')).toBe('gap')
  })

  it('folds a long passage to its bright clause, and shows the rest when asked', async () => {
    const clauses = [
      '渡口的老人每天早上都要看一看水位，',
      '然后把木牌翻过来，',
      '告诉对岸的人今天开不开船。',
    ]
    const text = clauses.join('')
    const start = clauses[0]!.length
    const focus = { start, end: start + clauses[1]!.length }
    const lit = [{ start: start + 3, end: start + 5 }]
    const props = { passage: passage({ text, focus, lit }), unfold: 'all' }
    const wrapper = await mountWith(LitText, props)
    expect(wrapper.text().replaceAll(/\s/g, '')).toBe(`…${clauses[1]}…`)
    await wrapper.get('button[aria-label=all]').trigger('click')
    expect(wrapper.text()).toBe(text)
    expect(wrapper.find('button').exists()).toBe(false)
    expect(document.activeElement).toBe(wrapper.element)
  })

  it('folds nothing short, nothing without a clause, and nothing nobody can unfold', async () => {
    const long = '渡口的老人每天早上都要看一看水位，然后告诉对岸的人今天开不开船。'
    const focus = { start: 0, end: 5 }
    for (const props of [
      { passage: passage({ focus }), unfold: 'all' },
      { passage: passage({ text: long }), unfold: 'all' },
      { passage: passage({ text: long, focus }) },
    ]) {
      const wrapper = await mountWith(LitText, props)
      expect(wrapper.text()).toBe(props.passage.text)
    }
  })

  it('shows markup as text', async () => {
    const text = '<img src=x onerror=alert(1)>船'
    const wrapper = await mountWith(LitText, { passage: passage({ text }) })
    expect(wrapper.find('img').exists()).toBe(false)
    expect(wrapper.text()).toBe(text)
  })
})
