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

  it('shows markup as text', async () => {
    const text = '<img src=x onerror=alert(1)>船'
    const wrapper = await mountWith(LitText, { passage: passage({ text }) })
    expect(wrapper.find('img').exists()).toBe(false)
    expect(wrapper.text()).toBe(text)
  })
})
