import { readFileSync } from 'node:fs'
import { gunzipSync } from 'node:zlib'
import { importArticle } from '../../src/domain/article/writeArticle.ts'
import type { Entry } from '../../src/domain/srs/entries.ts'
import { writeBackup, type Backup } from '../../src/formats/backup.ts'
import { answer, bitext, termIn } from '../make.ts'

/** Small originals, one of each shape that is read. */

const ZH = '昨天下午，老王在桥头修好了三辆自行车。“明天还来吗？”小李问。他笑了笑……“来！”'
const EN =
  'Yesterday afternoon Old Wang mended three bicycles by the bridge. "Will you come tomorrow?" asked Li. He smiled… "I will!"'

export const TEXTS = [
  `${ZH}\n\n${EN}`,
  `${ZH}\n${EN}\n桥很旧。\nThe bridge is old.\n`,
  '自行车 (bicycle)\n桥 (bridge)\n修 — to mend\n下午: afternoon\n',
  '桥很旧。The bridge is old. 水很清。The water is clear.\n河边有树。Trees stand by the river.',
  '1. 桥\n2. 河\n3. 树\n\n[00:01] The bridge\n[00:02] The river\n',
  'A long line that was wrapped by hand at a width\nof about fifty letters, as mail once was, goes on\nand on until it ends here.\n',
]
export const MARKDOWN = [
  `---\ntitle: 桥\n---\n# 桥 *The bridge*\n\n> ${ZH}\n\n- **${EN}**\n- [桥](https://example.org/a_(b)) ![图](a.png) ~~旧~~ <b>old</b>\n`,
]
export const HTML = [
  `<!DOCTYPE html><html><head><title>桥</title><style>p{}</style><script>alert("<p>")</script></head><body><nav><a href="/">home</a></nav><main><h1>桥 The bridge</h1><p>${ZH}</p><p>${EN} &amp; more</p><img src=x onerror="a()"><pre>a\n b</pre></main></body></html>`,
  '<html><body><table><tr><th>zh<th>en<tr><td>桥<td>bridge<tr><td><ruby>河<rt>hé</rt></ruby><td>river<br>stream<tr><td hidden>x<td>tree</table></body></html>',
  '<html><div style="display: none">no</div><div><ul><li>桥 bridge<li>河 river</ul><blockquote>水 &lt;b&gt; water</blockquote></div></html>',
]
export const TABLES = [
  'zh,en,note\n桥,bridge,"old, stone"\n河,river,"the ""Blue"""\n水,water\n',
  '桥\tbridge\n河\triver\n水\twater\n',
  '桥;bridge\n\n河;river\n"水;\n',
  '| 桥 | bridge |\n|---|---|\n| 河 | river |\n',
]

const cue = (times: string, ...lines: readonly string[]) => `${times}\n${lines.join('\n')}\n\n`
export const SUBTITLES = [
  `1\n${cue('00:00:01,000 --> 00:00:02,500', '{\\an8}<i>桥很旧。</i>', 'The bridge is old.')}2\n${cue('00:00:03,000 --> 00:00:04,000', '- 来吗？', '- 来。', '- <font color="#ff0">Coming?</font>', '- Yes.')}`,
  `WEBVTT - x\n\nSTYLE\n::cue { color: red }\n\nNOTE a\n\n${cue('00:01.000 --> 00:02.000 align:start', '<v Wang>桥很<c.yellow>旧</c>。', 'The <00:01.500>bridge &amp; all')}`,
  '[Script Info]\nTitle: x\n[Events]\nFormat: Layer, Start, End, Style, Text\nDialogue: 0,0:00:01.00,0:00:02.00,D,{\\pos(1,2)}桥很旧。\\NThe bridge, old.\nDialogue: 0,0:00:03.00,0:00:04.00,D,{\\p1}m 0 0 l 9 9{\\p0}\n',
  '[ti:Bridge]\n[offset:+100]\n[00:01.00][01:01.00]桥很旧。\n[00:01.00]The <00:01.20>bridge\n[00:03.00]\n',
]
export const CARDS = [
  '#separator:tab\n#html:true\n#columns:a\tb\tc\n#tags column:3\n{{c1::桥::x}}<br>旧\t<div>bridge&nbsp;[sound:a.mp3]</div>\tx y\n"河\n水"\triver\tx\n',
  'sep=;\n桥;"old; stone"\n河;river\n',
  '桥，qiáo，bridge，old\n河，hé，river\n',
  '// Words/one\n桥[橋]\tqiao2\t1 noun bridge 2 verb to bridge\n河\the2\tnoun\ueab1river\n',
  '# CC-CEDICT\n橋 桥 [qiao2] /bridge/CL:座[zuo4]/\n河 河 [he2] /river/\n',
  '<?xml version="1.0"?><plecoflash><cards><card><entry><headword charset="sc">桥</headword><pron>qiao2</pron><defn>noun bridge</defn></entry></card></cards></plecoflash>',
]
const unit =
  '<tu><tuv xml:lang="zh-CN"><seg>桥<bpt i="1">x</bpt>很旧。</seg></tuv><tuv xml:lang="en"><seg>The bridge &amp; <hi>all</hi>.</seg></tuv></tu>'
export const MEMORIES = [
  `<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4"><header srclang="zh"/><body>${unit}${unit}</body></tmx>`,
  `<!DOCTYPE tmx [<!ENTITY a "桥"><!ENTITY b "&a;&a;">]><tmx><body>${unit.replace('桥', '&b;')}</body></tmx>`,
  '<xliff version="1.2"><file source-language="en" target-language="zh"><body><trans-unit id="1"><source>A <g id="1">bridge</g><x/></source><target>桥<mrk>旧</mrk></target><note>n</note></trans-unit></body></file></xliff>',
  '<x:xliff xmlns:x="y" version="2.0" srcLang="zh" trgLang="en"><x:file><x:unit><x:segment><x:source>桥<x:pc>旧</x:pc></x:source><x:target>old</x:target></x:segment></x:unit></x:file></x:xliff>',
]
/** Files of Office and books, by what they are zipped from: whatever is in the first part, the others stay. */
export const ZIPPED: readonly (readonly (readonly [name: string, text: string])[])[] = [
  [
    [
      'word/document.xml',
      '<w:document><w:body><w:p><w:r><w:rPr><w:b/></w:rPr><w:t>桥很旧。</w:t></w:r><w:del><w:r><w:t>no</w:t></w:r></w:del></w:p><w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge w:val="restart"/></w:tcPr><w:p><w:r><w:t>河</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>river &lt;b&gt;</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>',
    ],
  ],
  [
    [
      'xl/worksheets/sheet1.xml',
      '<worksheet><sheetData><row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>bridge_x000D_</t></is></c></row><row r="1048576"><c r="XFD9" t="str"><v>河</v></c><c t="n"><v>4.5</v></c></row></sheetData></worksheet>',
    ],
    [
      'xl/workbook.xml',
      '<workbook><sheets><sheet name="a" r:id="r1"/><sheet name="b" state="hidden" r:id="r2"/></sheets></workbook>',
    ],
    [
      'xl/_rels/workbook.xml.rels',
      '<Relationships><Relationship Id="r1" Type="worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
    ],
    ['xl/sharedStrings.xml', '<sst><si><t>桥</t><rPh><t>q</t></rPh></si></sst>'],
  ],
  [
    [
      'b.opf',
      '<package><manifest><item id="a" href="a%20b.html"/><item id="n" href="./x/../a%20b.html" properties="nav"/></manifest><spine><itemref idref="a"/><itemref idref="n" linear="no"/></spine></package>',
    ],
    [
      'META-INF/container.xml',
      '<container><rootfiles><rootfile full-path="b.opf"/></rootfiles></container>',
    ],
    ['a b.html', `<html><body><h1>桥</h1><p>${ZH}</p><p>${EN}</p></body></html>`],
  ],
]

const side = (zh: string, en: string) => ({ zh, en })
const deck = {
  ...{
    format: 'duizhao-deck',
    version: 1,
    id: 'bridge',
    revision: 2,
    title: side('桥', 'The bridge'),
    level: 'A2',
  },
  provenance: { source: 's', author: 'a', translator: 't', date: '2026', licence: 'CC0' },
  beads: [
    { paragraph: true, ...side('桥很旧。', 'The bridge is old.'), confidence: 0.7 },
    side('“河呢？”\n他问。', '"And the river?" he asked.'),
    side('', 'İstanbul.'),
  ],
  terms: [
    { ...side('桥', 'bridge'), reading: 'qiao2', gloss: ['bridge'], kind: 'word' },
    { ...side('河', 'river'), reading: 'he2', gloss: [], kind: 'name' },
  ],
}
export const DECKS = [JSON.stringify(deck), JSON.stringify(deck, null, 1)]
export const ALL = [
  ...[...TEXTS, ...MARKDOWN, ...HTML, ...TABLES, ...DECKS],
  ...[...SUBTITLES, ...CARDS, ...MEMORIES],
]

const utf16 = (text: string, isLittle: boolean): Uint8Array =>
  Uint8Array.from(
    [...Array.from({ length: text.length }, (_, at) => text.charCodeAt(at))].flatMap((unit) =>
      isLittle ? [unit & 255, unit >> 8] : [unit >> 8, unit & 255],
    ),
  )
/** 你好，世界。 and what it is in the encodings of its time; English with an accent. */
export const ENCODED: readonly (readonly [text: string, bytes: Uint8Array])[] = [
  [
    '你好，世界。',
    Uint8Array.from([0xc4, 0xe3, 0xba, 0xc3, 0xa3, 0xac, 0xca, 0xc0, 0xbd, 0xe7, 0xa1, 0xa3]),
  ],
  [
    '你好，世界。',
    Uint8Array.from([0xa7, 0x41, 0xa6, 0x6e, 0xa1, 0x41, 0xa5, 0x40, 0xac, 0xc9, 0xa1, 0x43]),
  ],
  [
    'A café by the river.',
    Uint8Array.from([
      0x41, 0x20, 0x63, 0x61, 0x66, 0xe9, 0x20, 0x62, 0x79, 0x20, 0x74, 0x68, 0x65, 0x20, 0x72,
      0x69, 0x76, 0x65, 0x72, 0x2e,
    ]),
  ],
  [ZH, utf16(ZH, true)],
  [EN, utf16(EN, false)],
]

export const ENTRIES: readonly Entry[] = [
  answer({ id: 'E1', previous: null }),
  answer({ id: 'E2', dueDay: null, dueAt: 5, phase: 'relearning', previous: 'E1' }),
  { type: 'void', id: 'E3', at: 3, device: 'D', entry: 'E1' },
  { type: 'setDue', id: 'E5', at: 5, device: 'D', card: 'c', dueDay: 9 },
  { type: 'flag', id: 'EA', at: 10, device: 'D', card: 'c', flag: 2 },
  { type: 'weights', id: 'EB', at: 11, device: 'D', model: 'fsrs-6', weights: [0.1, 2] },
]

export async function gzip(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  const zipped = new Blob([bytes]).stream().pipeThrough(new CompressionStream('gzip'))
  return new Uint8Array(await new Response(zipped).arrayBuffer())
}

/** All lines but the checksum. */
const linesIn = (zipped: Uint8Array): readonly string[] =>
  gunzipSync(zipped).toString().trimEnd().split('\n').slice(0, -1)

let lines: Promise<readonly string[]> | null = null
export const backupLines = (): Promise<readonly string[]> => (lines ??= writeOne().then(linesIn))

function writeOne(): Promise<Uint8Array> {
  const now = { clock: { device: '0123456789', ms: 0, counter: 0 }, wallMs: 1_800_000_000_000 }
  const of = bitext([
    ['桥很旧。', 'The bridge is old.'],
    ['河很宽。', 'The river is wide.'],
  ])
  const terms = [termIn(of.texts, '桥', 'bridge', 'qiao2')]
  const { row, revisions } = importArticle(
    null,
    { ...of.it, id: 'deck-b', terms, deckRevision: 3 },
    now,
  )
  const theme = { v: 'dark', t: '000000001-000-0000000000' }
  const backup: Backup = {
    ...{ createdAt: 1_700_000_000_000, articles: [row], revisions, notes: [], entries: ENTRIES },
    settings: [{ id: 'learner', facts: {}, fields: { theme } }],
    unknown: [{ hint: { id: 'h', text: '桥' } }],
  }
  return writeBackup(backup)
}

const old = readFileSync(new URL('../golden/v1Backup.duizhao', import.meta.url))
const FEW = 2
let few: readonly string[] | null = null
/** A few records of each kind out of a backup of the first version; articles keep their revisions. */
export const oldBackupLines = async (): Promise<readonly string[]> => (few ??= fewOf(linesIn(old)))

function fewOf([first = '', ...others]: readonly string[]): readonly string[] {
  const many = new Map<string, number>()
  const kept = others.filter((line) => {
    const kind = /^\{"(\w+)"/.exec(line)?.[1] ?? ''
    const before = many.get(kind) ?? 0
    const isKept = before < FEW || kind === 'revision'
    if (isKept) many.set(kind, before + 1)
    return isKept
  })
  const count = (kind: string) => many.get(kind) ?? 0
  const counts = {
    ...{ articles: count('article'), revisions: count('revision'), notes: count('note') },
    ...{ entries: count('entry') + count('answer'), settings: count('setting') },
  }
  const header: object = JSON.parse(first)
  return [JSON.stringify({ ...header, counts }), ...kept]
}
