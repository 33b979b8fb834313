import { describe, expect, it, vi } from 'vitest'
import ConcordanceScreen from '../../../src/ui/concordance/ConcordanceScreen.vue'
import { demand, talks } from '../../storage/talks.ts'
import { freshDatabases } from '../../storage/testDisk.ts'
import { keepArticle, mountScreen, until } from '../mountScreen.ts'

vi.mock('../../../src/worker/language/client.ts', () => import('../languageHere.ts'))
vi.mock('../../../src/storage/dictionaryFiles.ts', () => import('../languageHere.ts'))

freshDatabases()

async function found(q: string, language: 'en' | 'zh' = 'en') {
  await keepArticle(talks)
  await keepArticle(demand)
  const screen = await mountScreen(ConcordanceScreen, { q, as: '' }, language)
  await until(() => screen.findAll('a.hit').length > 0)
  return screen
}

describe('the concordance on screen', () => {
  it('shows each place on both sides, lit, in its language, and leads to the sentence', async () => {
    const screen = await found('停火')
    const [first, second] = screen.findAll('a.hit')
    expect(first?.findAll('mark').map((mark) => mark.text())).toEqual(['停火', 'ceasefire'])
    expect(first?.findAll('[lang]').map((side) => side.attributes('lang'))).toEqual([
      'zh-Hans',
      'en',
    ])
    expect(first?.attributes('href')).toBe('/article/B?pair=1')
    expect(second?.attributes('href')).toBe('/article/A?pair=1')
    expect(screen.get('[data-testid=sum]').text()).toBe('2 times in 2 texts')
  })

  it('says in Chinese what was found, once', async () => {
    const screen = await found('ceasefire', 'zh')
    expect(screen.get('[data-testid=sum]').text()).toBe('1 篇文章，共 1 次')
    await until(() => screen.get('[role=status]').text() === '1 篇文章，共 1 次')
  })

  it('narrows to one counterpart, and back', async () => {
    const screen = await found('停火')
    const chips = screen.findAll('[data-testid=counterpart]')
    expect(chips.map((chip) => chip.text())).toEqual(['ceasefire 1', 'cease fire 1'])
    await chips[1]?.trigger('click')
    expect(screen.findAll('a.hit')).toHaveLength(1)
    await chips[1]?.trigger('click')
    expect(screen.findAll('a.hit')).toHaveLength(2)
  })

  it('goes from the field to the lines and back with the arrows', async () => {
    const screen = await found('停火')
    const focused = () => document.activeElement
    await screen.get('input').trigger('keydown', { key: 'ArrowDown' })
    expect(focused()).toBe(screen.findAll('a.hit')[0]?.element)
    await screen.findAll('a.hit')[0]?.trigger('keydown', { key: 'ArrowDown' })
    expect(focused()).toBe(screen.findAll('a.hit')[1]?.element)
    await screen.findAll('a.hit')[1]?.trigger('keydown', { key: 'ArrowUp' })
    await screen.findAll('a.hit')[0]?.trigger('keydown', { key: 'ArrowUp' })
    expect(focused()).toBe(screen.get('input').element)
    screen.findAll<HTMLElement>('a.hit')[0]?.element.focus()
    window.dispatchEvent(new KeyboardEvent('keydown', { key: '/' }))
    expect(focused()).toBe(screen.get('input').element)
  })

  it('says what to do where nothing is found, and where nothing is typed', async () => {
    await keepArticle(talks)
    const screen = await mountScreen(ConcordanceScreen, { q: '渡船', as: '' })
    await until(() => screen.text().includes('Not in your texts.'))
    const empty = await mountScreen(ConcordanceScreen, { q: '', as: '' })
    expect(empty.text()).toContain('停火, tinghuo or ceasefire')
  })
})
