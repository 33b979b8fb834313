import type { Draft } from '../../domain/article/draft.ts'
import { deckToDraft } from '../../domain/article/deck.ts'
import type { Dictionary } from '../../domain/dictionary/dictionary.ts'
import {
  type Deck,
  type DeckTerm,
  type Term,
  TERM_KINDS,
  type TermKind,
} from '../../domain/model.ts'
import { glossesOf } from '../../domain/terms/words/glosses.ts'
import { keyness } from '../../domain/terms/keyness.ts'
import { tokenizeZh } from '../../domain/text/tokenizeZh.ts'
import { readZh } from '../../domain/zh/pinyin.ts'
import { wordReadings } from '../../domain/zh/wordReading.ts'

/** A term an editor has read and approved. What is absent the pipeline says. */
export interface Pick {
  readonly zh: string
  readonly en: string
  readonly reading?: string
  readonly kind?: TermKind
  readonly gloss?: readonly string[]
}

/** A deck is for reading: further glosses are a look-up away. */
const MOST_GLOSSES = 3

/**
 * The picks of each deck, by its id. A line of the list: headword, counterpart, then as far as they differ from what the
 * pipeline says: reading, kind, glosses separated by `; `. `# id` begins a deck; a dash leaves a field to the pipeline.
 *
 * @throws RangeError naming the line that is no pick
 */
export function parsePicks(list: string): ReadonlyMap<string, readonly Pick[]> {
  const decks = new Map<string, Pick[]>()
  let picks: Pick[] = []
  for (const [index, line] of list.split('\n').entries()) {
    if (line === '') continue
    if (line.startsWith('# ')) {
      decks.set(line.slice(2), (picks = []))
      continue
    }
    const [zh, en, ...rest] = line.split('\t')
    const [reading, kindName, gloss] = rest.map((field) => (field === '-' ? undefined : field))
    const kind = TERM_KINDS.find((known) => known === kindName)
    if (!zh || !en || (kindName !== undefined && !kind)) {
      throw new RangeError(`line ${index + 1} is no pick: ${line}`)
    }
    picks.push({
      zh,
      en,
      ...(reading === undefined ? {} : { reading }),
      ...(kind === undefined ? {} : { kind }),
      ...(gloss === undefined ? {} : { gloss: gloss.split('; ') }),
    })
  }
  return decks
}

/**
 * The terms of a deck, best first: the picks with the dictionary's reading, else the one they have in their sentence, the
 * dictionary's glosses, the kind the pipeline found, ranked as it ranks.
 *
 * @throws RangeError when a pick stands in no bead on both sides
 */
export function termsOfPicks(
  deck: Deck,
  picks: readonly Pick[],
  found: readonly Term[],
  dictionary: Dictionary,
): readonly DeckTerm[] {
  const bare = picks.map(({ zh, en }) => ({
    zh,
    en,
    reading: '',
    gloss: [],
    kind: 'word' as const,
  }))
  const draft = deckToDraft({ ...deck, terms: bare }, dictionary)
  const readings = readZh(draft.texts.zh, dictionary)
  return picks
    .map((pick, at) => {
      const place = draft.terms[at]?.occurrences.find(({ zh, en }) => zh && en)?.zh
      if (!place) throw new RangeError(`${deck.id}: ${pick.zh} = ${pick.en} stands in no bead`)
      const spoken = readings.slice(place.start, place.end).filter((syllable) => syllable !== null)
      const known = found.find(({ zh }) => zh === pick.zh)
      const term: DeckTerm = {
        zh: pick.zh,
        en: pick.en,
        reading: pick.reading ?? onlyReading(pick.zh, dictionary) ?? spoken.join(' '),
        gloss: pick.gloss ?? glossesOf(pick.zh, dictionary).meanings.slice(0, MOST_GLOSSES),
        kind: pick.kind ?? kindOf(pick.zh, known, dictionary),
      }
      return { term, worth: worthOf(term, at, draft, dictionary) }
    })
    .sort((a, b) => b.worth - a.worth)
    .map(({ term }) => term)
}

/** The dictionary's reading of a headword that has just one. */
function onlyReading(word: string, dictionary: Dictionary): string | undefined {
  const [first, ...others] = wordReadings(word, dictionary)
  return others.length === 0 ? first?.join(' ') : undefined
}

/** As the pipeline ranks, an editor's translation being certain. */
function worthOf({ zh, kind }: DeckTerm, at: number, draft: Draft, dictionary: Dictionary): number {
  const listed = dictionary.has(zh)
  const words = listed ? [zh] : tokenizeZh(zh, dictionary).map(({ text }) => text)
  return keyness({
    strength: 1,
    count: draft.terms[at]?.occurrences.length ?? 1,
    logFrequencies: words.map((word) => dictionary.logFrequency(word) ?? -8),
    level: draft.terms[at]?.level ?? {},
    learning: 'zh',
    listed,
    name: kind === 'name',
    composed: false,
  })
}

function kindOf(zh: string, found: Term | undefined, dictionary: Dictionary): TermKind {
  if (found?.kind === 'name' || (zh.length > 1 && dictionary.isName(zh))) return 'name'
  if (!dictionary.has(zh)) return tokenizeZh(zh, dictionary).length > 1 ? 'phrase' : 'word'
  const isSaying = dictionary.entries(zh).some(({ glosses }) => /\(idiom/.test(glosses.join()))
  return isSaying ? 'idiom' : 'word'
}
