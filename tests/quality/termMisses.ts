import { existsSync } from 'node:fs'
import { loadPivots } from '../../src/cli/build/compilePivots.ts'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import type { Dictionary } from '../../src/domain/dictionary/dictionary.ts'
import type { Term, TextRange } from '../../src/domain/model.ts'
import { rangesOfBeads, type Bitext } from '../../src/domain/bitext/bitext.ts'
import type { LinkedBead } from '../../src/domain/terms/linkedBead.ts'
import { phrasePairs } from '../../src/domain/terms/phrases/phrasePairs.ts'
import { finish } from '../../src/domain/tasks.ts'
import { extractTerms } from '../../src/domain/terms/extractTerms.ts'
import { linkBitext } from '../../src/domain/terms/linkBitext.ts'
import { genreLists, ownLists, sharedLists, TEXTS } from './termLists.ts'
import { isOn, type GoldTerm } from './termScore.ts'

/** Where on the way from a text to its terms a term of a gold list may get lost, in order. */
const CAUSES = [
  'not in one bead',
  'cut through a word',
  'no link',
  'linked elsewhere',
  'half linked',
  'linked beyond',
  'filtered',
  'other counterpart',
  'dropped later',
] as const
export type MissCause = (typeof CAUSES)[number]

export interface Miss {
  readonly zh: string
  readonly en: string
  readonly cause: MissCause
  /** What there is instead: the links of its words, or the term that has its headword. */
  readonly instead: string
}

/** Why each of these terms was missed: of its forms and places the one that came farthest. */
export function missesOf(
  gold: readonly GoldTerm[],
  terms: readonly Term[],
  beads: readonly LinkedBead[],
  bitext: Bitext,
  dictionary: Dictionary,
): readonly Miss[] {
  const ranges = rangesOfBeads(bitext)
  return gold.map((term) => {
    const all = term.flatMap(({ zh, en: forms }) =>
      forms.flatMap((en) =>
        beads.flatMap((bead, at): readonly Miss[] => {
          const { zh: zhRange, en: enRange } = ranges[at]!
          const zhPlaces = placesIn(bitext.texts.zh, zhRange, zh)
          const enPlaces = placesIn(bitext.texts.en, enRange, en)
          return zhPlaces.flatMap((zhPlace) =>
            enPlaces.map((enPlace) => ({
              zh,
              en,
              ...causeAt(zhPlace, enPlace, bead, bitext, terms, dictionary),
            })),
          )
        }),
      ),
    )
    const [first] = term
    const nowhere: Miss = {
      zh: first?.zh ?? '',
      en: first?.en[0] ?? '',
      cause: 'not in one bead',
      instead: '',
    }
    return all.toSorted((a, b) => CAUSES.indexOf(b.cause) - CAUSES.indexOf(a.cause))[0] ?? nowhere
  })
}

function placesIn(text: string, range: TextRange | null, wanted: string): readonly TextRange[] {
  if (range === null) return []
  const inside = text.slice(range.start, range.end).toLowerCase()
  const places: TextRange[] = []
  const lower = wanted.toLowerCase()
  for (let at = inside.indexOf(lower); at >= 0; at = inside.indexOf(lower, at + 1))
    places.push({ start: range.start + at, end: range.start + at + wanted.length })
  return places
}

const isInside = (word: TextRange, place: TextRange) =>
  word.start >= place.start && word.end <= place.end
const touches = (word: TextRange, place: TextRange) =>
  word.start < place.end && word.end > place.start

function causeAt(
  zhPlace: TextRange,
  enPlace: TextRange,
  bead: LinkedBead,
  { texts }: Bitext,
  terms: readonly Term[],
  dictionary: Dictionary,
): Pick<Miss, 'cause' | 'instead'> {
  const shown = bead.links
    .filter((link) => touches(bead.zh[link.zh]!, zhPlace) || touches(bead.en[link.en]!, enPlace))
    .map((l) => `${bead.zh[l.zh]!.text}~${bead.en[l.en]!.text} ${l.strength.toFixed(2)}`)
    .join(', ')
  const found = (cause: MissCause, instead = shown) => ({ cause, instead })
  const zh = bead.zh.filter((word) => touches(word, zhPlace))
  const cut = [...zh, ...bead.en.filter((word) => touches(word, enPlace))].some(
    (word) => !isInside(word, zhPlace) && !isInside(word, enPlace),
  )
  if (cut) return found('cut through a word', `${zh.map(({ text }) => text).join('|')}; ${shown}`)
  const links = bead.links.map((link) => ({
    inZh: isInside(bead.zh[link.zh]!, zhPlace),
    inEn: isInside(bead.en[link.en]!, enPlace),
    link,
  }))
  const inner = links.filter(({ inZh, inEn }) => inZh && inEn)
  if (inner.length === 0)
    return found(links.some(({ inZh, inEn }) => inZh || inEn) ? 'linked elsewhere' : 'no link')
  if (links.some(({ inZh, inEn }) => inZh !== inEn)) return found('linked beyond')
  const isLinked = (word: TextRange | undefined, side: 'zh' | 'en') =>
    inner.some(({ link }) => bead[side][link[side]] === word)
  const en = bead.en.filter((word) => isInside(word, enPlace))
  const ends = [
    isLinked(zh[0], 'zh'),
    isLinked(zh.at(-1), 'zh'),
    isLinked(en[0], 'en') || /^(?:the|a|an)$/.test(en[0]!.lemma),
    isLinked(en.at(-1), 'en'),
  ]
  if (ends.includes(false)) return found('half linked')
  const pairs = phrasePairs(bead, bead.links, texts, dictionary)
  const made = pairs.some((pair) => pair.zh.start === zhPlace.start && pair.zh.end === zhPlace.end)
  if (!made) return found('filtered')
  const other = terms.find((term) => term.zh === texts.zh.slice(zhPlace.start, zhPlace.end))
  return other ? found('other counterpart', other.en) : found('dropped later')
}

/** Why the terms of the lists used for tuning were missed, each with its cause, and how often each cause was one. */
export async function printMisses(): Promise<string> {
  const [dictionary, pivots] = [await loadDictionary('full'), await loadPivots()]
  const lists = [
    ...genreLists('tuning'),
    ...ownLists('tuning', 'articles'),
    ...ownLists('tuning', 'literary'),
    ...(existsSync(TEXTS) ? sharedLists(dictionary, pivots) : []),
  ]
  const misses = lists.flatMap(({ bitext, gold }) => {
    const beads = finish(linkBitext(bitext, dictionary, pivots))
    const terms = finish(extractTerms(beads, bitext, dictionary))
    const missed = gold.filter((one) => !terms.some((term) => isOn(one, term)))
    return missesOf(missed, terms, beads, bitext, dictionary)
  })
  const counts = CAUSES.map((cause) => {
    const of = misses.filter((miss) => miss.cause === cause)
    const words = of.filter(({ en }) => en.includes(' ')).length
    const long = of.filter(({ zh }) => zh.length >= 4).length
    return `${cause}: ${of.length}, several words ${words}, ≥ 4 hanzi ${long}`
  })
  const rows = misses.map(({ cause, zh, en, instead }) => [cause, zh, en, instead].join('\t'))
  return [...rows.toSorted(), '', ...counts].join('\n')
}
