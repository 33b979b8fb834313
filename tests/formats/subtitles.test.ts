import { describe, expect, it } from 'vitest'
import { recogniseLayout } from '../../src/domain/text/layout.ts'
import { sourceOfCues } from '../../src/formats/cues.ts'
import { readClipboard, readInput } from '../../src/formats/readInput.ts'
import { encode } from './encode.ts'

const file = (name: string, text: string) => ({ name, bytes: encode(text, 'utf-8') })
/** The pairs a file (or two) is read as. */
async function pairsOf(...files: readonly (readonly [name: string, text: string])[]) {
  const { value, issues } = await readInput(files.map(([name, text]) => file(name, text)))
  const source = value?.source
  const layout = source && recogniseLayout(source).value
  const [zh, en] = [layout?.texts.zh.split('\n') ?? [], layout?.texts.en.split('\n') ?? []]
  const pairs = layout?.ties.map((tie) => [
    zh.slice(tie.zh.from, tie.zh.to).join(' / '),
    en.slice(tie.en.from, tie.en.to).join(' / '),
  ])
  return { kind: layout?.kind, pairs, issues }
}

const BRIDGE = [
  ['桥很旧。', 'The bridge is old.'],
  ['河水很清。', 'The river is clear.'],
] as const

describe('subtitles with both languages', () => {
  it.each([
    [
      'SubRip',
      'a.srt',
      '1\n00:00:01,000 --> 00:00:02,000\n桥很旧。\nThe bridge is old.\n\n2\n00:00:03,000 --> 00:00:04,000\n河水很清。\nThe river is clear.\n',
    ],
    [
      'English first, CRLF, tags of every kind, no hours',
      'a.srt',
      '1\r\n00:01,000 --> 00:02,000\r\n<b>The <i>bridge</i></b> is old.\r\n<font color="#fff" size=3>桥很旧。</font>\r\n\r\n2\r\n00:03,000 --> 00:04,000 X1:10 X2:20\r\n{\\pos(20,30)}The river {\\i1}is{\\i0} clear.\r\n{y:i}河水很清。\r\n',
    ],
    [
      'without a number, without a blank line between',
      'a.srt',
      '00:00:01.000 --> 00:00:02.000\n桥很旧。\nThe bridge is old.\n2\n00:00:03.000 --> 00:00:04.000\n河水很清。\nThe river is clear.',
    ],
    [
      'a blank line inside a cue, a line wrapped by hand',
      'a.srt',
      '1\n00:00:01,000 --> 00:00:02,000\n桥很旧。\n\nThe bridge\nis old.\n\n2\n00:00:03,000 --> 00:00:04,000\n河水很清。\nThe river is clear.\n',
    ],
    [
      'WebVTT with a style, a note, settings, voices and classes',
      'a.vtt',
      'WEBVTT - film\nKind: captions\n\nSTYLE\n::cue { color: red }\n\nNOTE not\nshown\n\nintro\n00:01.000 --> 00:02.000 align:start line:90%\n<v Wang>桥很旧。\n<c.yellow.bg_blue>The <00:01.500>bridge</c> is&nbsp;old.\n\n00:03.000 --> 00:04.000\n<lang zh>河水很清。</lang>\nThe river is clear.\n',
    ],
    [
      'a cue for each language at one time',
      'a.vtt',
      'WEBVTT\n\n00:01.000 --> 00:02.000\n桥很旧。\n\n00:01.000 --> 00:02.000\nThe bridge is old.\n\n00:03.050 --> 00:04.000\n河水很清。\n\n00:03.000 --> 00:04.000\nThe river is clear.\n',
    ],
    [
      'ASS with its own order of fields, drawings and commas',
      'a.ass',
      '[Script Info]\nTitle: x\n\n[Events]\nFormat: Start, End, Style, Layer, Text\nComment: 0:00:00.00,0:00:01.00,D,0,nobody\nDialogue: 0:00:01.00,0:00:02.00,D,0,{\\an8}桥很旧。\\N{\\fs20}The bridge is old.\nDialogue: 0:00:01.00,0:00:02.00,D,0,{\\p1}m 0 0 l 10 10{\\p0}\nDialogue: 0:00:03.00,0:00:04.00,D,0,河水很清。\\NThe river is clear.\n',
    ],
    [
      'words of a song with heads and second stamps',
      'a.lrc',
      '[ti:Bridge]\n[ar:Nobody]\n[offset:+500]\n[00:01.00][01:01.00]桥很旧。\n[00:01.00][01:01.00]The bridge is old.\n[00:02.5]\n[00:03.00]<00:03.00>The <00:03.20>river is clear.\n[00:03.00]河水很清。\n',
    ],
  ])('are pairs: %s', async (_what, name, text) => {
    const expected = { pairs: BRIDGE, issues: [] }
    expect(await pairsOf([name, text])).toMatchObject(expected)
    // By what is in it, too, and however it came.
    expect(await pairsOf(['film', text])).toMatchObject(expected)
    const pasted = await readClipboard({ text, html: `<pre>${text}</pre>` })
    expect(pasted.value?.kind).toBe('rows')
  })

  it('keep what two people say apart, and figures and signs that are text', async () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\n- 你来吗？\n- 来。\n- Are you coming?\n- Yes.\n\n2\n00:00:03,000 --> 00:00:04,000\n1 < 2 吗？\nIs 1 < 2 <really>?\n\n3\n00:00:05,000 --> 00:00:06,000\n房间号：\n42\nRoom\n42\n\n'
    const { pairs } = await pairsOf(['a.srt', text])
    expect(pairs?.[0]).toEqual(['你来吗？ / 来。', 'Are you coming? / Yes.'])
    expect(pairs?.[1]).toEqual(['1 < 2 吗？', 'Is 1 < 2 <really>?'])
    expect(pairs?.[2]).toEqual(['房间号： 42', 'Room 42'])
  })

  it('are text in one language when they are', async () => {
    const text = '1\n00:00:01,000 --> 00:00:02,000\n<i>桥很旧。</i>\n'
    expect(await pairsOf(['a.srt', text])).toMatchObject({ kind: 'single' })
  })

  it('say which line has no time', async () => {
    const text =
      '1\n00:00:01,000 --> 00:00:02,000\n桥很旧。\nThe bridge is old.\n\n2\n00:00:0x --> 00:00:04,000\n\n3\n00:00:05,000 --> 00:00:06,000\n河。\nRiver.\n'
    expect((await pairsOf(['a.srt', text])).issues).toEqual([
      { code: 'badTime', line: 7, found: '00:00:0x --> 00:00:04,000' },
    ])
  })
})

/** A stamp of WebVTT. */
const at = (ms: number) =>
  `00:${String(Math.floor(ms / 60_000)).padStart(2, '0')}:${((ms % 60_000) / 1000).toFixed(3).padStart(6, '0')}`
const film = (cues: readonly (readonly [start: number, end: number, text: string])[]) =>
  `WEBVTT\n\n${cues.map(([start, end, text]) => `${at(start)} --> ${at(end)}\n${text}\n`).join('\n')}`

/** Eight cues of uneven length, so that only one offset fits. */
const STARTS = [2000, 5300, 9100, 12_800, 15_000, 19_900, 24_300, 27_000]
const ZH = [...'一二三四五六七八'].map((one) => `这是第${one}句。`)
const EN = 'One Two Three Four Five Six Seven Eight'.split(' ').map((one) => `This is ${one}.`)
const cuesOf = (texts: readonly string[], shift = 0) =>
  texts.map((text, i) => [STARTS[i]! + shift, STARTS[i]! + 1800 + shift, text] as const)

describe('a great many cues', () => {
  // Joined one by one into a new list, they would take minutes.
  it('at one time are one cue', () => {
    const cues = Array.from({ length: 150_000 }, () => ({ start: 0, end: 1_000, lines: ['A.'] }))
    const source = sourceOfCues(cues)
    expect(source.kind === 'text' && source.text.length).toBe(3 * 150_000 - 1)
  })
})

describe('two files of subtitles', () => {
  it.each([
    ['at the same times', 0, []],
    ['a second behind', 1000, [{ code: 'timeOffset', found: '1.0' }]],
    ['half a minute behind', 31_400, [{ code: 'timeOffset', found: '31.4' }]],
    ['ahead', -1700, [{ code: 'timeOffset', found: '-1.7' }]],
  ])('are paired by time: %s', async (_what, shift, issues) => {
    const files = [film(cuesOf(ZH)), film(cuesOf(EN, shift))] as const
    const read = await pairsOf(['a.vtt', files[0]], ['b.vtt', files[1]])
    expect(read).toEqual({ kind: 'columns', pairs: ZH.map((zh, i) => [zh, EN[i]]), issues })
    const turned = await pairsOf(['b.vtt', files[1]], ['a.vtt', files[0]])
    expect(turned.pairs).toEqual(read.pairs)
  })

  it('are paired where one is split finer, and keep what only one has', async () => {
    const [first, ...others] = cuesOf(EN, 40)
    const half = (first![0] + first![1]) / 2
    const finer = [[first![0], half, 'This is'], [half, first![1], 'One.'], ...others] as const
    const sign = [31_000, 33_000, '出口'] as const
    const { pairs } = await pairsOf(['a.vtt', film([...cuesOf(ZH), sign])], ['b.vtt', film(finer)])
    expect(pairs?.[0]).toEqual([ZH[0], 'This is One.'])
    expect(pairs?.at(-1)).toEqual(['出口', ''])
    expect(pairs).toHaveLength(9)
  })

  it('of two films are two texts', async () => {
    const later = cuesOf(EN).map(([, , text], i) => [
      1_200_000 + i * 7919,
      1_201_000 + i * 7919,
      text,
    ])
    const files = [film(cuesOf(ZH)), film(later as [number, number, string][])] as const
    expect(await pairsOf(['a.vtt', files[0]], ['b.vtt', files[1]])).toMatchObject({ kind: 'two' })
  })
})
