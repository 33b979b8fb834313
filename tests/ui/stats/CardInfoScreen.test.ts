import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it } from 'vitest'
import { openStorage } from '../../../src/storage/database.ts'
import { appendEntries, readLog } from '../../../src/storage/reviewLog.ts'
import CardInfoScreen from '../../../src/ui/stats/CardInfoScreen.vue'
import { seedDisk } from '../../bench/seed.ts'
import { mountScreen, until } from '../mountScreen.ts'

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

/** A reading card with five answers that was suspended after them; its answers, oldest first. */
async function kept() {
  const disk = await openStorage()
  await seedDisk(disk, { articles: 1, reviews: 2_000, newCards: 0 })
  const answers = (await readLog(disk)).filter((entry) => entry.type === 'answer')
  const card = answers.find(({ card: id }) => id.includes('.read.'))!.card
  await appendEntries(disk, [{ type: 'suspend', card }])
  await disk.close()
  return { card, answers: answers.filter((one) => one.card === card) }
}
async function opened(id: string, language: 'en' | 'zh' = 'en') {
  const screen = await mountScreen(CardInfoScreen, { id }, language)
  await until(() => screen.find('[data-testid=due]').exists())
  return screen
}

describe('card information', () => {
  it('shows the note, how the card stands, and all that happened to it', async () => {
    const { card, answers } = await kept()
    const screen = await opened(card)
    expect(screen.get('.headword').attributes('lang')).toBe('zh-Hans')
    expect(screen.get('.headword').text()).not.toBe('')
    expect(screen.get('[data-testid=phase]').text()).toBe('Suspended')
    expect(screen.get('[data-testid=reps]').text()).toBe('5')
    expect(screen.get('[data-testid=recall]').text()).toMatch(/^\d+%$/)
    expect(screen.get('[data-testid=stability]').text()).toMatch(/ d$/)

    const rows = screen
      .findAll('table')
      .at(-1)!
      .findAll('tbody tr')
      .map((row) => row.findAll('th, td').map((cell) => cell.text()))
    const words = { again: 'Again', hard: 'Hard', good: 'Good', easy: 'Easy' }
    const pressed = answers.map(({ rating }) => words[rating]).toReversed()
    expect(rows.map((row) => row[1])).toEqual(['Suspended', ...pressed])
    // The first answer had no expectation.
    expect(rows.at(-1)![4]).toBe('–')
    expect(rows.slice(1, -1).every((row) => /^\d+%$/.test(row[4]!))).toBe(true)
  })

  it('draws the forgetting curve with its table', async () => {
    const { card } = await kept()
    const screen = await opened(card)
    const figure = screen.get('figure')
    expect(figure.get('canvas').attributes('aria-label')).toBe('How the memory fades')
    expect(figure.findAll('tbody tr').length).toBeGreaterThan(20)
    expect(figure.get('tbody tr').text()).toContain('100%')
  })

  it('knows a card that was never asked, and one whose note is gone', async () => {
    await kept()
    const screen = await opened('nobody.read.zh-en', 'zh')
    expect(screen.text()).toContain('这张卡片的词句已不在这里。')
    expect(screen.text()).toContain('还没有考过。')
    expect(screen.find('figure').exists()).toBe(false)
  })

  it('tells the history of a card of a kind that only a newer version knows', async () => {
    const { answers } = await kept()
    const [note = ''] = answers[0]!.card.split('.')
    const card = `${note}.sing.zh-en`
    const disk = await openStorage()
    const [entry] = await appendEntries(disk, [{ ...answers[0]!, card, previous: null }])
    await appendEntries(disk, [{ type: 'void', entry: entry!.id }])
    await appendEntries(disk, [{ ...answers[0]!, card, rating: 'easy', previous: null }])
    await disk.close()
    const screen = await opened(card)
    expect(screen.get('.headword').text()).not.toBe('')
    expect(screen.get('[data-testid=reps]').text()).toBe('1')
    expect(screen.text()).toContain('Easy')
    expect(screen.text()).not.toMatch(/NaN|Infinity|undefined/)
  })
})
