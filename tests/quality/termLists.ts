import { finish } from '../../src/domain/tasks.ts'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Pivots } from '../../src/domain/dictionary/pivots.ts'
import { buildArticle } from '../../src/domain/article/build.ts'
import type { Draft } from '../../src/domain/article/draft.ts'
import { deckToDraft } from '../../src/domain/article/deck.ts'
import type { Dictionary } from '../../src/domain/dictionary/dictionary.ts'
import type { Segment, Sides } from '../../src/domain/model.ts'
import type { Bitext } from '../../src/domain/bitext/bitext.ts'
import { recogniseLayout } from '../../src/domain/text/layout.ts'
import { readGold, type GoldTerm } from './termScore.ts'

export const TEXTS = resolve(process.cwd(), '../shared/texts')
const LISTS = new URL('terms/', import.meta.url)
const DECKS = resolve(process.cwd(), 'decks')

/** A bitext with the terms a teacher would pick from it. */
export interface GoldList {
  readonly bitext: Bitext
  readonly gold: readonly GoldTerm[]
}

/** Lists that carry their own text: written for this measurement, half of them kept out of all tuning. */
export type Split = 'tuning' | 'held-out'
export type Genre = 'articles' | 'literary'

/** The lists of a split and genre; science counts as an article. */
export function ownLists(split: Split, genre: Genre): readonly GoldList[] {
  const folder = new URL(`${split}/`, LISTS)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const { kind, zh, en, gold } = readList(new URL(file, folder))
      if ((kind === 'literary') !== (genre === 'literary')) return []
      const pairs = zh.map((sentence, i): readonly [string, string] => [sentence, en[i] ?? ''])
      return [{ bitext: pairsToBitext(pairs), gold: gold.map(readGold) }]
    })
}

/** Beyond news: what either of two annotators would pick; the later lists have one. */
export function genreLists(split: Split): readonly (GoldList & { readonly genre: string })[] {
  const folder = new URL('genres/', LISTS)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const list = readList(new URL(file, folder))
      if (list.split !== split) return []
      const other = new URL(`b/${file}`, folder)
      const first = list.gold.map(readGold)
      const second = existsSync(other) ? readList(other).gold.map(readGold) : []
      const listed = new Set(first.flat().map(({ zh }) => zh))
      const added = second.filter((term) => !term.some(({ zh }) => listed.has(zh)))
      const pairs = list.zh.map((zh, i): readonly [string, string] => [zh, list.en[i] ?? ''])
      return [{ genre: list.kind, bitext: pairsToBitext(pairs), gold: [...first, ...added] }]
    })
}

/** Our own files: their shape is fixed by this type, and a wrong one fails loudly in readGold. */
function readList(file: URL) {
  const list: unknown = JSON.parse(readFileSync(file, 'utf8'))
  return list as { split: Split; kind: string; zh: string[]; en: string[]; gold: string[] }
}

/** The older lists, over texts of `../shared/texts`. */
export function sharedLists(dictionary: Dictionary, pivots: Pivots): readonly GoldList[] {
  return readdirSync(LISTS)
    .filter((file) => file.endsWith('.gold.json'))
    .map((file) => {
      const list: unknown = JSON.parse(readFileSync(new URL(file, LISTS), 'utf8'))
      // As above.
      const { text, terms, names } = list as { text: string; terms: string[]; names: string[] }
      return {
        bitext: readBitext(text, dictionary, pivots),
        gold: [...terms, ...names].map(readGold),
      }
    })
}

/** The terms that come with a starter deck, picked by its author. */
export function deckList(deck: string): GoldList {
  const draft = deckToDraft(JSON.parse(readFileSync(resolve(DECKS, `${deck}.json`), 'utf8')))
  return { bitext: draft, gold: draft.terms.map(({ zh, en }) => [{ zh, en: [en] }]) }
}

/** Sentence pairs, one bead each. */
export function pairsToBitext(pairs: readonly (readonly [zh: string, en: string])[]): Bitext {
  const texts = { zh: '', en: '' }
  const segments: Sides<Segment[]> = { zh: [], en: [] }
  pairs.forEach(([zh, en], paragraph) => {
    segments.zh.push({ start: texts.zh.length, end: texts.zh.length + zh.length, paragraph })
    segments.en.push({ start: texts.en.length, end: texts.en.length + en.length, paragraph })
    texts.zh += `${zh}\n`
    texts.en += `${en}\n`
  })
  const beads = pairs.map((_, i) => ({
    zh: { from: i, to: i + 1 },
    en: { from: i, to: i + 1 },
    confidence: 1,
  }))
  return { texts, segments, beads }
}

/** A text of `../shared/texts` as the product reads it: JSON holds sentence pairs, everything else is pasted. */
export function readBitext(text: string, dictionary: Dictionary, pivots: Pivots): Bitext {
  const content = readFileSync(resolve(TEXTS, text), 'utf8')
  if (text.endsWith('.json')) {
    const pairs: readonly (readonly [string, string])[] = JSON.parse(content)
    return pairsToBitext(pairs)
  }
  const layout = recogniseLayout({ kind: 'text', text: content }).value
  if (layout === null) throw new Error(`nothing was recognised in ${text}`)
  const draft: Draft = finish(buildArticle(layout, dictionary, { pivots, terms: false }))
  return draft
}
