// @vitest-environment happy-dom
import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { useMemory } from '../../../src/stores/memory.ts'
import { useUndo } from '../../../src/stores/undo.ts'
import KnownScreen from '../../../src/ui/known/KnownScreen.vue'
import { collectionOf, packageOf } from '../../formats/ankiCollections.ts'
import { mountScreen, until } from '../mountScreen.ts'

vi.mock('../../../src/worker/language/client.ts', () => import('../languageHere.ts'))
vi.mock('../../../src/storage/dictionaryFiles.ts', () => import('../languageHere.ts'))

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
})

type Page = Awaited<ReturnType<typeof mountScreen>>
const found = (page: Page) => page.find('[data-testid=known-found]')
const isKnown = (word: string) => useMemory().knowledgeOf(word, {}, 'zh') === 'known'
async function put(page: Page, file: File) {
  const input = page.get<HTMLInputElement>('input[type=file]')
  Object.defineProperty(input.element, 'files', { value: [file], configurable: true })
  await input.trigger('change')
}

describe('words that are known already', () => {
  it('are marked in one step, and unmarked in one', async () => {
    const page = await mountScreen(KnownScreen)
    await page.get('[data-testid=known-field]').setValue('面包\n小鎮\n面包\n停火了三天')
    await page.get('form').trigger('submit')
    await until(() => found(page).exists())
    expect(found(page).text()).toContain('2 words will be marked as known.')
    expect(found(page).text()).toContain('停火了三天')
    await found(page).get('button').trigger('click')
    await until(() => isKnown('面包') && isKnown('小镇'))
    expect(found(page).exists()).toBe(false)
    await useUndo().undo('shell')
    await until(() => !isKnown('面包') && !isKnown('小镇'))
  })

  it('are those of an Anki deck; known ones are not marked again', async () => {
    const page = await mountScreen(KnownScreen)
    const notes = [
      ['面包', 'bread'],
      ['小镇', 'town'],
    ].map((fields) => ({ type: 1, fields }))
    const bytes = packageOf(2, collectionOf(11, { 1: ['Hanzi', 'Meaning'] }, notes))
    await put(page, new File([bytes], 'a.apkg'))
    await until(() => found(page).exists())
    await found(page).get('button').trigger('click')
    await until(() => isKnown('小镇'))
    await put(page, new File([bytes], 'a.apkg'))
    await until(() => found(page).exists())
    expect(found(page).text()).toContain('There is nothing new in it.')
    expect(found(page).text()).toContain('2 are known already.')
  })

  it('are said to be missing where a file has none, or cannot be read', async () => {
    const page = await mountScreen(KnownScreen, {}, 'zh')
    await put(page, new File(['bread\ntown'], 'a.txt'))
    await until(() => page.find('[data-testid=issues]').exists())
    await put(page, new File([new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1])], 'a.png'))
    await until(() => page.find('[data-testid=issues]').exists())
    expect(found(page).exists()).toBe(false)
  })
})
