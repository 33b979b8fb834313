import { type Doubt } from './doubt.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import type { TextRange } from '../model.ts'
import { glossesOf } from '../terms/words/glosses.ts'
import type { LinkedBead } from '../terms/linkedBead.ts'
import { spellingSimilarity } from '../terms/names/soundAlike.ts'
import { isNameDot } from '../text/nameHanzi.ts'

interface Spelling {
  readonly bead: number
  readonly zh: TextRange
  readonly en: TextRange
}

/**
 * One English name that has two spellings in hanzi: the rarer one is doubted wherever it stands. Spellings must sound alike;
 * otherwise they are two ways to call the same person.
 */
export function variedNames(beads: readonly LinkedBead[], zhText: string): readonly Doubt[] {
  const spellings = new Map<string, Map<string, Spelling[]>>()
  beads.forEach((bead, index) => {
    for (const name of bead.names) {
      const zh = bead.zh.find((word) => word.start === name.zh.start)
      const words = bead.en.slice(name.from, name.to)
      const [first, last] = [words[0], words.at(-1)]
      if (!zh || !first || !last) continue
      const parts = splitParts(zh.text)
      // The parts of a full name go with its words one by one; else only the last part with the last word.
      const pairs =
        parts.length === words.length
          ? parts.map((part, i) => [part, words[i]!] as const)
          : [[parts.at(-1) ?? '', last] as const]
      for (const [part, word] of pairs) {
        const key = word.text.toLowerCase()
        const byHanzi = spellings.get(key) ?? new Map<string, Spelling[]>()
        spellings.set(key, byHanzi)
        const start = zh.start + zh.text.lastIndexOf(part)
        const place = {
          bead: index,
          zh: { start, end: start + part.length },
          en: { start: word.start, end: word.end },
        }
        note(byHanzi, part, place)
      }
    }
  })
  return [...spellings.values()].flatMap((byHanzi) => {
    const [most, ...others] = [...byHanzi].sort((a, b) => b[1].length - a[1].length)
    return others.flatMap(([part, places]) =>
      most && isOtherSpelling(part, most[0])
        ? places
            .filter(({ zh }) => !standsAround(zhText, zh, most[0]))
            .map(({ bead, zh, en }): Doubt => ({
              code: 'nameSpellings',
              bead,
              zh,
              en,
              found: [part, most[0]],
            }))
        : [],
    )
  })
}

function note(of: Map<string, Spelling[]>, hanzi: string, place: Spelling): void {
  const found = of.get(hanzi)
  if (found) found.push(place)
  else of.set(hanzi, [place])
}

const ALIKE = 0.7

function isOtherSpelling(a: string, b: string): boolean {
  return !a.includes(b) && !b.includes(a)
    ? spellingSimilarity(a, b) >= ALIKE
    : a.length > 2 && b.length > 2
}

/** Whether the text has the longer spelling at a place, of which only a part was taken for the name. */
function standsAround(text: string, { start, end }: TextRange, longer: string): boolean {
  const at = longer.indexOf(text.slice(start, end))
  return at >= 0 && text.startsWith(longer, start - at)
}

function splitParts(name: string): readonly string[] {
  const parts: string[] = ['']
  for (const hanzi of name) {
    if (isNameDot(hanzi)) parts.push('')
    else parts.push(`${parts.pop() ?? ''}${hanzi}`)
  }
  return parts
}

/** Links weaker than this do not show what was meant. */
const SURE = 1
/** How often the usual word must stand for every time the other one does. */
const USUAL = 3

/**
 * One English noun for which the text has a usual Chinese word and, rarely, another one of the same meaning (提议, 建议: proposal).
 * Both must be nouns the dictionary glosses with it; what the text uses evenly is style.
 */
export function variedTerms(
  beads: readonly LinkedBead[],
  dictionary: Dictionary,
): readonly Doubt[] {
  const used = new Map<string, Map<string, Spelling[]>>()
  beads.forEach((bead, index) => {
    const partners = new Map<number, number>()
    for (const { zh } of bead.links) partners.set(zh, (partners.get(zh) ?? 0) + 1)
    for (const link of bead.links) {
      const zh = bead.zh[link.zh]!
      const en = bead.en[link.en]!
      if (link.strength < SURE || zh.name || zh.text.length < 2 || partners.get(link.zh) !== 1)
        continue
      if (glossesOf(zh.text, dictionary).lemmas.get(en.lemma) !== 1) continue
      // Words of every day are varied for style.
      if (dictionary.levelEn(en.lemma).cefr?.startsWith('A') === true) continue
      const byHanzi = used.get(en.stem) ?? new Map<string, Spelling[]>()
      used.set(en.stem, byHanzi)
      note(byHanzi, zh.text, { bead: index, zh, en })
    }
  })
  return [...used.values()].flatMap((byHanzi) => {
    const [most, ...others] = [...byHanzi].sort((a, b) => b[1].length - a[1].length)
    if (!most) return []
    return others.flatMap(([word, places]) => {
      const rare = places.length === 1 && most[1].length >= USUAL
      if (!rare || !sharesMeanings(word, most[0], dictionary)) return []
      return places.map(({ bead, zh, en }): Doubt => ({
        code: 'termVaries',
        bead,
        zh: { start: zh.start, end: zh.end },
        en: { start: en.start, end: en.end },
        found: [word, most[0]],
      }))
    })
  })
}

/** Whether the dictionary gives two words at least two meanings in common. */
function sharesMeanings(a: string, b: string, dictionary: Dictionary): boolean {
  const [mine, theirs] = [glossesOf(a, dictionary).lemmas, glossesOf(b, dictionary).lemmas]
  return [...mine.keys()].filter((lemma) => theirs.has(lemma)).length >= 2
}
