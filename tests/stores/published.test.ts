// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { writeDeck } from '../../src/formats/deckFile.ts'
import { NO_PROVENANCE, type Deck } from '../../src/domain/model.ts'
import { useImporting } from '../../src/stores/importing.ts'
import { useLibrary } from '../../src/stores/library.ts'
import { usePublished } from '../../src/stores/published.ts'
import { ShelfError } from '../../src/sync/shelf.ts'
import { freshStores } from './freshStores.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

const web = vi.hoisted(() => new Map<string, string>())
vi.mock('../../src/sync/thread/client.ts', () => ({
  syncClient: () => ({
    published: async (address: string) => {
      const text = web.get(address)
      if (text === undefined) throw new ShelfError('notThere')
      return new TextEncoder().encode(text)
    },
  }),
}))

freshStores()
beforeEach(() => web.clear())

const AT = 'https://teacher.example/market.json'
const deck = (revision: number, en: string): Deck => ({
  format: 'duizhao-deck',
  version: 1,
  id: 'market',
  revision,
  title: { zh: '早市', en: 'The market' },
  level: 'HSK 2',
  provenance: NO_PROVENANCE,
  beads: [{ zh: '早市很热闹。', en }],
  terms: [],
})

describe('a deck at an address', () => {
  it('is added and followed; a newer revision is told of, and taken as an update', async () => {
    const [published, importing, library] = [usePublished(), useImporting(), useLibrary()]
    web.set(AT, writeDeck(deck(1, 'The market is lifely.')))
    expect(await published.add('teacher.example/market.json')).toBe(true)
    await importing.commit()
    await library.load()
    expect(library.articles[0]).toMatchObject({ id: 'market', address: AT, level: 'HSK 2' })

    await published.look()
    expect([published.newer, published.trouble]).toEqual([[], null])

    web.set(AT, writeDeck(deck(2, 'The market is lively.')))
    await published.look()
    expect(published.newer).toMatchObject([{ address: AT, revision: 2, title: { zh: '早市' } }])
    expect(await published.add(AT)).toBe(true)
    expect(importing.update).toEqual({ revision: 2, corrected: 1 })
  })

  it('of a list is chosen from it', async () => {
    const published = usePublished()
    web.set('https://teacher.example/index.json', '[{"file":"market.json","title":{"zh":"早市"}}]')
    expect(await published.add('https://teacher.example/index.json')).toBe(false)
    expect(published.offered.map(({ address }) => address)).toEqual([AT])
  })

  it.each([
    ['nowhere', 'https://teacher.example/gone.json', 'notThere'],
    ['no address', 'javascript:alert(1)', 'badAddress'],
    ['a page', 'https://teacher.example/', 'noDeck'],
  ])('that leads to %s is said, and begins nothing', async (_fact, address, trouble) => {
    const published = usePublished()
    web.set('https://teacher.example/', '<!doctype html>')
    expect(await published.add(address)).toBe(false)
    expect([published.trouble, published.busy]).toEqual([trouble, false])
    expect(useImporting().stage).toBe('put')
  })
})
