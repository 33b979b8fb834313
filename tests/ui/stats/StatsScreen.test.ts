import 'fake-indexeddb/auto'
import { enableAutoUnmount } from '@vue/test-utils'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openStorage } from '../../../src/storage/database.ts'
import StatsScreen from '../../../src/ui/stats/StatsScreen.vue'
import { seedDisk } from '../../bench/seed.ts'
import { mountScreen, until } from '../mountScreen.ts'

vi.mock('../../../src/worker/memory/client.ts', () => import('../memoryHere.ts'))

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})
enableAutoUnmount(afterEach)

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
    expect(screen.get('[data-testid=empty]').text()).toContain('Nothing to count yet.')
    expect(screen.get('[data-testid=empty] a').text()).toBe('Today')
  })

  it('has a table behind every picture', async () => {
    const screen = await opened(1_900)
    await until(() => /times the reviews/.test(screen.text()))
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
    const headings = screen.findAll('h2').map((heading) => heading.text())
    expect(headings[0]).toMatch(/^Of what you should have remembered you remembered 9\d%$/)
    const remembered = table(screen, /^Of what you should/)!
    // Five answers a card, four of them after a day or more.
    expect(remembered.find(([name]) => name === 'All')?.[3]).toBe('1,520')
    const pressed = table(screen, /^You pressed Again/)!
    const sum = pressed
      .flatMap((row) => row.slice(1))
      .reduce((a, b) => a + Number(b.replace(',', '')), 0)
    expect(sum).toBe(1_900)
    expect(table(screen, /^Article by article/)).toEqual([
      ['第1篇', '400', '380', expect.any(String), expect.stringMatching(/%$/)],
    ])
  })

  it('looks as far ahead as it is asked to', async () => {
    const screen = await opened(1_900)
    expect(table(screen, /^Tomorrow/)).toHaveLength(30)
    await screen.get('input[value="90"]').trigger('change')
    expect(table(screen, /^Tomorrow/)).toHaveLength(90)
  })

  it('speaks Chinese', async () => {
    const screen = await opened(800, 'zh')
    await screen.get('input[value=all]').trigger('change')
    expect(screen.findAll('h2')[0]!.text()).toMatch(/^该记住的，你记住了 9\d%$/)
  })
})
