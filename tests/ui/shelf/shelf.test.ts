import { readFileSync } from 'node:fs'
import { beforeEach, describe, expect, it } from 'vitest'
import type { ShelfText } from '../../../src/domain/learner/shelf.ts'
import { drawingOf } from '../../../src/ui/shelf/drawings.ts'
import LevelHead from '../../../src/ui/shelf/LevelHead.vue'
import NextText from '../../../src/ui/shelf/NextText.vue'
import TasteSheet from '../../../src/ui/shelf/TasteSheet.vue'
import TextCard from '../../../src/ui/shelf/TextCard.vue'
import { mountWith } from '../mountWith.ts'

const catalogue: readonly ShelfText[] = JSON.parse(readFileSync('decks/index.json', 'utf8'))
const textNamed = (name: string) => catalogue.find(({ id }) => id === `starter-${name}`)!
const parrot = textNamed('the-manager-too-expensive')

beforeEach(() => document.body.replaceChildren())

describe('the covers', () => {
  it('are drawn for every text, the parts of a series alike', () => {
    const paths = new Map(catalogue.map((text) => [text.series ?? text.id, drawingOf(text).path]))
    expect(new Set(paths.values()).size).toBe(paths.size)
    expect(drawingOf({ id: 'starter-nobody-drew-me' }).path).not.toBe('')
  })
})

const card = { text: parrot, learning: 'zh', covered: 0.884, added: false, kept: false }

describe('a text on the shelf', () => {
  it('has its title in both languages, its level, its kind and what can be read of it', async () => {
    const wrapper = await mountWith(TextCard, card)
    const button = wrapper.get('button')
    expect(button.text()).toContain('经理（二）')
    expect(button.text()).toContain('The Manager 2: Too Expensive')
    expect(button.text()).toContain('HSK 2 · story · you can read 88%')
    expect(button.get('[lang="en"]').text()).toBe(parrot.title.en)
    await button.trigger('click')
    expect(wrapper.emitted('taste')).toHaveLength(1)
  })

  it('says nothing of what can be read while nobody has said what is known', async () => {
    const wrapper = await mountWith(TextCard, { ...card, covered: 0 })
    expect(wrapper.text()).not.toContain('read')
  })

  it('says that it is here, and that it fits', async () => {
    const kept = await mountWith(TextCard, { ...card, kept: true })
    expect(kept.text()).toContain('on this device')
    const added = await mountWith(TextCard, { ...card, kept: true, added: true })
    expect(added.text()).toContain('in your library')
    const fits = await mountWith(TextCard, { ...card, fits: true, kept: true })
    expect(fits.text()).toContain('a good next read')
  })

  it('speaks Chinese of English levels to who learns English', async () => {
    const props = { ...card, learning: 'en' }
    const wrapper = await mountWith(TextCard, props, 'zh')
    expect(wrapper.text()).toContain('A2 · 故事 · 你能读懂 88%')
  })
})

const taste = {
  ...card,
  busy: false,
  earlier: textNamed('the-manager-moves-in'),
  later: textNamed('the-manager-no-problem'),
  of: 6,
}

describe('a taste', () => {
  it('is the first sentences, the language learnt above the other', async () => {
    const wrapper = await mountWith(TasteSheet, taste)
    const pairs = wrapper.findAll('[data-testid=taste] li')
    expect(pairs).toHaveLength(3)
    expect(pairs[0]!.text()).toMatch(/^我们家的鹦鹉叫“经理”。.*We have a parrot/)
    expect(wrapper.get('h2').attributes('lang')).toBe('zh-Hans')
    expect(wrapper.text()).toContain('HSK 2 · story · 7 min')
  })

  it('shows its place in the series and turns to its neighbours', async () => {
    const wrapper = await mountWith(TasteSheet, taste)
    expect(wrapper.text()).toContain('part 2 of 6')
    const [earlier, later] = wrapper.findAll('.series button')
    await later!.trigger('click')
    await earlier!.trigger('click')
    expect(wrapper.emitted('turn')).toEqual([[taste.later], [taste.earlier]])
  })

  it('is taken with one button, which waits while it is fetched, or opened when it is here', async () => {
    const wrapper = await mountWith(TasteSheet, taste)
    await wrapper.get('[data-testid=learn]').trigger('click')
    expect(wrapper.emitted('learn')).toHaveLength(1)
    const busy = await mountWith(TasteSheet, { ...taste, busy: true })
    expect(busy.get('[data-testid=learn]').attributes('disabled')).toBeDefined()
    const here = await mountWith(TasteSheet, { ...taste, added: true })
    expect(here.find('[data-testid=learn]').exists()).toBe(false)
    await here.get('.primary').trigger('click')
    expect(here.emitted('open')).toHaveLength(1)
  })
})

const head = { id: 'level', name: 'HSK 2', texts: 9, bytes: 98_400, taking: null }

describe('the head of a level', () => {
  it('offers to take it along and says what that costs', async () => {
    const wrapper = await mountWith(LevelHead, head)
    expect(wrapper.get('h2').text()).toBe('HSK 2 9 texts')
    const button = wrapper.get('button')
    expect(button.text()).toMatch(/^Download this level · 99 kB\s*\(HSK 2\)$/)
    await button.trigger('click')
    expect(wrapper.emitted('take')).toHaveLength(1)
  })

  it('tells how far it is, and can be cancelled', async () => {
    const wrapper = await mountWith(LevelHead, { ...head, taking: { done: 3, of: 9 } })
    expect(wrapper.get('[role=status]').text()).toBe('Downloading 3 of 9…')
    expect(wrapper.get('progress').attributes('value')).toBe(String(3 / 9))
    await wrapper.get('button').trigger('click')
    expect(wrapper.emitted('cancel')).toHaveLength(1)
  })

  it('says when all of it is here', async () => {
    const wrapper = await mountWith(LevelHead, { ...head, bytes: 0 })
    expect(wrapper.get('[role=status]').text()).toBe('All on this device')
    expect(wrapper.find('button').exists()).toBe(false)
  })
})

describe('the line about what to read next', () => {
  it('leads to the taste of the text', async () => {
    const wrapper = await mountWith(NextText, { text: parrot, learning: 'zh', covered: 0.88 })
    expect(wrapper.text()).toMatch(/Read next.*经理（二）：太贵了.*HSK 2 · you can read 88%/)
  })
})
