import { describe, expect, it } from 'vitest'
import TodayText from '../../../src/ui/today/TodayText.vue'
import UnfinishedLine from '../../../src/ui/today/UnfinishedLine.vue'
import { mountWith } from '../mountWith.ts'

const text = {
  article: 'a1',
  title: { zh: '渡口', en: 'The Ferry' },
  passage: {
    side: 'zh',
    text: '渡船来了。',
    lit: [
      { start: 0, end: 2, isNew: true },
      { start: 2, end: 3, isNew: false },
    ],
  },
  readable: { known: 0.69, learning: 0.1 },
  gained: 0,
} as const

describe('the picture of what today’s cards come from', () => {
  it('has both titles, and the words asked today lit, new ones apart', async () => {
    const card = await mountWith(TodayText, { text, faded: 0, sentences: 30 })
    expect(card.get('h2').text()).toBe('渡口')
    expect(card.text()).toContain('The Ferry')
    expect(card.findAll('mark').map((mark) => [mark.text(), mark.classes()])).toEqual([
      ['渡船', ['new']],
      ['来', ['due']],
    ])
    expect(card.get('.passage').text()).toBe('渡船来了。')
  })

  it('says what can be read once it is known, and nothing of a first day', async () => {
    const said = async (readable: typeof text.readable | { known: 0; learning: 0 } | null) =>
      (await mountWith(TodayText, { text: { ...text, readable }, faded: 0, sentences: 30 })).text()
    expect(await said(text.readable)).toContain('You can read 69% of this text.')
    expect(await said({ known: 0, learning: 0 })).not.toContain('can read')
    expect(await said(null)).not.toContain('can read')
  })

  it('says what was gained this week, and nothing of what was lost', async () => {
    const said = async (gained: number) =>
      (await mountWith(TodayText, { text: { ...text, gained }, faded: 0, sentences: 30 })).text()
    expect(await said(0.04)).toContain('You can read 69% of this text, 4% more this week.')
    expect(await said(0.004)).toContain('You can read 69% of this text.')
    expect(await said(-0.1)).toContain('You can read 69% of this text.')
  })

  it('says how many sentences need no English any more', async () => {
    const card = await mountWith(TodayText, { text, faded: 14, sentences: 32 })
    expect(card.text()).toContain('14 of 32 sentences without English')
  })
})

describe('a text that was being added', () => {
  const left = { title: { zh: '', en: 'The Ferry' }, pairs: 31 }

  it('is named, and can be gone on with or given up', async () => {
    const line = await mountWith(UnfinishedLine, { left, learning: 'zh' })
    expect(line.get('.title').text()).toBe('The Ferry')
    expect(line.text()).toContain('31 pairs of sentences')
    expect(line.get('a').text()).toBe('Continue')
    await line.get('button').trigger('click')
    expect(line.emitted('drop')).toHaveLength(1)
  })
})
