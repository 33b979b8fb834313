import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { readDeck } from '../../src/formats/deckFile.ts'

const root = resolve(import.meta.dirname, '../..')
const folder = mkdtempSync(join(tmpdir(), 'duizhao-'))
afterAll(() => rmSync(folder, { recursive: true }))

function file(name: string, content: string | Uint8Array): string {
  const path = join(folder, name)
  writeFileSync(path, content)
  return path
}

function duizhao(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['src/cli/start.mjs', ...args], {
    cwd: root,
    encoding: 'utf8',
  })
  return { status, stdout, stderr }
}

const zh = file('zh.txt', '天刚亮，面包店就开门了。老王来买面包。\r\n他走了。\r\n')
const en = file(
  'en.txt',
  'The bakery opens as soon as it is light. Old Wang comes to buy bread.\nHe leaves.\n',
)
const picture = file('a.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10, 0, 0, 1]))

describe('duizhao', () => {
  it('aligns two texts', () => {
    const { status, stdout, stderr } = duizhao('align', zh, en)
    expect(stderr).toBe('')
    expect(status).toBe(0)
    const { confidence, ...aligned } = JSON.parse(stdout)
    expect(aligned).toEqual({
      zh: ['天刚亮，面包店就开门了。', '老王来买面包。', '他走了。'],
      en: [
        'The bakery opens as soon as it is light.',
        'Old Wang comes to buy bread.',
        'He leaves.',
      ],
      beads: [
        [[0], [0]],
        [[1], [1]],
        [[2], [2]],
      ],
    })
    expect(confidence).toHaveLength(3)
  })

  it('reads English as a learner needs it: an array a line, phrases on their words', () => {
    const { status, stdout } = duizhao('english', file('e.txt', 'He turned the job down.\n'))
    expect(status).toBe(0)
    const [line = []] = stdout
      .trimEnd()
      .split('\n')
      .map((one) => JSON.parse(one))
    expect(line.map(({ text }: { text: string }) => text)).toEqual([
      'He', 'turned', 'the', 'job', 'down',
    ]) // prettier-ignore
    expect(line[1]).toMatchObject({ lemma: 'turn', pos: 'verb', ipa: 'tɝːnd', cefr: 'A1' })
    expect(line[4].phrase).toMatchObject({ headword: 'turn down' })
  })

  it('aligns lines as they are given, blank lines at the end left out', () => {
    const zhLines = file('zh.lines', '天刚亮，面包店就开门了。 \n\n老王来买面包。他走了。\n\n \n')
    const enLines = file(
      'en.lines',
      'The bakery opens as soon as it is light.\nOld Wang comes to buy bread.\nHe leaves.',
    )
    const { status, stdout, stderr } = duizhao('align', '--segmented', '--time', zhLines, enLines)
    expect([status, stderr]).toEqual([0, ''])
    const aligned = JSON.parse(stdout)
    expect(aligned.zh).toEqual(['天刚亮，面包店就开门了。 ', '', '老王来买面包。他走了。'])
    expect(aligned.beads.flatMap((bead: [number[], number[]]) => bead[0])).toEqual([0, 1, 2])
    expect(aligned.beads.flatMap((bead: [number[], number[]]) => bead[1])).toEqual([0, 1, 2])
    expect(aligned.segmentsPerSecond).toBeGreaterThan(0)
  })

  it('says in sentences what it thinks of a deck', () => {
    const { status, stdout, stderr } = duizhao('deck', '--check', 'decks/saturday-market.json')
    expect([status, stderr]).toEqual([0, ''])
    expect(stdout).toContain('decks/saturday-market.json is a sound deck: 31 pairs of sentences.\n')
    expect(stdout).toMatch(/^Chinese: 1\.2 % of 163 running words are above HSK 2: /m)
    expect(stdout).toMatch(/^English: no word is above A2\.$/m)
  })

  it('says in one sentence that a file is no sound deck', () => {
    const bad = file('bad.json', '{ "format": "duizhao-deck", "version": 1, "id": "x" }')
    for (const [name, sentence] of [
      [zh, 'is not a Duizhao deck.'],
      [bad, 'is a deck in which revision is missing or wrong.'],
    ] as const) {
      const { status, stdout, stderr } = duizhao('deck', '--check', name)
      expect([status, stdout]).toEqual([2, ''])
      expect(stderr).toBe(`duizhao: ${name} ${sentence}\n`)
    }
  })

  it('makes a deck of one file or of two', () => {
    const both = file('both.txt', '停火 (ceasefire)\n面包 = bread')
    for (const [files, terms] of [
      [[both], ['停火', '面包']],
      [[zh, en], ['面包']],
    ] as const) {
      const { status, stdout } = duizhao('deck', ...files)
      expect(status).toBe(0)
      const { value, issues } = readDeck(stdout)
      expect(issues).toEqual([])
      expect(value?.terms.map((term) => term.zh)).toEqual(expect.arrayContaining([...terms]))
      expect(value?.beads[0]?.zh).not.toBe('')
    }
  })

  it('prints the words and the readings of each line', () => {
    const words = duizhao('words', zh)
    expect(words.stdout.split('\n')).toHaveLength(3)
    expect(words.stdout).toContain('面包店  就')
    const read = duizhao('read', zh)
    expect(JSON.parse(read.stdout.split('\n')[1]!)).toEqual(['ta1', 'zou3', 'le5'])
    expect([words.stderr, read.stderr]).toEqual(['', ''])
  })

  it('says what looks wrong in a translation, with both sentences as they stand', () => {
    const lines = ['会议星期三开始。', '“票价是 25 元。', '他走了。']
    const english = ['The meeting starts on Tuesday.', '“A ticket is 52 yuan.”', 'He left.']
    const zhLines = file('check.zh', `${lines.join('\n')}\n`)
    const enLines = file('check.en', `${english.join('\n')}\n`)
    const { status, stdout, stderr } = duizhao('check', '--segmented', zhLines, enLines)
    expect([status, stderr]).toEqual([0, ''])
    const doubts: Record<string, string>[] = JSON.parse(stdout)
    expect(doubts[0]).toEqual({
      zh: lines[0],
      en: english[0],
      kind: 'numbersDiffer',
      reason: 'Tuesday on one side, 星期三 on the other.',
    })
    expect(doubts.map(({ zh, kind }) => [zh, kind])).toContainEqual([lines[1], 'numbersDiffer'])
    expect(doubts.every((doubt) => doubt['reason']!.endsWith('.'))).toBe(true)
    expect(doubts.some((doubt) => doubt['zh'] === lines[2])).toBe(false)
    expect(duizhao('check', zh, en).stdout).toBe('[]\n')
  })

  it('reads as spoken, and writes in the other script', () => {
    const text = file('spoken.txt', '你好，一个也不要。\n\n他头发干了。\n')
    const spoken = duizhao('read', '--spoken', text)
    expect([spoken.status, spoken.stderr]).toEqual([0, ''])
    expect(JSON.parse(spoken.stdout.split('\n')[0]!)).toEqual(
      'ni2 hao3 yi2 ge5 ye3 bu2 yao4'.split(' '),
    )
    const traditional = duizhao('script', '--to', 'traditional', text)
    expect(traditional).toEqual({
      status: 0,
      stderr: '',
      stdout: '你好，一個也不要。\n\n他頭髮乾了。\n',
    })
    const there = file('traditional.txt', traditional.stdout)
    expect(duizhao('script', '--to=simplified', there).stdout).toBe(
      '你好，一个也不要。\n\n他头发干了。\n',
    )
  })

  it('helps', () => {
    const { status, stdout, stderr } = duizhao('--help')
    expect([status, stderr]).toEqual([0, ''])
    for (const command of ['align', 'check', 'deck', 'words', 'read', 'script'])
      expect(stdout).toContain(`\n  ${command} `)
  })

  it.each([
    ['no command', [], /what to do/],
    ['an unknown command', ['fly'], /no command fly/],
    ['a name every object has', ['constructor'], /no command constructor/],
    ['a file too few', ['align', zh], /takes 2 files, not 1/],
    ['a file too many', ['deck', zh, en, zh], /takes 1 or 2 files, not 3/],
    ['an unknown option', ['align', '--fast', zh, en], /no option --fast/],
    ['a missing file', ['deck', join(folder, 'gone.txt')], /gone\.txt does not exist/],
    ['a folder', ['align', folder, en], /is a folder/],
    ['a picture', ['align', zh, picture], /a\.png is not a text file/],
    ['a picture as deck', ['deck', picture], /a\.png is not a text file/],
    ['an empty file', ['deck', file('empty.txt', '')], /empty\.txt is empty/],
    ['words of a missing file', ['words', join(folder, 'gone.txt')], /gone\.txt/],
    ['doubts about one file', ['check', zh], /takes 2 files, not 1/],
    ['doubts about a picture', ['check', '--segmented', zh, picture], /a\.png is not a text file/],
    ['a script nobody has', ['script', '--to', 'latin', zh], /--to traditional or --to simplified/],
    ['no script', ['script', zh], /--to traditional or --to simplified/],
    ['the script of a picture', ['script', '--to', 'traditional', picture], /a\.png is not a text/],
    ['the readings of no file', ['read', '--spoken'], /takes 1 file, not 0/],
    ['readings of a picture', ['read', picture], /a\.png/],
  ])('refuses %s with one sentence and code 2', (_fact, args, sentence) => {
    const { status, stdout, stderr } = duizhao(...args)
    expect(stderr).toMatch(sentence)
    expect(stderr.trim().split('\n')).toHaveLength(1)
    expect([status, stdout]).toEqual([2, ''])
  })
}, 120_000)
