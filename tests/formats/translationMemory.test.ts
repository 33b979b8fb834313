import { describe, expect, it } from 'vitest'
import { recogniseLayout } from '../../src/domain/text/layout.ts'
import { readInput } from '../../src/formats/readInput.ts'
import { encode } from './encode.ts'

const rowsOf = async (bytes: Uint8Array<ArrayBuffer>, name = 'a') => {
  const { value, issues } = await readInput([{ name, bytes }])
  return { rows: value?.source.kind === 'rows' ? value.source.rows : null, issues, value }
}
const PAIRS = [
  ['桥很旧。', 'The bridge is old.'],
  ['河水很清 & 很凉。', 'The river is clear & cold.'],
]

const tmx = (units: string, head = '<?xml version="1.0"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n') =>
  `${head}<tmx version="1.4"><header srclang="en" creationtool="x"><note>no</note></header><body>${units}</body></tmx>`
const UNITS =
  '<tu tuid="1"><prop type="x">no</prop><tuv xml:lang="EN-US"><seg>The <bpt i="1">&lt;b&gt;</bpt>bridge<ept i="1">&lt;/b&gt;</ept> is <hi>old</hi>.</seg></tuv><tuv xml:lang="zh_CN"><seg>桥很旧。<ph>{1}</ph></seg></tuv></tu>' +
  '<tu><tuv lang="fr"><seg>non</seg></tuv><tuv lang="zh-Hans"><note>no</note><seg>河水很清 &amp; 很凉。</seg></tuv><tuv lang="en"><seg>The river\n  is clear &#38; cold.</seg></tuv></tu>'

const XLIFF1 =
  '<?xml version="1.0" encoding="UTF-8"?>\n<!-- made by hand -->\n<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="en" target-language="zh-CN" original="a"><header><note>no</note></header><body><group><trans-unit id="1"><source>The <g id="1">bridge</g> is old.<x id="2"/></source><seg-source><mrk mid="1">no</mrk></seg-source><target><mrk mtype="seg" mid="1">桥很旧。</mrk></target><alt-trans><source>no</source><target>不</target></alt-trans><note>no</note></trans-unit></group><trans-unit id="2"><source>The river is clear &amp; cold.</source><target>河水很清 &amp; 很凉。</target></trans-unit></body></file></xliff>'
const XLIFF2 =
  '<x:xliff xmlns:x="urn:oasis:names:tc:xliff:document:2.0" version="2.0" srcLang="zh" trgLang="en"><x:file id="f"><x:unit id="1"><x:originalData><x:data id="d">no</x:data></x:originalData><x:segment><x:source>桥<x:pc id="1">很旧</x:pc>。</x:source><x:target>The bridge is old.</x:target></x:segment><x:ignorable><x:source> </x:source></x:ignorable><x:segment><x:source>河水很清 &amp; 很凉。</x:source><x:target>The river is clear &amp; cold.</x:target></x:segment></x:unit></x:file></x:xliff>'

describe('translation memories and files of translations', () => {
  it.each([
    ['TMX', tmx(UNITS)],
    ['TMX without a head', tmx(UNITS, '')],
    ['XLIFF 1.2', XLIFF1],
    ['XLIFF 2.0 with prefixes', XLIFF2],
  ])('are read by their languages, codes left out: %s', async (_what, text) => {
    for (const encoding of ['utf-8', 'utf-16le', 'utf-16be'] as const) {
      const { rows } = await rowsOf(encode(text, encoding))
      expect(rows).toEqual(PAIRS)
    }
    const { value } = await rowsOf(encode(`\ufeff${text}`, 'utf-16le'))
    expect(value && recogniseLayout(value.source).value?.kind).toBe('columns')
  })

  it('that end in the middle keep what was there, and say so', async () => {
    const text = tmx(UNITS)
    const { rows, issues } = await rowsOf(encode(text.slice(0, text.indexOf('The river')), 'utf-8'))
    expect(rows?.[0]).toEqual(PAIRS[0])
    expect(issues.map(({ code }) => code)).toEqual(['cutOff'])
  })

  it('expand no entity of their own, and are not read deeper than anybody writes', async () => {
    const bomb = `<!DOCTYPE tmx [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>`
    const unit = '<tu><tuv xml:lang="zh"><seg>桥&b;</seg></tuv></tu>'
    expect((await rowsOf(encode(tmx(unit, bomb), 'utf-8'))).rows).toEqual([['桥&b;', '']])
    const deep = tmx(UNITS + '<g>'.repeat(100_000))
    const { rows, issues } = await rowsOf(encode(deep, 'utf-8'))
    expect(rows).toEqual(PAIRS)
    expect(issues.map(({ code }) => code)).toEqual(['tooDeep'])
  })

  it('without a pair are refused', async () => {
    const { value, issues } = await rowsOf(encode(tmx(''), 'utf-8'))
    expect(value).toBeNull()
    expect(issues.map(({ code }) => code)).toEqual(['empty'])
  })
})
