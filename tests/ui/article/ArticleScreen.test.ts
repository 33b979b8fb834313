import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openStorage } from '../../../src/storage/database.ts'
import { readDoubtCounts } from '../../../src/storage/derived/doubtCounts.ts'
import { useUndo } from '../../../src/stores/undo.ts'
import ArticleScreen from '../../../src/ui/article/ArticleScreen.vue'
import { bitext } from '../../make.ts'
import { keepArticle, mountScreen, until } from '../mountScreen.ts'

vi.mock('../../../src/worker/language/client.ts', () => import('../languageHere.ts'))
vi.mock('../../../src/storage/dictionaryFiles.ts', () => import('../languageHere.ts'))

const flawed = bitext(
  [
    ['渡轮停在码头上。', 'The ferry stayed at the pier.'],
    ['船上有373名乘客。', 'There were 337 passengers on board.'],
    ['渡轮要到周三才开。', 'The ferry will not leave until Tuesday.'],
  ],
  { id: 'A' },
)

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

async function openFlawed(language: 'en' | 'zh' = 'en') {
  await keepArticle(flawed)
  const screen = await mountScreen(ArticleScreen, { id: 'A' }, language)
  await until(() => screen.find('[data-testid=doubt-2]').exists())
  return screen
}
async function keptCounts() {
  const disk = await openStorage()
  const counts = await readDoubtCounts(disk)
  await disk.close()
  return counts
}
const sheet = () => document.querySelector('dialog')
const press = (name: string) =>
  [...document.querySelectorAll('button')].find((one) => one.textContent?.trim() === name)?.click()

describe('doubts on the article screen', () => {
  it('stand as a mark on the pair, with the reason in its sheet', async () => {
    const screen = await openFlawed()
    expect(screen.find('[data-testid=doubt-1]').exists()).toBe(false)
    await screen.get('[data-testid=doubt-2]').trigger('click')
    expect(sheet()?.textContent).toContain('337 on one side, 373 on the other.')
  })

  it('are not mentioned again once they are called fine, until that is taken back', async () => {
    const screen = await openFlawed()
    const stack = useUndo()
    await screen.get('[data-testid=doubt-3]').trigger('click')
    press('This is fine')
    await until(() => !screen.find('[data-testid=doubt-3]').exists())
    await until(() => stack.last?.what === 'doubts.settled')
    // A figure that differs is left; the shell asks this for its line of what wants care.
    expect(await keptCounts()).toEqual(new Map([['A', 1]]))
    await stack.undo()
    await until(() => screen.find('[data-testid=doubt-3]').exists())
  })

  it('stay settled when the article is opened again', async () => {
    const screen = await openFlawed()
    const stack = useUndo()
    await screen.get('[data-testid=doubt-3]').trigger('click')
    press('This is fine')
    await until(() => stack.last?.what === 'doubts.settled')
    screen.unmount()
    const again = await mountScreen(ArticleScreen, { id: 'A' })
    await until(() => again.find('[data-testid=doubt-2]').exists())
    expect(again.find('[data-testid=doubt-3]').exists()).toBe(false)
  })

  it('are told in Chinese', async () => {
    const screen = await openFlawed('zh')
    await screen.get('[data-testid=doubt-3]').trigger('click')
    expect(sheet()?.textContent).toContain('一边是 Tuesday，另一边是 周三。')
  })
})
