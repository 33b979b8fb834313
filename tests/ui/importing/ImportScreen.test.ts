import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import ImportScreen from '../../../src/ui/importing/ImportScreen.vue'
import { collectionOf, packageOf } from '../../formats/ankiCollections.ts'
import { encode } from '../../formats/encode.ts'
import { mountScreen, until } from '../mountScreen.ts'

vi.mock('../../../src/worker/language/client.ts', () => import('../languageHere.ts'))
vi.mock('../../../src/storage/dictionaryFiles.ts', () => import('../languageHere.ts'))

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  vi.spyOn(window, 'scrollTo').mockImplementation(() => undefined)
})
afterEach(() => vi.restoreAllMocks())

type Page = Awaited<ReturnType<typeof mountScreen>>

async function putFile(page: Page, ...files: readonly File[]) {
  const input = page.get<HTMLInputElement>('input[type=file]')
  Object.defineProperty(input.element, 'files', { value: files, configurable: true })
  await input.trigger('change')
}
const seen = (page: Page) => page.find('[data-testid=seen]').exists()
const preview = (page: Page) => page.findAll('[data-testid^=bead-]').map((one) => one.text())

describe('an import, as a person does it', () => {
  it('shows the columns of a table, and reads others when they are chosen', async () => {
    const page = await mountScreen(ImportScreen)
    await page
      .get('[data-testid=paste-field]')
      .setValue('面包,bread,food\n小镇,town,place\n谈判,talks,act')
    await page.get('form').trigger('submit')
    await until(() => seen(page))
    const selects = page.findAll('[data-testid=columns] ol select')
    expect(selects).toHaveLength(3)
    await selects[2]!.setValue('en')
    await until(() => preview(page).some((text) => text.includes('food')))
    expect(preview(page).join()).not.toContain('bread')
    await page.get('[data-testid=delimiter]').setValue(';')
    await until(() => page.text().includes('面包,bread,food'))
  })

  it('asks whether the reviews of an Anki package are wanted, and reads its fields as it is told', async () => {
    const page = await mountScreen(ImportScreen)
    const cards = [
      { note: 0, type: 2, due: 9, answers: [{ at: 1.7e12, ease: 3, ivl: 9, type: 1 }] },
    ]
    const notes = [['面包', 'bread', 'loaf']].map((fields) => ({ type: 1, fields }))
    const learnt = { crt: 1.7e9, cards, fronts: ['{{Hanzi}}'] }
    const types = { 1: ['Hanzi', 'Meaning', 'Other'] }
    const bytes = packageOf(2, collectionOf(11, types, notes, learnt))
    await putFile(page, new File([bytes], 'words.apkg'))
    await until(() => seen(page))
    await page.findAll('[data-testid=note-types] select')[2]!.setValue('en')
    await until(() => preview(page).some((text) => text.includes('loaf')))
    const next = page.findAll('button').find((one) => one.text() === 'Choose words')
    await next!.trigger('click')
    await until(() => page.find('[data-testid=reviews-question]').exists())
    expect(page.get('[data-testid=reviews-question]').text()).toContain('reviews of 1 card too?')
  })

  it('reads a file that was refused in the encoding that is chosen then', async () => {
    const page = await mountScreen(ImportScreen)
    const bytes = encode('Où? À côté là-bas… ñ\n魑魅魍魎\nThe bridge.', 'utf-16le')
    await putFile(page, new File([bytes], 'a.txt'))
    await until(() => page.find('[data-testid=issues]').exists())
    expect(page.get('[data-testid=issues]').text()).toContain('not a text file')
    await page.get('[data-testid=encoding]').setValue('utf-16le')
    await until(() => seen(page))
    expect(page.text()).toContain('魑魅魍魎')
  })

  it('pairs two files of subtitles, and says by how much one was late', async () => {
    const page = await mountScreen(ImportScreen, {}, 'zh')
    const cues = (shift: number, texts: readonly string[]) =>
      texts
        .map((text, i) => {
          const at = 5 * i * i + 3 + shift
          const stamp = (s: number) => `00:00:${String(s).padStart(2, '0')},000`
          return `${i}\n${stamp(at)} --> ${stamp(at + 2)}\n<i>${text}</i>\n`
        })
        .join('\n')
    await putFile(
      page,
      new File([cues(0, ['桥很旧。', '河水很清。', '我们走吧。'])], 'a.srt'),
      new File([cues(4, ['The bridge is old.', 'The river is clear.', 'Let us go.'])], 'b.srt'),
    )
    await until(() => seen(page))
    expect(page.get('[data-testid=issues]').text()).toContain('第二个文件比第一个晚 4.0 秒')
    expect(preview(page).some((text) => /河水很清。.*The river is clear\./s.test(text))).toBe(true)
    expect(page.text()).not.toContain('<i>')
  })
})
