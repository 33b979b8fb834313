import type { DictionaryEntry } from './dictionary.ts'
import type { HskLevels } from './levels.ts'
import { packSections, packTextColumn } from './sections.ts'

/**
 * The compiled form of a dictionary: columns that gzip well, and that the decoder (`cedict.ts`) can read in place.
 *
 * Headwords (simplified) are sorted by code unit and front-coded: how many units are shared with the word before, how
 * many follow, and these as ranks in a table of all units by frequency (one byte for the 160 commonest, else two).
 * An entry's reading and its traditional form are almost always the commonest ones of its characters: they are stored
 * as the rank of each character's reading (form) among those the dictionary gives it, trailing zeros left out, so
 * that nine columns in ten are empty. Where that does not fit (`3C`, 花儿 as one syllable) the text stands after `=`.
 * A cross-reference in a gloss (`停火協定|停火协定[ting2 huo3 …]`) keeps the simplified word and which entry it is.
 */
export const MAGIC = 0x31_44_5a_44
export const ONE_BYTE_RANKS = 160

/** Ranks of readings: 0–9 a–z; of capitalised readings: A–Z. Ranks of traditional forms: 0–9 a–z. */
const LOWER = '0123456789abcdefghijklmnopqrstuvwxyz'
const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ'
export const RAW = '='

/** Around a cross-reference in a gloss: mark, simplified word, mark + 1 + number of the entry. */
export const REFERENCE = 1
export const MAX_REFERENCES = 7

export interface DictionarySource {
  readonly tier: 'core' | 'full'
  /** Of the dictionary's own release: `2026-09-10`. */
  readonly date: string
  /** In the dictionary's own order. */
  readonly entries: readonly DictionaryEntry[]
  /** Frequency byte of a simplified headword. */
  frequency(word: string): number
  /** Of simplified words. */
  readonly hsk: ReadonlyMap<string, HskLevels>
  /** CEFR level (`A1` … `C2`) of an English lemma. */
  readonly cefr: ReadonlyMap<string, string>
}

export function encodeDictionary(source: DictionarySource): Uint8Array {
  const byHeadword = groupByHeadword(source.entries)
  const headwords = [...byHeadword.keys()].toSorted()
  const entries = headwords.flatMap((word) => byHeadword.get(word) ?? [])
  const readings = rankPerCharacter(entries, (entry) => entry.reading.toLowerCase().split(' '))
  const forms = rankPerCharacter(entries, (entry) => [...entry.traditional])
  const heads = frontCode(headwords)

  return packSections(MAGIC, [
    packTextColumn([source.tier, source.date]),
    packTextColumn(heads.table),
    heads.shared,
    heads.added,
    heads.ranks,
    Uint8Array.from(headwords, (word) => byHeadword.get(word)?.length ?? 0),
    Uint8Array.from(headwords, (word) => source.frequency(word)),
    packTextColumn(tableLines(readings, ' ')),
    packTextColumn(tableLines(forms, '')),
    packTextColumn(entries.map((entry) => encodeReading(entry, readings))),
    packTextColumn(entries.map((entry) => encodeForm(entry, forms))),
    packTextColumn(entries.map((entry) => encodeGlosses(entry, byHeadword))),
    Uint8Array.from(headwords, (word) => hskByte(source.hsk.get(word), 0)),
    Uint8Array.from(headwords, (word) => hskByte(source.hsk.get(word), 1)),
    packTextColumn(levelLines(source, byHeadword)),
  ])
}

export function groupByHeadword(
  entries: readonly DictionaryEntry[],
): ReadonlyMap<string, readonly DictionaryEntry[]> {
  const groups = new Map<string, DictionaryEntry[]>()
  for (const entry of entries) {
    const group = groups.get(entry.simplified)
    if (group) group.push(entry)
    else groups.set(entry.simplified, [entry])
  }
  return groups
}

// ---------------------------------------------------------------- headwords

function frontCode(words: readonly string[]) {
  const shared = new Uint8Array(words.length)
  const added = new Uint8Array(words.length)
  let before = ''
  let tails = ''
  words.forEach((word, i) => {
    let same = 0
    while (same < before.length && before[same] === word[same]) same++
    shared[i] = same
    added[i] = word.length - same
    tails += word.slice(same)
    before = word
  })
  const table = unitsByFrequency(tails)
  const rank = new Map(table.map((unit, i) => [unit, i]))
  const ranks: number[] = []
  for (let i = 0; i < tails.length; i++) {
    const r = rank.get(tails.charCodeAt(i)) ?? 0
    if (r < ONE_BYTE_RANKS) ranks.push(r)
    else ranks.push(ONE_BYTE_RANKS + ((r - ONE_BYTE_RANKS) >> 8), (r - ONE_BYTE_RANKS) & 255)
  }
  // Numbers, not characters: half of a surrogate pair has no UTF-8.
  return { table: table.map(String), shared, added, ranks: Uint8Array.from(ranks) }
}

function unitsByFrequency(text: string): readonly number[] {
  const counts = new Uint32Array(65536)
  for (let i = 0; i < text.length; i++) counts[text.charCodeAt(i)]!++
  const units: number[] = []
  counts.forEach((count, unit) => {
    if (count > 0) units.push(unit)
  })
  return units.toSorted((a, b) => counts[b]! - counts[a]! || a - b)
}

// ---------------------------------------------------------------- readings and traditional forms

type Ranks = ReadonlyMap<string, readonly string[]>

/** For each character of the simplified headwords its parts (readings or forms), commonest first. */
function rankPerCharacter(
  entries: readonly DictionaryEntry[],
  partsOf: (entry: DictionaryEntry) => readonly string[],
): Ranks {
  const counts = new Map<string, Map<string, number>>()
  for (const entry of entries) {
    const characters = [...entry.simplified]
    const parts = partsOf(entry)
    if (parts.length !== characters.length) continue
    characters.forEach((character, i) => {
      const part = parts[i] ?? ''
      const ofCharacter = counts.get(character) ?? new Map<string, number>()
      counts.set(character, ofCharacter.set(part, (ofCharacter.get(part) ?? 0) + 1))
    })
  }
  const ranks = new Map<string, readonly string[]>()
  for (const [character, parts] of counts) {
    const best = [...parts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))
    ranks.set(
      character,
      best.map(([part]) => part),
    )
  }
  return ranks
}

/** `character` + its parts; a character whose only part is itself is left out. */
function tableLines(ranks: Ranks, separator: string): readonly string[] {
  return [...ranks]
    .filter(([character, parts]) => parts.length > 1 || parts[0] !== character)
    .map(([character, parts]) => character + parts.join(separator))
    .toSorted()
}

function encodeReading(entry: DictionaryEntry, ranks: Ranks): string {
  const characters = [...entry.simplified]
  const syllables = entry.reading.split(' ')
  const codes: string[] = []
  for (const [i, character] of characters.entries()) {
    const syllable = syllables[i] ?? ''
    const lower = syllable.toLowerCase()
    const rank = ranks.get(character)?.indexOf(lower) ?? -1
    const code = (syllable === lower ? LOWER : UPPER)[rank]
    if (code === undefined || (syllable !== lower && syllable !== capitalise(lower))) {
      return RAW + entry.reading
    }
    codes.push(code)
  }
  if (syllables.length !== characters.length) return RAW + entry.reading
  return codes.join('').replace(/0+$/, '')
}

function encodeForm(entry: DictionaryEntry, ranks: Ranks): string {
  const characters = [...entry.simplified]
  const forms = [...entry.traditional]
  if (forms.length !== characters.length) return RAW + entry.traditional
  const codes = characters.map((character, i) => {
    const rank = ranks.get(character)?.indexOf(forms[i] ?? '') ?? -1
    return LOWER[rank] ?? RAW
  })
  if (codes.includes(RAW)) return RAW + entry.traditional
  return codes.join('').replace(/0+$/, '')
}

interface Rank {
  readonly rank: number
  readonly capital: boolean
}

const RANKS = new Map<string, Rank>()
for (let rank = 0; rank < LOWER.length; rank++) {
  RANKS.set(LOWER.charAt(rank), { rank, capital: false })
  if (rank < UPPER.length) RANKS.set(UPPER.charAt(rank), { rank, capital: true })
}
const FIRST: Rank = { rank: 0, capital: false }

/** The rank a code letter stands for, and whether its reading is capitalised. */
export function decodeRank(code: string): Rank {
  return RANKS.get(code) ?? FIRST
}

export function capitalise(syllable: string): string {
  return syllable.charAt(0).toUpperCase() + syllable.slice(1)
}

// ---------------------------------------------------------------- glosses

/** How CC-CEDICT writes a reference to another entry. */
export function writeReference(entry: Omit<DictionaryEntry, 'glosses'>): string {
  const { simplified, traditional, reading } = entry
  const word = simplified === traditional ? simplified : `${traditional}|${simplified}`
  return `${word}[${reading}]`
}

function encodeGlosses(
  entry: DictionaryEntry,
  byHeadword: ReadonlyMap<string, readonly DictionaryEntry[]>,
): string {
  return entry.glosses
    .join('/')
    .replace(/(CL:|)([^\s/,;()[\]]+)\[[^\]]*\]/g, (whole: string, prefix: string, word: string) => {
      const simplified = word.slice(word.indexOf('|') + 1)
      const number = (byHeadword.get(simplified) ?? []).findIndex(
        (target) => prefix + writeReference(target) === whole,
      )
      if (number < 0 || number >= MAX_REFERENCES) return whole
      const mark = String.fromCharCode(REFERENCE)
      return prefix + mark + simplified + String.fromCharCode(REFERENCE + 1 + number)
    })
}

// ---------------------------------------------------------------- levels

/** HSK 2.0 and 2021 in one byte, 2025 in the other: 3 bits each. */
function hskByte(levels: HskLevels | undefined, which: 0 | 1): number {
  if (!levels) return 0
  return which === 0 ? levels[0] | (levels[1] << 3) : levels[2]
}

/** `zh 一下儿 010` for words that are no headword here, then `en abandon B1`. */
function levelLines(
  source: DictionarySource,
  headwords: ReadonlyMap<string, unknown>,
): readonly string[] {
  const zh = [...source.hsk].filter(([word]) => !headwords.has(word))
  return [
    ...zh.map(([word, levels]) => `zh\t${word}\t${levels.join('')}`),
    ...[...source.cefr].map(([lemma, level]) => `en\t${lemma}\t${level}`),
  ]
}
