/** A file that some step once needed the square of its length for, or might: so many units of one shape. */
export interface Shape {
  readonly name: string
  /** Of the file: its ending tells the reader. */
  readonly file: string
  /** About so many characters of it. */
  readonly make: (length: number) => string
  /**
   * Whether it is also taken for both sides of a bitext, so that aligning, terms and doubts meet it. By itself a page of
   * dots has no second side.
   */
  readonly asSides?: boolean
}

const ZH = '他昨天在车站等了很久，火车还是没有来。'
const EN = 'Yesterday he waited at the station for hours, but no train came.'

const times = (unit: string, length: number): string =>
  unit.repeat(Math.max(1, Math.floor(length / unit.length)))

/** The unit again and again, in a file of this ending. */
const run = (
  unit: string,
  ending: string,
  name = `${JSON.stringify(unit)} in .${ending}`,
): Shape => ({
  name,
  file: `shape.${ending}`,
  make: (length) => times(unit, length),
})

/** The unit again and again on one line, in a plain text and on both sides. */
const line = (unit: string, name = JSON.stringify(unit)): Shape => ({
  ...run(unit, 'txt', name),
  asSides: true,
})

const half = (length: number): number => Math.floor(length / 2)

function deckOf(beads: readonly object[], terms: readonly object[]): string {
  const side = { zh: '形状', en: 'Shapes' }
  const provenance = { source: '', author: '', translator: '', date: '', licence: '' }
  return JSON.stringify({
    ...{ format: 'duizhao-deck', version: 1, id: 'shape', revision: 1, title: side, level: '' },
    ...{ provenance, beads, terms },
  })
}

const term = (zh: string, en: string, gloss: readonly string[] = []) => ({
  ...{ zh, en, reading: '', gloss, kind: 'word' },
})
const list = <T>(many: number, make: (at: number) => T): T[] =>
  Array.from({ length: Math.max(1, Math.floor(many)) }, (_, at) => make(at))

const MARKDOWN: readonly Shape[] = [
  ...[
    '[',
    '![',
    '<a',
    '**a',
    '*a',
    '__a',
    '~~a',
    '[a](',
    '[a]',
    '](',
    '**a ',
    '* ',
    '---\n',
    '# ',
    '`',
    '<!',
    '\\',
  ].map((unit) => run(unit, 'md')),
]

const HTML: readonly Shape[] = [
  ...[
    '<div>',
    '<table>',
    '<table><tr><td>a',
    '<b>',
    '<a href=',
    '<!--',
    '&amp',
    '<p>a',
    '<td>',
    '<br>',
    '</div>',
    '<h1>a',
    '<ruby>字<rt>zì',
    '<pre> ',
    '<li><ul>',
    '<',
  ].map((unit) => ({
    ...run(unit, 'html'),
    make: (length: number) => `<html><body><p>${ZH}${EN}</p>${times(unit, length)}`,
  })),
  {
    name: 'one long row and many short ones in .html',
    file: 'shape.html',
    make: (length) =>
      `<html><table><tr>${times('<td>a', half(length))}${times('<tr><td>b', half(length))}</table>`,
  },
  {
    name: 'spaces in .html',
    file: 'shape.html',
    make: (n) => `<html><p>${ZH}${times(' ', n)}${EN}`,
  },
]

const TABLES: readonly Shape[] = [
  run('a,', 'csv'),
  run('"a""', 'csv'),
  run('"', 'csv'),
  run('a;\n', 'csv'),
  run('a\t', 'tsv'),
  run('a\tb\n', 'tsv'),
  run('a\t', 'txt'),
  run('a|', 'txt'),
  run('|', 'txt'),
  {
    name: 'one long row and many short ones in .csv',
    file: 'shape.csv',
    make: (length) => `${times('a,', half(length))}\n${times('b,c\n', half(length))}`,
  },
]

const LINES: readonly Shape[] = [
  ..." ,\t,.,马尔科·,·,a,一,的,。,！,“,\"a,（,(,《,1,1,2,[1],A.,a.b,a. ,. ,! ,——,--,-,é,\u0301,\u200d,👍,👍\u200d,…,…… ,：,: ,/,=,停火 ceasefire ,停a,Aa.,the ,The ,王,三分之,百,第一百,周二,12:30 ,who ,, ,，,， ,但是,(a),「,」,。”,.”,’,n’t,',a',a-,take off ,Mr. ,Rubio ,马尔科·卢比奥,马,中国"
    .split(',')
    .filter((unit) => unit !== '')
    .map((unit) => line(unit)),
  line(' ', 'spaces'),
  line('\t', 'tabs'),
  line('\u3000', 'wide spaces'),
  line('\ud800', 'lone surrogates'),
  line('a\n', 'lines of a letter'),
  line('。\n', 'lines of a stop'),
  line('\n', 'line breaks'),
  line(`${ZH}${EN}`, 'mixed sentences on one line'),
  line(`${ZH}\n${EN}\n`, 'mixed sentences, a line each'),
  line(ZH.replace('。', '，'), 'Chinese without a stop'),
  line(EN.replace('.', ','), 'English without a stop'),
  line('1. 他来了 (he came)\n', 'numbered pairs'),
]

const DECKS: readonly Shape[] = [
  {
    name: 'deck of one huge bead',
    file: 'shape.json',
    make: (length) =>
      deckOf(
        [{ zh: times(ZH, half(length)), en: times(EN, half(length)) }],
        [term('车站', 'station')],
      ),
  },
  {
    name: 'deck of one huge bead without a stop',
    file: 'shape.json',
    make: (length) =>
      deckOf(
        [{ zh: times('车站', half(length)), en: times('station ', half(length)) }],
        [term('车站', 'station')],
      ),
  },
  {
    name: 'deck of one term again and again',
    file: 'shape.json',
    make: (length) =>
      deckOf(
        [{ zh: ZH, en: EN }],
        list(length / 65, () => term('车站', 'station')),
      ),
  },
  {
    name: 'deck of a thousand times one term, in one bead',
    file: 'shape.json',
    make: (length) =>
      deckOf(
        [{ zh: times('车站', half(length)), en: times('station ', half(length)) }],
        list(1000, () => term('车站', 'station')),
      ),
  },
  {
    name: 'deck of as many terms as beads',
    file: 'shape.json',
    make: (length) =>
      deckOf(
        list(length / 150, (at) => ({
          zh: `第${at}个人在车站。`,
          en: `Person ${at} is at the station.`,
        })),
        list(length / 150, (at) => term(`第${at}个人`, `Person ${at}`)),
      ),
  },
  {
    name: 'deck of one term with many glosses',
    file: 'shape.json',
    make: (length) =>
      deckOf(
        [{ zh: ZH, en: EN }],
        [
          term(
            '车站',
            'station',
            list(length / 4, () => 'a'),
          ),
        ],
      ),
  },
  {
    name: 'deep lists in .json',
    file: 'shape.json',
    make: (n) => `{"format":"duizhao-deck","beads":${times('[', n)}`,
  },
]

const BACKUPS: readonly Shape[] = [
  {
    name: 'backup of tiny lines',
    file: 'shape.duizhao',
    make: (length) => `${HEADER}\n${times('{"x":1}\n', length)}`,
  },
  {
    name: 'backup of one line',
    file: 'shape.duizhao',
    make: (length) => `${HEADER}\n{"x":"${times('a', length)}"}`,
  },
  {
    name: 'backup of deep lists',
    file: 'shape.duizhao',
    make: (length) => `${HEADER}\n{"x":${times('[', half(length))}${times(']', half(length))}}\n`,
  },
]
const HEADER = JSON.stringify({
  format: 'duizhao-backup',
  version: 2,
  createdAt: 0,
  counts: { articles: 0, revisions: 0, notes: 0, entries: 0, settings: 0 },
  answer: ['id'],
})

const SIDES: readonly Shape[] = [
  {
    name: 'short lines, three Chinese for two English',
    file: 'shape.txt',
    make: (length) =>
      list(length / 28, (at) => `他说${at}。`).join('\n') +
      '\n\n' +
      list(length / 42, (at) => `He said ${at}.`).join('\n'),
  },
]

/** What other programs write, when it goes wrong. */
const OTHERS: readonly Shape[] = [
  ...['[sound:', '{{c1::', '<b '].map((unit) => run(unit, 'csv')),
  ...['<i ', '{\\an8', '-', '00:00:01,000 --> 00:00:02,000\nA.\n'].map((unit) => run(unit, 'srt')),
  ...['<seg>', '<!--', '&a;', '<tu>字'].map((unit) => run(unit, 'tmx')),
]

export const SHAPES: readonly Shape[] = [
  ...OTHERS,
  ...MARKDOWN,
  ...HTML,
  ...TABLES,
  ...LINES,
  ...DECKS,
  ...BACKUPS,
  ...SIDES,
]

/** The sentence each side begins with when a shape is both sides. */
export const FIRST = { zh: ZH, en: EN } as const
