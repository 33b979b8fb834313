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
export const ALL = [...TEXTS, ...MARKDOWN, ...HTML, ...TABLES, ...DECKS]

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
