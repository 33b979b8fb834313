import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsePicks } from '../src/cli/build/starterTerms.ts'
import { parsePlaces, shelfText, shelfWords } from '../src/cli/build/shelf.ts'
import { deckToDraft } from '../src/domain/article/deck.ts'
import { levelling, MOST_ABOVE } from '../src/domain/article/levelling.ts'
import { readTextLevel } from '../src/domain/dictionary/levels.ts'
import type { ShelfText } from '../src/domain/learner/shelf.ts'
import type { Deck } from '../src/domain/model.ts'
import { countHanzi } from '../src/domain/text/hanzi.ts'
import { readDeck, writeDeck } from '../src/formats/deckFile.ts'

const DECKS = resolve(process.cwd(), 'decks')
const read = (file: string) => readFileSync(resolve(DECKS, file), 'utf8')
const files = readdirSync(DECKS).filter(
  (file) => file.endsWith('.json') && !['index.json', 'deck.schema.json'].includes(file),
)

function deckIn(file: string): Deck {
  const { value, issues } = readDeck(read(file))
  if (!value) throw new Error(`${file}: ${JSON.stringify(issues)}`)
  return value
}

/** Texts that are not ours: other people's articles, beside the repository on some machines. */
const SHARED = resolve(process.cwd(), '../shared/texts')

function sharedTexts(): string {
  return readdirSync(SHARED, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(resolve(entry.parentPath, entry.name), 'utf8'))
    .join('\n')
}

const hanziAndDigits = (text: string) => text.replace(/[^\p{Script=Han}\d]/gu, '')
const englishWords = (text: string) =>
  text
    .toLowerCase()
    .replaceAll(/['’]/g, '')
    .match(/[a-z\d]+/g) ?? []

function runs<T extends string | readonly string[]>(of: T, length: number): string[] {
  return Array.from({ length: Math.max(0, of.length - length + 1) }, (_, at) =>
    String(of.slice(at, at + length)),
  )
}

/** Without names, whose spelling is nobody's. */
function withoutNames(deck: Deck, side: 'zh' | 'en'): string[] {
  const names = deck.terms.filter(({ kind }) => kind === 'name').map((term) => term[side])
  return deck.beads.map((bead) =>
    names.reduce((text, name) => text.replaceAll(name, ' '), bead[side]),
  )
}

describe.each(files)('%s', (file) => {
  const deck = deckIn(file)

  it('is written as the app writes decks', () => {
    expect(read(file)).toBe(writeDeck(deck))
  })

  it('says where it comes from and under which licence', () => {
    expect(deck.id).toMatch(/^starter-[a-z-]+$/)
    expect(deck.level).toMatch(/^HSK (?:[1-6]|7–9) · [ABC][12]$/)
    expect(deck.provenance).toMatchObject({
      source: 'Duizhao starter deck',
      licence: 'CC BY-SA 4.0',
    })
  })

  it('has 24 to 44 beads with both sides, in paragraphs', () => {
    expect(deck.beads.length).toBeGreaterThanOrEqual(24)
    expect(deck.beads.length).toBeLessThanOrEqual(44)
    expect(deck.beads[0]?.paragraph).toBe(true)
    expect(deck.beads.filter(({ paragraph }) => paragraph).length).toBeGreaterThanOrEqual(5)
    for (const { zh, en } of deck.beads) {
      expect(zh).toMatch(/\p{Script=Han}.*[。！？：”’]$/u)
      expect(en).toMatch(/[A-Za-z].*[.!?:”’]$/)
    }
  })

  it('punctuates as each language does', () => {
    const zh = deck.beads.map((bead) => bead.zh).join('')
    const en = deck.beads.map((bead) => bead.en).join(' ')
    expect(zh).not.toMatch(/[!?,;:()"']|\.(?!\d)|\s/)
    expect(en).not.toMatch(/[\u3000-\u303f\uff00-\uffef\u4e00-\u9fff"']| {2}/)
    for (const text of [zh, en]) {
      expect(text.split('“').length).toBe(text.split('”').length)
    }
  })

  it('keeps authored sentence boundaries when its texts are split', () => {
    const { segments, beads } = deckToDraft(deck)
    expect(beads.at(-1)?.zh.to).toBe(segments.zh.length)
    expect(beads.at(-1)?.en.to).toBe(segments.en.length)
    for (const { zh, en } of beads) {
      expect(zh.to - zh.from).toBeGreaterThanOrEqual(1)
      expect(zh.to - zh.from).toBeLessThanOrEqual(2)
      expect(en.to - en.from).toBeLessThanOrEqual(3)
    }
  })

  it('has terms that stand in a bead on both sides, each once', () => {
    expect(deck.terms.length).toBeGreaterThanOrEqual(35)
    expect(new Set(deck.terms.map(({ zh }) => zh)).size).toBe(deck.terms.length)
    const terms = deckToDraft(deck).terms
    const unpaired = terms.filter(({ occurrences }) => !occurrences.some(({ zh, en }) => zh && en))
    expect(unpaired.map(({ zh, en }) => `${zh} = ${en}`)).toEqual([])
    expect(terms.some(({ zh, en }) => zh.length > 2 && en.includes(' '))).toBe(true)
  })

  it('has a numbered syllable for every hanzi of a term', () => {
    for (const { zh, reading } of deck.terms) {
      const syllables = reading.split(' ')
      expect([zh, syllables.length]).toEqual([zh, countHanzi(zh)])
      for (const syllable of syllables) {
        expect([zh, syllable]).toEqual([
          zh,
          expect.stringMatching(/^(?:[a-z]+(?:u:[a-z]*)?[1-5])$/),
        ])
      }
    }
  })

  it('carries the terms an editor approved, no others', () => {
    const list = readFileSync(resolve(process.cwd(), 'src/cli/data/starterTerms.tsv'), 'utf8')
    const pairs = (terms: readonly { zh: string; en: string }[]) =>
      terms.map(({ zh, en }) => `${zh} = ${en}`).sort()
    expect(pairs(deck.terms)).toEqual(pairs(parsePicks(list).get(deck.id) ?? []))
  })

  it.runIf(existsSync(SHARED))('shares no 12 hanzi and no 8 words with texts of others', () => {
    const others = sharedTexts()
    const zhRuns = new Set(runs(hanziAndDigits(others), 12))
    const enRuns = new Set(runs(englishWords(others), 8))
    const zh = withoutNames(deck, 'zh').flatMap((text) => runs(hanziAndDigits(text), 12))
    const en = withoutNames(deck, 'en').flatMap((text) => runs(englishWords(text), 8))
    expect(zh.filter((run) => zhRuns.has(run))).toEqual([])
    expect(en.filter((run) => enRuns.has(run))).toEqual([])
  })
})

describe('decks/index.json', () => {
  const catalogue = (): readonly ShelfText[] => JSON.parse(read('index.json'))
  const places = parsePlaces(readFileSync('src/cli/data/starterShelf.tsv', 'utf8'))

  it('lists every deck as it is', () => {
    const wanted = files.map((file) => {
      const deck = deckIn(file)
      return shelfText(file, deck, places.get(deck.id)!)
    })
    expect(catalogue().toSorted((a, b) => (a.file < b.file ? -1 : 1))).toEqual(
      wanted.toSorted((a, b) => (a.file < b.file ? -1 : 1)),
    )
  })

  it('holds six texts of every level, the easiest first', () => {
    expect(files).toHaveLength(48)
    const levels = catalogue().map(({ level }) => level.split(' · '))
    expect(levels).toEqual(levels.toSorted(([a = ''], [b = '']) => (a < b ? -1 : a > b ? 1 : 0)))
    const wanted = ['HSK 1', 'HSK 2', 'HSK 3', 'HSK 4', 'HSK 5', 'HSK 6', 'HSK 7–9']
    for (const level of [...wanted, 'A1', 'A2', 'B1', 'B2', 'C1']) {
      const own = levels.filter((both) => both.includes(level))
      expect([level, own.length >= 6]).toEqual([level, true])
    }
  })

  it('has the parts of a series one after the other', () => {
    const parts = catalogue().flatMap(({ series, part }) => (series ? [`${series} ${part}`] : []))
    const six = (name: string) => [1, 2, 3, 4, 5, 6].map((part) => `${name} ${part}`)
    expect(parts).toEqual([...six('manager'), ...six('returnBox')])
  })

  it('gives a taste in both languages', () => {
    for (const { id, taste } of catalogue()) {
      expect([id, countHanzi(taste.map(({ zh }) => zh).join('')) >= 15]).toEqual([id, true])
      expect(taste.every(({ en }) => en !== '')).toBe(true)
    }
  })
})

describe.each(['zh', 'en'] as const)('decks/shelf/words-%s.json', (side) => {
  it('counts the words of every deck as the reader does', async () => {
    const { loadDictionary } = await import('../src/cli/dictionary.ts')
    const dictionary = await loadDictionary('full')
    const catalogue: readonly ShelfText[] = JSON.parse(read('index.json'))
    const decks = catalogue.map(({ file }) => deckIn(file))
    const words: unknown = JSON.parse(read(`shelf/words-${side}.json`))
    expect(words).toEqual(shelfWords(decks, side, dictionary))
  })
})

describe('a starter text', () => {
  it('keeps to its level: of its words at most one in twenty is above it', async () => {
    const { loadDictionary } = await import('../src/cli/dictionary.ts')
    const dictionary = await loadDictionary('full')
    const over = files.flatMap((file) => {
      const deck = deckIn(file)
      const { zh, en } = levelling(deck, readTextLevel(deck.level)!, dictionary)
      return zh.share > MOST_ABOVE || en.share > MOST_ABOVE ? [[file, zh.above, en.above]] : []
    })
    expect(over).toEqual([])
  })
})
