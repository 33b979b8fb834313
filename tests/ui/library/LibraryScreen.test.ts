import { describe, expect, it, vi } from 'vitest'
import { useUndo } from '../../../src/stores/undo.ts'
import LibraryScreen from '../../../src/ui/library/LibraryScreen.vue'
import { bitext } from '../../make.ts'
import { freshDatabases } from '../../storage/testDisk.ts'
import { keepArticle, mountScreen, until } from '../mountScreen.ts'

vi.mock('../../../src/worker/language/client.ts', () => import('../languageHere.ts'))
vi.mock('../../../src/storage/dictionaryFiles.ts', () => import('../languageHere.ts'))
vi.stubGlobal('fetch', () => Promise.reject(new TypeError('offline')))
vi.stubGlobal('__ACCEPT__', { deck: '.duizhao', import: '' })

freshDatabases()

const market = bitext([['早市很热闹。', 'The market is lively.']], {
  id: 'M',
  title: { zh: '早市', en: 'The morning market' },
})
const ferry = bitext([['渡轮停在码头上。', 'The ferry stayed at the pier.']], {
  id: 'F',
  title: { zh: '渡轮', en: '<i>The ferry</i>' },
})

async function opened(language: 'en' | 'zh' = 'en') {
  await keepArticle(market)
  await keepArticle(ferry)
  const screen = await mountScreen(LibraryScreen, {}, language)
  await until(() => screen.findAll('[data-testid=texts] li').length === 2)
  return screen
}
type Screen = Awaited<ReturnType<typeof opened>>
const titles = (screen: Screen, list = 'texts') =>
  screen.findAll(`[data-testid=${list}] .title`).map((title) => title.text())
async function menu(screen: Screen, id: string, name: string) {
  await screen.get(`[data-testid=article-${id}] button`).trigger('click')
  const button = [...document.querySelectorAll<HTMLElement>('dialog button, dialog a')].find(
    ({ textContent }) => textContent?.trim().startsWith(name),
  )
  button?.click()
  await screen.vm.$nextTick()
}
/** What was done can be taken back a moment after it is seen. */
async function undone(what: string) {
  await until(() => useUndo().last?.what === what)
  await useUndo().undo()
}

describe('the library', () => {
  it('says of each text in both languages what can be read and how long it takes', async () => {
    const screen = await opened('zh')
    await until(() => /你能读懂 \d+%/.test(screen.get('[data-testid=article-M]').text()))
    expect(screen.get('[data-testid=article-M] .facts').text()).toMatch(/1 分钟/)
  })

  it('finds a title, and leads to the sentences', async () => {
    const screen = await opened()
    await screen.get('input[type=search]').setValue('ferry')
    expect(titles(screen)).toEqual(['渡轮'])
    expect(screen.get('[data-testid=find-link]').attributes('href')).toBe('/concordance?q=ferry')
    await screen.get('input[type=search]').setValue('渡船')
    expect(screen.find('[data-testid=texts]').exists()).toBe(false)
    expect(screen.text()).toContain('No title has that.')
  })

  it('puts a text away, shows it on request, and has it back', async () => {
    const screen = await opened()
    await menu(screen, 'M', 'Archive')
    await until(() => titles(screen).join() === '渡轮')
    const archive = screen.findAll('button').find((one) => one.text() === 'Archive (1)')
    await archive?.trigger('click')
    expect(titles(screen, 'archived')).toEqual(['早市'])
    await undone('library.archived')
    await until(() => titles(screen).length === 2)
  })

  it('leads to what is said of a text', async () => {
    const screen = await opened()
    await menu(screen, 'F', 'Title and source')
    await until(() => screen.vm.$router.currentRoute.value.path === '/about/F')
  })

  it('deletes from the menu alone, and takes it back', async () => {
    const screen = await opened()
    await menu(screen, 'M', 'Delete')
    await until(() => titles(screen).join() === '渡轮')
    await undone('library.removed')
    await until(() => titles(screen).length === 2)
  })
})
