import { CEFR, type Level } from '../model.ts'
import type { Dictionary } from './dictionary.ts'
import { MAGIC, MAX_REFERENCES, ONE_BYTE_RANKS, REFERENCE, writeReference } from './encode.ts'
import { openForms, type Forms } from './forms.ts'
import { logFrequencyOf } from './frequency.ts'
import { MAX_MATCHES, openHeadwordIndex, type HeadwordIndex } from './headwordIndex.ts'
import { openTextColumn, readTextColumn, unpackSections } from './sections.ts'

/**
 * A dictionary over its compiled bytes (not gzipped; see `encode.ts` for the columns). The bytes are kept, not copied:
 * entries are decoded when they are asked for.
 *
 * @throws RangeError when the bytes are not a dictionary of this version
 */
export function openDictionary(bytes: Uint8Array): Dictionary {
  const sections = unpackSections(MAGIC, bytes)
  const section = (i: number): Uint8Array => sections[i] ?? new Uint8Array()
  const [tier, date = ''] = readTextColumn(section(0))
  const simplified = decodeHeadwords(section(1), section(2), section(3), section(4))
  const firstEntry = runningTotals(section(5))
  const frequencies = section(6)
  const forms = openForms(simplified, firstEntry, section(7), section(8), section(9), section(10))
  const glosses = openTextColumn(section(11), forms.size)
  const traditional = indexTraditional(forms, frequencies)
  const levels = openLevels(simplified, section(12), section(13), section(14))

  /** The entries' numbers of a word: by its simplified form, then by its traditional form. */
  const numbersOf = (word: string): readonly number[] => {
    const numbers: number[] = []
    const position = simplified.find(word)
    if (position >= 0) {
      for (let i = firstEntry[position]!; i < firstEntry[position + 1]!; i++) numbers.push(i)
    }
    const other = traditional.index.find(word)
    if (other >= 0) {
      for (let i = traditional.first[other]!; i < traditional.first[other + 1]!; i++) {
        numbers.push(traditional.entries[i]!)
      }
    }
    return numbers
  }

  const mark = String.fromCharCode(REFERENCE)
  const which = `${String.fromCharCode(REFERENCE + 1)}-${String.fromCharCode(REFERENCE + MAX_REFERENCES)}`
  const referencePattern = new RegExp(`${mark}([^${which}]+)([${which}])`, 'g')
  const readGlosses = (number: number): readonly string[] =>
    glosses
      .row(number)
      .replace(referencePattern, (_, word: string, nth: string) => {
        const target = firstEntry[simplified.find(word)]! + nth.charCodeAt(0) - REFERENCE - 1
        return writeReference(forms.form(target))
      })
      .split('/')

  const areCapitalised = (from: number, to: number, numbers?: Uint32Array): boolean => {
    for (let i = from; i < to; i++)
      if (!forms.isCapitalised(numbers ? numbers[i]! : i)) return false
    return true
  }

  const ends = new Int32Array(MAX_MATCHES)
  const positions = new Int32Array(MAX_MATCHES)
  const otherEnds = new Int32Array(MAX_MATCHES)
  const otherPositions = new Int32Array(MAX_MATCHES)

  const matches: Dictionary['matches'] = (text, at, visit) => {
    const count = simplified.walk(text, at, ends, positions)
    const otherCount = traditional.index.walk(text, at, otherEnds, otherPositions)
    let i = 0
    let j = 0
    // Both lists are read out first: `visit` may look up other words.
    const found: number[] = []
    while (i < count || j < otherCount) {
      const end = i < count ? ends[i]! : Infinity
      const otherEnd = j < otherCount ? otherEnds[j]! : Infinity
      let byte = 255
      if (end <= otherEnd) byte = frequencies[positions[i++]!]!
      if (otherEnd <= end) byte = Math.min(byte, traditional.frequencies[otherPositions[j++]!]!)
      found.push(Math.min(end, otherEnd), byte)
    }
    for (let k = 0; k < found.length; k += 2) visit(found[k]!, logFrequencyOf(found[k + 1]!))
  }

  return {
    tier: tier === 'core' ? 'core' : 'full',
    date,
    size: forms.size,
    entries: (word) => numbersOf(word).map((i) => ({ ...forms.form(i), glosses: readGlosses(i) })),
    has: (word) => simplified.find(word) >= 0 || traditional.index.find(word) >= 0,
    matches,
    longestMatch: (text, at) => {
      const count = simplified.walk(text, at, ends, positions)
      const otherCount = traditional.index.walk(text, at, otherEnds, otherPositions)
      const end = count > 0 ? ends[count - 1]! : at
      return Math.max(end, otherCount > 0 ? otherEnds[otherCount - 1]! : at) - at
    },
    logFrequency: (word) => {
      const position = simplified.find(word)
      const other = traditional.index.find(word)
      if (position < 0 && other < 0) return null
      const byte = position < 0 ? 255 : frequencies[position]!
      return logFrequencyOf(other < 0 ? byte : Math.min(byte, traditional.frequencies[other]!))
    },
    isName: (word) => {
      if (!/^[\u3007\u3400-\u9fff·]{2,}$/.test(word)) return false
      const position = simplified.find(word)
      const other = traditional.index.find(word)
      if (position < 0 && other < 0) return false
      return (
        (position < 0 || areCapitalised(firstEntry[position]!, firstEntry[position + 1]!)) &&
        (other < 0 ||
          areCapitalised(
            traditional.first[other]!,
            traditional.first[other + 1]!,
            traditional.entries,
          ))
      )
    },
    traditionalForms: (character) => orItself(forms.traditional(character), character),
    simplifiedForms: (character) => orItself(forms.simplified(character), character),
    *headwords() {
      for (let i = 0; i < simplified.size; i++) yield simplified.word(i)
    },
    headword: simplified.word,
    levelZh: (word) => {
      const level = levels.zh(word)
      const [number] = level ? [] : numbersOf(word)
      return level ?? (number === undefined ? null : levels.zh(forms.form(number).simplified)) ?? {}
    },
    levelEn: (lemma) => levels.en(lemma),
    findEnglish: () => [],
    equivalents: () => [],
  }
}

function orItself(forms: readonly string[], character: string): readonly string[] {
  return forms.length > 0 ? forms : [character]
}

/** Undoes the front coding: every word is so many units of the word before, and so many new ones. */
function decodeHeadwords(
  table: Uint8Array,
  shared: Uint8Array,
  added: Uint8Array,
  ranks: Uint8Array,
): HeadwordIndex {
  const unitOf = Uint16Array.from(readTextColumn(table), Number)
  const starts = new Uint32Array(shared.length + 1)
  for (let i = 0; i < shared.length; i++) starts[i + 1] = starts[i]! + shared[i]! + added[i]!
  const units = new Uint16Array(starts[shared.length]!)
  let at = 0
  for (let i = 0; i < shared.length; i++) {
    let to = starts[i]!
    const before = i > 0 ? starts[i - 1]! : 0
    for (let j = 0; j < shared[i]!; j++) units[to++] = units[before + j]!
    for (let j = 0; j < added[i]!; j++) {
      let rank = ranks[at++]!
      if (rank >= ONE_BYTE_RANKS) rank += (rank - ONE_BYTE_RANKS) * 255 + ranks[at++]!
      units[to++] = unitOf[rank]!
    }
  }
  return openHeadwordIndex(units, starts)
}

function runningTotals(counts: Uint8Array): Uint32Array {
  const totals = new Uint32Array(counts.length + 1)
  for (let i = 0; i < counts.length; i++) totals[i + 1] = totals[i]! + counts[i]!
  return totals
}

/** The traditional forms that differ from the simplified ones, sorted, with the entries each stands for. */
function indexTraditional(forms: Forms, bytes: Uint8Array) {
  // Entries of one form are chained, the first of them first: an array for each would be most of the work.
  const firstOf = new Map<string, number>()
  const next = new Int32Array(forms.size)
  let count = 0
  for (let i = forms.size - 1; i >= 0; i--) {
    const { simplified, traditional } = forms.written(i)
    if (simplified === traditional) continue
    next[i] = firstOf.get(traditional) ?? -1
    firstOf.set(traditional, i)
    count++
  }
  const words = [...firstOf.keys()].toSorted()
  const starts = new Uint32Array(words.length + 1)
  const first = new Uint32Array(words.length + 1)
  const entries = new Uint32Array(count)
  const frequencies = new Uint8Array(words.length).fill(255)
  let at = 0
  words.forEach((word, i) => {
    starts[i + 1] = starts[i]! + word.length
    for (let entry = firstOf.get(word)!; entry >= 0; entry = next[entry]!) {
      entries[at++] = entry
      frequencies[i] = Math.min(frequencies[i]!, bytes[forms.position(entry)]!)
    }
    first[i + 1] = at
  })
  const units = new Uint16Array(starts[words.length]!)
  words.forEach((word, i) => {
    for (let j = 0; j < word.length; j++) units[starts[i]! + j] = word.charCodeAt(j)
  })
  return { index: openHeadwordIndex(units, starts), entries, first, frequencies }
}

/** HSK by two columns beside the headwords, and a list for the rest; CEFR by a list, read at its first use. */
function openLevels(
  simplified: HeadwordIndex,
  older: Uint8Array,
  newer: Uint8Array,
  rest: Uint8Array,
) {
  const readLists = () => {
    const zh = new Map<string, Level>()
    const en = new Map<string, Level>()
    for (const line of readTextColumn(rest)) {
      const [side, word = '', levels = ''] = line.split('\t')
      const cefr = CEFR.find((level) => level === levels)
      if (side === 'en' && cefr) en.set(word, { cefr })
      if (side === 'zh') {
        const [hsk2 = 0, hsk2021 = 0, hsk2025 = 0] = [...levels].map(Number)
        zh.set(word, hskLevel(hsk2, hsk2021, hsk2025))
      }
    }
    return { zh, en }
  }
  let lists: ReturnType<typeof readLists> | null = null
  return {
    zh: (word: string): Level | null => {
      const i = simplified.find(word)
      if (i < 0) return (lists ??= readLists()).zh.get(word) ?? null
      return hskLevel(older[i]! & 7, older[i]! >> 3, newer[i]!)
    },
    en: (lemma: string): Level => (lists ??= readLists()).en.get(lemma) ?? {},
  }
}

function hskLevel(hsk2: number, hsk2021: number, hsk2025: number): Level {
  return {
    ...(hsk2 > 0 && { hsk2 }),
    ...(hsk2021 > 0 && { hsk2021 }),
    ...(hsk2025 > 0 && { hsk2025 }),
  }
}
