import { type Doubt } from './doubt.ts'
import type { Dictionary } from '../dictionary/dictionary.ts'
import { glossesOf } from '../terms/words/glosses.ts'
import type { LinkedBead } from '../terms/linkedBead.ts'
import { isProper, type EnWord } from '../terms/words/words.ts'

/**
 * Names that one side of a bead has and the other has not. Only names whose counterpart is known, from the rest of the text or
 * from the dictionary: of a name nobody has spelt in hanzi before, one cannot say that it is missing.
 */
export function missingNames(
  beads: readonly LinkedBead[],
  zhText: string,
  dictionary: Dictionary,
): readonly Doubt[] {
  const hanziOf = counterparts(beads, dictionary)
  const doubts = beads.flatMap((bead, index) => [
    ...missingInChinese(bead, index, zhText, hanziOf, dictionary),
    ...missingInEnglish(bead, index, zhText, hanziOf),
  ])
  const counts = new Map<string, number>()
  for (const {
    found: [name = ''],
  } of doubts)
    counts.set(name, (counts.get(name) ?? 0) + 1)
  // A name that is missing again and again has another counterpart than was thought.
  return doubts.filter(({ found: [name = ''] }) => counts.get(name)! <= MOST_MISSING)
}

const MOST_MISSING = 2
/** A name spelt in hanzi in fewer beads may be a mistake of the linker. */
const LEAST_BEADS = 2

/** For every English name, in lower case, the names in hanzi it is linked with in several beads of the text. */
function counterparts(
  beads: readonly LinkedBead[],
  dictionary: Dictionary,
): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Map<string, Set<LinkedBead>>>()
  const add = (bead: LinkedBead, word: EnWord | undefined, hanzi: string) => {
    if (word === undefined || !word.capital) return
    const key = word.text.toLowerCase()
    const places = found.get(key) ?? new Map<string, Set<LinkedBead>>()
    found.set(key, places.set(hanzi, (places.get(hanzi) ?? new Set()).add(bead)))
  }
  for (const bead of beads) {
    for (const { zh, en } of bead.links) {
      const word = bead.zh[zh]
      // `Mrs` is 太太, but 太太 is nobody's name.
      if (word && (word.name || dictionary.isName(word.text))) add(bead, bead.en[en], word.text)
    }
    for (const { zh, from, to } of bead.names) {
      const hanzi = bead.zh.find((word) => word.start === zh.start)?.text ?? ''
      for (const word of bead.en.slice(from, to)) add(bead, word, hanzi)
    }
  }
  const isSettled = ([, beadsOf]: [string, Set<LinkedBead>]) => beadsOf.size >= LEAST_BEADS
  return new Map(
    [...found].map(([name, places]) => [
      name,
      new Set([...places].filter(isSettled).map(([hanzi]) => hanzi)),
    ]),
  )
}

/** A sentence that says 他 or 该国 may well mean the name. */
const STAND_IN = /[他她它其该此两双]/

function missingInChinese(
  bead: LinkedBead,
  index: number,
  zhText: string,
  hanziOf: ReadonlyMap<string, ReadonlySet<string>>,
  dictionary: Dictionary,
): readonly Doubt[] {
  const [first, last] = [bead.zh[0], bead.zh.at(-1)]
  if (first === undefined || last === undefined) return []
  const text = zhText.slice(first.start, last.end)
  return unlinkedNames(bead).flatMap((words) => {
    const name = words.map((word) => word.text).join(' ')
    if (text.includes(name)) return []
    const here = words.flatMap((word) => [...(hanziOf.get(word.text.toLowerCase()) ?? [])])
    const listed = properHeadwords(name, dictionary)
    if (here.length + listed.length === 0) return []
    if (listed.length === 0 && STAND_IN.test(text)) return []
    const stands =
      here.some((hanzi) => text.includes(hanzi)) ||
      // 美 in 美军 is 美国 too.
      listed.some((hanzi) => text.includes(hanzi.slice(0, 1)))
    const en = { start: words[0]!.start, end: words.at(-1)!.end }
    return stands
      ? []
      : [{ code: 'nameMissing', bead: index, zh: null, en, found: [name, here[0] ?? listed[0]!] }]
  })
}

/** Runs of words with a capital of their own, none of them linked, and not beside a linked one: that is part of a name. */
function unlinkedNames(bead: LinkedBead): readonly (readonly EnWord[])[] {
  const linked = linkedEnglish(bead)
  const runs: EnWord[][] = []
  bead.en.forEach((word, j) => {
    if (!isProper(word)) return
    const before = bead.en[j - 1]
    if (word.joined && before?.capital === true && runs.at(-1)?.at(-1) === before)
      runs.at(-1)!.push(word)
    else runs.push([word])
  })
  const placeOf = new Map(bead.en.map((word, j) => [word, j]))
  const isLinked = (j: number) => linked.has(j) && bead.en[j]?.capital === true
  return runs.filter((run) => {
    const places = run.map((word) => placeOf.get(word)!)
    const [from, to] = [places[0]!, places.at(-1)!]
    return !places.some((j) => linked.has(j)) && !isLinked(from - 1) && !isLinked(to + 1)
  })
}

function linkedEnglish(bead: LinkedBead): ReadonlySet<number> {
  const linked = new Set(bead.links.map(({ en }) => en))
  for (const { from, to } of bead.names) for (let j = from; j < to; j++) linked.add(j)
  return linked
}

/** Names of the dictionary that mean this and nothing else; none for a word of two letters or fewer, or an everyday one. */
function properHeadwords(name: string, dictionary: Dictionary): readonly string[] {
  if (name.length < 4 || dictionary.levelEn(name.toLowerCase()).cefr !== undefined) return []
  return dictionary
    .findEnglish(name, 4)
    .filter(
      ({ simplified, glosses }) =>
        glossesOf(simplified, dictionary).proper && glosses.some((gloss) => gloss.startsWith(name)),
    )
    .map(({ simplified }) => simplified)
}

/** An English sentence with one of these may well mean the name. */
const PRONOUN = /^(?:he|she|it|they|him|her|them|his|its|their|who|which|this|that|these|those)$/

/** Names of fewer hanzi may be part of a word. */
const LEAST_HANZI = 3

/** Names in hanzi, linked elsewhere in the text, where the English side has neither the name nor a pronoun. */
function missingInEnglish(
  bead: LinkedBead,
  index: number,
  zhText: string,
  hanziOf: ReadonlyMap<string, ReadonlySet<string>>,
): readonly Doubt[] {
  const isSaid =
    bead.en.length === 0 || bead.en.some(({ text }) => PRONOUN.test(text.toLowerCase()))
  const [first, last] = [bead.zh[0], bead.zh.at(-1)]
  if (isSaid || first === undefined || last === undefined) return []
  const englishOf = new Map<string, string[]>()
  for (const [english, names] of hanziOf)
    for (const hanzi of names) englishOf.set(hanzi, [...(englishOf.get(hanzi) ?? []), english])
  return [...englishOf].flatMap(([hanzi, english]) => {
    const start = zhText.indexOf(hanzi, first.start)
    if (hanzi.length < LEAST_HANZI || start < 0 || start + hanzi.length > last.end) return []
    if (bead.en.some(({ text }) => english.includes(text.toLowerCase()))) return []
    // Part of a longer name that has its counterpart.
    const end = start + hanzi.length
    const linked = new Set(bead.links.map(({ zh }) => zh))
    const held = bead.zh.some(
      (word, i) => word.start <= start && end <= word.end && (word.text !== hanzi || linked.has(i)),
    )
    return held
      ? []
      : [
          {
            code: 'nameMissing',
            bead: index,
            zh: { start, end },
            en: null,
            found: [hanzi, english[0]!],
          },
        ]
  })
}
