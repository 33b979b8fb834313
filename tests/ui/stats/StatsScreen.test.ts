import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openStorage } from '../../../src/storage/database.ts'
import StatsScreen from '../../../src/ui/stats/StatsScreen.vue'
import { seedDisk } from '../../bench/seed.ts'
import { mountScreen, until } from '../mountScreen.ts'
import { unfold } from '../unfold.ts'

vi.mock('../../../src/worker/memory/client.ts', () => import('../memoryHere.ts'))
vi.mock('../../../src/worker/language/client.ts', () => import('../languageHere.ts'))
vi.mock('../../../src/storage/dictionaryFiles.ts', () => import('../languageHere.ts'))

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

async function opened(reviews: number, language: 'en' | 'zh' = 'en') {
  const disk = await openStorage()
  if (reviews > 0) await seedDisk(disk, { articles: 1, reviews, newCards: 20 })
  await disk.close()
  const screen = await mountScreen(StatsScreen, {}, language)
  await until(() => screen.find('[data-testid=sum], [data-testid=empty]').exists())
  return screen
}

/** Rows of the table with this caption. */
function table(screen: Awaited<ReturnType<typeof opened>>, caption: RegExp) {
  const found = screen.findAll('table').find((one) => {
    const heading = one.find('caption')
    return heading.exists() && caption.test(heading.text())
  })
  return found?.findAll('tbody tr').map((row) => row.findAll('th, td').map((cell) => cell.text()))
}

describe('the statistics screen', () => {
  it('says that there is nothing yet, and the way on', async () => {
    const screen = await opened(0)
    const empty = screen.get('[data-testid=empty]')
    expect(empty.text()).toContain('After your first session this page fills.')
    expect(empty.get('.tiles').attributes('aria-hidden')).toBe('true')
    expect(empty.get('a').text()).toBe('To your first words')
  })

  it('begins with three figures, what can be read, and the week', async () => {
    const screen = await opened(1_900)
    const titles = screen.findAll('h2').map((heading) => heading.text())
    expect(titles.slice(0, 3)).toEqual([
      'Words by heart',
      'Minutes a day, this week',
      expect.stringMatching(/-day streak$|twelve weeks$/),
    ])
    expect(titles).toContain('Next seven days')
    await until(() => screen.text().includes('What you can read'))
    expect(Number(screen.get('[data-testid=words-known]').text())).toBeGreaterThan(0)
    expect(table(screen, /^Next seven days/)).toHaveLength(7)
    expect(screen.findAll('details.fold[open]')).toHaveLength(0)
  })

  it('has a table behind every picture', async () => {
    const screen = await opened(1_900)
    await until(() => /times the reviews/.test(screen.text()))
    await unfold(screen)
    const figures = screen.findAll('figure')
    expect(figures.length).toBeGreaterThanOrEqual(9)
    for (const figure of figures) {
      expect(figure.get('canvas').attributes('aria-label')).not.toBe('')
      expect(figure.findAll('tbody tr').length).toBeGreaterThan(0)
    }
  })

  it('answers in plain words, with numbers that agree with the log', async () => {
    const screen = await opened(1_900)
    await screen.get('input[value=all]').trigger('change')
    expect(screen.get('[data-testid=sum]').text()).toMatch(
      /^1,900 answers in \d+ min, 380 of them to new cards\.$/,
    )
    await unfold(screen)
    const headings = screen.findAll('h3').map((heading) => heading.text())
    expect(headings[0]).toMatch(/^You remembered 9\d% \(goal 90%\)$/)
    const remembered = table(screen, /^You remembered/)!
    // Five answers a card, four of them after a day or more.
    expect(remembered.find(([name]) => name === 'All')?.[3]).toBe('1,520')
    const pressed = table(screen, /of your answers were “forgot”/)!
    const sum = pressed
      .flatMap((row) => row.slice(1))
      .reduce((a, b) => a + Number(b.replace(',', '')), 0)
    expect(sum).toBe(1_900)
    expect(table(screen, /^Text by text/)).toEqual([
      ['第1篇', '400', '380', expect.any(String), expect.stringMatching(/%$/)],
    ])
  })

  it('looks as far ahead as it is asked to', async () => {
    const screen = await opened(1_900)
    await unfold(screen)
    expect(table(screen, /^Tomorrow/)).toHaveLength(30)
    await screen.get('input[value="90"]').trigger('change')
    expect(table(screen, /^Tomorrow/)).toHaveLength(90)
  })

  it('speaks Chinese', async () => {
    const screen = await opened(800, 'zh')
    await screen.get('input[value=all]').trigger('change')
    expect(screen.findAll('h3')[0]!.text()).toMatch(/^记住率 9\d%（目标 90%）$/)
  })
})
