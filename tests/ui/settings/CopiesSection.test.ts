// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import CopiesSection from '../../../src/ui/settings/CopiesSection.vue'
import { mountWith } from '../mountWith.ts'

const copy = {
  ...{ name: 'a', day: 20_786, at: Date.UTC(2026, 10, 29, 12), device: 'A' },
  ...{ articles: 1, notes: 120, reviews: 4_500, bytes: 1_240_000 },
}
const open = (props: object, language: 'en' | 'zh' = 'en') =>
  mountWith(
    CopiesSection,
    {
      ...{ copies: [], kept: true, full: false, folder: null, canPick: false, busy: false },
      ...props,
    },
    language,
  )

describe('safety copies in the settings', () => {
  it('say when they were made and what they hold', async () => {
    const section = await open({ copies: [copy] })
    const item = section.get('[data-testid=copies] li').text()
    expect(item).toContain('November 29, 2026')
    expect(item).toContain('1 text · 120 words and sentences · 4500 reviews · 1.2 MB')
    await section.get('button').trigger('click')
    expect(section.emitted('restore')).toEqual([[copy]])
  })

  it('say so in Chinese as well', async () => {
    const item = (await open({ copies: [copy] }, 'zh')).get('[data-testid=copies] li').text()
    expect(item).toContain('2026年11月29日')
    expect(item).toContain('1 篇文章 · 120 个词句 · 4500 次复习')
  })

  it('say where a browser keeps none', async () => {
    const section = await open({ kept: false })
    expect(section.text()).toContain('This browser keeps no safety copies.')
    expect(section.findAll('button')).toHaveLength(0)
  })

  it('say that a folder has to be allowed again, and ask for it', async () => {
    const folder = { name: 'Backups', state: 'lapsed' }
    const section = await open({ folder, canPick: true })
    expect(section.get('[data-testid=copy-folder]').text()).toContain('no longer lets Duizhao')
    await section.get('button.primary').trigger('click')
    expect(section.emitted('allow')).toHaveLength(1)
  })
})
