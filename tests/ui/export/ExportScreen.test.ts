import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { unzipSync } from 'fflate'
import initSqlJs from 'sql.js'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { readDeck } from '../../../src/formats/deckFile.ts'
import { termNote } from '../../../src/domain/notes/notes.ts'
import { openStorage } from '../../../src/storage/database.ts'
import { addNotes } from '../../../src/storage/notes.ts'
import { appendEntries } from '../../../src/storage/reviewLog.ts'
import ExportScreen from '../../../src/ui/export/ExportScreen.vue'
import PrintScreen from '../../../src/ui/export/PrintScreen.vue'
import { answer, bitext, termIn } from '../../make.ts'
import { keepArticle, mountScreen, until } from '../mountScreen.ts'

vi.mock('../../../src/worker/anki/client.ts', () => import('../ankiHere.ts'))
vi.mock('../../../src/storage/sqliteFile.ts', () => import('../ankiHere.ts'))

const pairs = [
  ['双方昨天停火。', 'Both sides ceased fire yesterday.'],
  ['=明天会谈。', 'Talks are tomorrow.'],
] as const
const { texts } = bitext(pairs)
const talks = bitext(pairs, {
  id: 'A',
  title: { zh: '停火', en: 'Ceasefire' },
  provenance: { source: 'Paper', author: 'N. N.', translator: '', date: '', licence: 'CC0' },
  terms: [termIn(texts, '停火', 'ceased fire', 'ting2 huo3')],
})

let saved: { name: string; content: Blob }[] = []
beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  saved = []
  let content = new Blob()
  vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
    if (blob instanceof Blob) content = blob
    return 'blob:here'
  })
  vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (
    this: HTMLAnchorElement,
  ) {
    saved.push({ name: this.download, content })
  })
})
afterEach(() => vi.restoreAllMocks())

const bytesOf = async (at = 0) => new Uint8Array(await saved[at]!.content.arrayBuffer())
const textOf = async () => new TextDecoder('utf-8', { ignoreBOM: true }).decode(await bytesOf())

/** Presses the button of a format and waits for its file. */
async function exportAs(name: string, id = 'A', language: 'en' | 'zh' = 'en') {
  const screen = await mountScreen(ExportScreen, { id }, language)
  const label = language === 'en' ? `Export as ${name}` : `导出为${name}`
  const button = screen.get<HTMLButtonElement>(`[aria-label="${label}"]`)
  await until(() => !button.element.disabled)
  await button.trigger('click')
  await until(() => saved.length > 0)
  return screen
}

/** 停火 is learnt, and was answered once. */
async function learnOne(): Promise<string> {
  const disk = await openStorage()
  const note = termNote(
    talks.article,
    talks.texts,
    talks.article.terms[0]!,
    'zh',
    1_700_000_000_000,
  )
  await addNotes(disk, [note])
  const { id: _id, at: _at, device: _device, ...draft } = answer()
  await appendEntries(disk, [{ ...draft, card: `${note.id}.read.zh-en` }])
  await disk.close()
  return note.id
}

/** Rows of the collection in the saved package. */
async function rowsIn(query: string) {
  const sql = await initSqlJs()
  const db = new sql.Database(unzipSync(await bytesOf())['collection.anki21'])
  return db.exec(query)[0]?.values ?? []
}

describe('an article', () => {
  beforeEach(() => keepArticle(talks))

  it('is saved as a table for Excel, with a byte order mark and no formula', async () => {
    const screen = await exportAs('Table for Excel (CSV)')
    expect(saved[0]?.name).toBe('停火.csv')
    const lines = (await textOf()).split('\r\n')
    expect(lines[0]).toMatch(/^\ufeffChinese,English,/)
    expect(lines[2]).toMatch(/^'=明天会谈。,Talks are tomorrow\.,/)
    expect(screen.get('[role=status]').text()).toBe('The file is ready: 停火.csv')
    await screen
      .findAll('button')
      .find((one) => one.text() === 'Save it again')
      ?.trigger('click')
    expect(saved).toHaveLength(2)
  })

  it('is saved as a deck with its texts and terms, and nobody’s history', async () => {
    await exportAs('Duizhao deck')
    const { value } = readDeck(await textOf())
    expect(value).toMatchObject({ id: 'A', revision: 1, terms: [{ zh: '停火' }] })
    expect(value?.beads.map(({ zh }) => zh)).toEqual(pairs.map(([zh]) => zh))
  })

  it('is saved as an Anki package with what is learnt of it and its reviews', async () => {
    const note = await learnOne()
    await exportAs('Anki 牌组包', 'A', 'zh')
    expect(saved[0]?.name).toBe('停火.apkg')
    expect(await rowsIn('SELECT guid, sfld FROM notes')).toEqual([[note, '停火']])
    expect(await rowsIn('SELECT count(*) FROM revlog')).toEqual([[1]])
    expect(await rowsIn('SELECT ord, reps FROM cards WHERE type = 2')).toEqual([[0, 1]])
  })

  it('is saved as an Anki package with all that could be learnt while nothing is', async () => {
    await exportAs('Anki package')
    expect((await rowsIn('SELECT sfld FROM notes ORDER BY id')).flat()).toEqual([
      '停火',
      ...pairs.map(([zh]) => zh),
    ])
  })

  it('is drawn for paper: both languages, the terms with their readings, where it comes from', async () => {
    const screen = await mountScreen(PrintScreen, { id: 'A' })
    await until(() => screen.findAll('.pairs li').length === 2)
    expect(screen.get('h1').text()).toContain('Ceasefire')
    expect(screen.get('.pairs li').text()).toBe('双方昨天停火。Both sides ceased fire yesterday.')
    expect(screen.get('.glossary').text()).toMatch(/停火\s*tínghuǒ\s*ceased fire/)
    expect(screen.text()).toContain('Source: Paper · N. N. · CC0')
    const print = vi.fn()
    window.print = print
    await screen
      .findAll('button')
      .find((one) => one.text() === 'Print')
      ?.trigger('click')
    expect(print).toHaveBeenCalledOnce()
  })
})

describe('everything', () => {
  it('is what is learnt, of all articles', async () => {
    await keepArticle(talks)
    await learnOne()
    await exportAs('Pleco flashcards', '')
    expect(saved[0]?.name).toBe('Duizhao.pleco.txt')
    expect(await textOf()).toMatch(/^\/\/Duizhao\/停火\n停火\ttíng huǒ\tceased fire/)
  })

  it('is nothing while nothing is learnt, and that is said', async () => {
    const screen = await mountScreen(ExportScreen, { id: '' })
    await screen.get('[aria-label="Export as Anki package"]').trigger('click')
    await until(() => screen.get('[role=status]').text() !== '')
    expect(screen.get('[role=status]').text()).toMatch(/^There is nothing to export yet/)
    expect(saved).toEqual([])
  })
})

describe('an article that is not here', () => {
  it('is missed', async () => {
    const screen = await mountScreen(ExportScreen, { id: 'gone' })
    await until(() => screen.text().includes('This text is not here.'))
    expect(screen.findAll('button')).toEqual([])
  })
})
