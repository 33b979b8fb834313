// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest'
import BackupSection from '../../../src/ui/settings/BackupSection.vue'
import { mountWith } from '../mountWith.ts'

const article = { kind: 'article', id: 'a1', title: { zh: '早市', en: 'The market' } } as const
const note = { kind: 'note', id: 't1', text: '停火' } as const

const open = (gone: readonly object[], language: 'en' | 'zh' = 'en') =>
  mountWith(
    BackupSection,
    {
      ...{ unsaved: 0, busy: false, issues: [], persisted: null },
      restored: { articles: 1, notes: 0, entries: 0, gone },
    },
    language,
  )

describe('what was deleted since a backup', () => {
  it('is listed by name and kind, each with its button', async () => {
    const section = await open([article, note])
    const items = section.findAll('[data-testid=gone] li').map((item) => item.text())
    expect(items.map((text) => text.replace(/\s+/g, ''))).toEqual([
      'Text早市·ThemarketBringback',
      'Wordorsentence停火Bringback',
    ])
    await section.get('[aria-label="Bring back “停火”"]').trigger('click')
    expect(section.emitted('bringBack')).toEqual([[note, '停火']])
  })

  it('is named in Chinese as well', async () => {
    const section = await open([article], 'zh')
    expect(section.get('[data-testid=gone]').text()).toContain('找回')
    expect(section.find('[aria-label="找回“早市 · The market”"]').exists()).toBe(true)
  })

  it('is not spoken of where there is nothing', async () => {
    expect((await open([])).find('[data-testid=gone]').exists()).toBe(false)
  })
})

describe('a backup that is being read', () => {
  const reading = (progress: number | null) =>
    mountWith(BackupSection, {
      ...{ unsaved: 0, busy: true, issues: [], persisted: null, restored: null, progress },
    })

  it('shows how far it is, and can be cancelled', async () => {
    const section = await reading(0.4)
    expect(section.get('progress').attributes('value')).toBe('0.4')
    await section.get('progress + button').trigger('click')
    expect(section.emitted('cancel')).toHaveLength(1)
    expect((await reading(null)).find('progress').exists()).toBe(false)
  })
})

describe('room that is low', () => {
  it('is said before somebody needs it', async () => {
    const props = { unsaved: 0, busy: false, issues: [], persisted: null, restored: null }
    const section = await mountWith(BackupSection, { ...props, roomLow: true })
    expect(section.get('.notice').text()).toContain('little room left')
  })
})
