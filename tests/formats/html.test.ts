import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readHtml } from '../../src/formats/html.ts'

const lines = (html: string, isWholePage = false) => {
  const source = readHtml(html, isWholePage)
  if (source.kind !== 'text') throw new Error('a table')
  return source.text === '' ? [] : source.text.split('\n')
}

describe('a page nested deeper than a browser would open it', () => {
  const deep = (inside: string, after = '') =>
    readHtml(`<div>`.repeat(2_000) + inside + `</div>`.repeat(2_000) + after, false)

  it('keeps its text, paragraph by paragraph', () => {
    expect(deep('<p>桥<p>河<div>水', '<p>end')).toEqual({ kind: 'text', text: '桥\n河\n水\nend' })
  })

  it('keeps no script, and what comes after it', () => {
    const page = deep('桥<script>a("<p>")</script><nav><nav>menu</nav>more</nav><p>河')
    expect(page).toEqual({ kind: 'text', text: '桥\n河' })
  })
})

describe('readHtml: a selection', () => {
  it.each([
    ['paragraphs', '<p>天亮了。</p><p>It is light.</p>', ['天亮了。', 'It is light.']],
    [
      'divisions and line breaks',
      '<div>天亮了。<br>走吧。</div><div>Go.</div>',
      ['天亮了。', '走吧。', 'Go.'],
    ],
    ['inline elements', '<p><b>天</b>亮<a href="x">了</a>。</p>', ['天亮了。']],
    ['white space in the source', '<p>\n  It is\n  light.\n</p>', ['It is light.']],
    ['entities', '<p>Tom &amp; Li &lt;b&gt;&nbsp;&#22825;&hellip;</p>', ['Tom & Li <b> 天…']],
    [
      'readings over hanzi',
      '<p><ruby>停<rp>(</rp><rt>tíng</rt><rp>)</rp>火<rt>huǒ</rt></ruby>了</p>',
      ['停火了'],
    ],
    ['readings nobody closed', '<p><ruby>停<rt>tíng</rt>火<rt>huǒ</ruby>了</p>', ['停火了']],
    ['lists', '<ul><li>一<li>二</ul>', ['一', '二']],
    ['headings', '<h1>标题</h1>正文', ['标题', '正文']],
    ['preformatted text', '<pre>一\n  二</pre>', ['一', '二']],
    [
      'what Word writes',
      '<html><head><style>p{}</style></head><body><!--StartFragment--><p class=MsoNormal>天<o:p></o:p></p><!--EndFragment--></body></html>',
      ['天'],
    ],
    ['plain text', '天亮了 < 天黑了', ['天亮了 < 天黑了']],
    ['tags nobody closed', '<div><p>一<p>二<b>三', ['一', '二三']],
    ['closing tags nobody opened', '</div></p>一</b>', ['一']],
    ['nothing', '', []],
    ['marks only', '<div><p></p> &nbsp; </div>', []],
  ])('reads %s', (_fact, html, expected) => {
    expect(lines(html)).toEqual(expected)
  })

  it.each([
    ['scripts', '<script>alert("恶")</script>'],
    ['styles', '<style>p::after{content:"恶"}</style>'],
    ['menus', '<nav><a>Home</a></nav>'],
    ['footers', '<footer>© Somebody</footer>'],
    [
      'what is hidden',
      '<p hidden>secret</p><p style="display: none">secret</p><i aria-hidden="true">x</i>',
    ],
    ['templates and noscript', '<template>x</template><noscript>y</noscript>'],
    ['pictures', '<svg><text>x</text></svg><img src=x onerror=alert(1)>'],
    ['comments', '<!-- x --><![CDATA[y]]><?php z ?>'],
    ['frames', '<iframe srcdoc="<p>x">y</iframe>'],
  ])('leaves out %s', (_fact, html) => {
    const text = lines(`<p>天亮了。</p>${html}<p>走吧。</p>`).join('')
    expect(text.replace(/^天亮了。(?:<scr|ipt>)*走吧。$/, '')).not.toMatch(
      /secret|恶|alert|Home|[xyz]/,
    )
  })
}, 120_000)

describe('readHtml: tables', () => {
  it.each([
    [
      'a line break of the source between hanzi',
      '<p>卖茶的女\n  人来了，\n她走了。</p>',
      '卖茶的女人来了，她走了。',
    ],
    ['one between words', '<p>the tea\nseller 和\nTom</p>', 'the tea seller 和 Tom'],
    ['a linked note', '<p>次要的自由。<a href="#55"><sup>55</sup></a>后来</p>', '次要的自由。后来'],
    [
      'a link inside a note',
      '<p>明代<sup class="reference"><a href="#1">[1]</a></sup>，</p>',
      '明代，',
    ],
    ['notes in brackets', '<p>long.<sup>[2][3]</sup> Then</p>', 'long. Then'],
    ['an exponent, which stays', '<p>12 km<sup>2</sup> of land</p>', '12 km2 of land'],
    ['an ordinal, which stays', '<p>the 2<sup>nd</sup> day</p>', 'the 2nd day'],
    ['a linked word, which stays', '<p>see <a href="#x"><sup>above</sup></a></p>', 'see above'],
  ])('reads %s', (_fact, html, text) => {
    expect(lines(html)).toEqual([text])
  })

  it('reads a table as rows', () => {
    const html = '<table><tr><th>中文<th>English<tr><td>面包<td>bread<br>loaf<tr><td>茶</table>'
    expect(readHtml(html, false)).toEqual({
      kind: 'rows',
      rows: [
        ['中文', 'English'],
        ['面包', 'bread\nloaf'],
        ['茶', ''],
      ],
    })
  })

  it('reads a table that only lays out the page as paragraphs', () => {
    expect(lines('<table><tr><td><p>一</p><p>二</p></td></tr></table>')).toEqual(['一', '二'])
  })

  it('reads the table inside a table that lays out the page', () => {
    const html = '<table><tr><td><table><tr><td>面包<td>bread</table></table>'
    expect(readHtml(html, false)).toEqual({ kind: 'rows', rows: [['面包', 'bread']] })
  })

  it('reads a small table beside much text as text', () => {
    const html = `<p>${'天亮了。'.repeat(20)}</p><table><tr><td>一<td>二</table>`
    expect(lines(html)).toHaveLength(3)
  })
}, 120_000)

describe('readHtml: a saved page', () => {
  const story = [
    '天刚亮，面包店就开门了。老王每天都来买两个面包。',
    'The bakery opens as soon as it is light.',
  ]
  const paragraphs = story.map((text) => `<p>${text}</p>`).join('')
  const chrome =
    '<div class="bar"><a href="/">Home</a> <a href="/news">News of the day and more</a></div>'

  it.each([
    ['an article element', `${chrome}<article>${paragraphs}</article>${chrome}`],
    ['divisions only', `${chrome}<div><div>${paragraphs}</div>${chrome}</div><div>Copyright</div>`],
    [
      'two divisions side by side',
      `${chrome}<div>${story.map((text) => `<div><p>${text}</p></div>`).join('')}</div>`,
    ],
    [
      'a division with links inside',
      `<div>${paragraphs}<p><a href="x">Read this other article as well</a></p></div>`,
    ],
  ])('keeps the article alone: %s', (_fact, body) => {
    expect(lines(`<html><head><title>T</title></head><body>${body}</body></html>`, true)).toEqual(
      story,
    )
  })

  it('keeps the heading above the article', () => {
    const html = `<body><header><h1>小镇</h1></header>${chrome}<main>${paragraphs}</main></body>`
    expect(lines(html, true)).toEqual(['小镇', ...story])
  })

  it('keeps everything of a page of short lines', () => {
    expect(lines('<body><div>停火</div><div>ceasefire</div></body>', true)).toEqual([
      '停火',
      'ceasefire',
    ])
  })
}, 120_000)

describe('readHtml: anything', () => {
  it('takes ten thousand open tags', () => {
    expect(lines('<div><p>'.repeat(10_000) + '天', true)).toEqual(['天'])
  })

  it('never lets an element through, and never throws', () => {
    const piece = fc.constantFrom(
      '<p>', '</p>', '<table>', '<tr>', '<td>', '</td>', '</table>', '<script>', '</script>', '<rt>', '<a href=x>',
      '</a>', '<div', '>', '<!--', '-->', '天', 'bread ', '&lt;', '<h1>', '</h1>', '<article>', '"', '\ud800', '<br/>', '<pre>',
    ) // prettier-ignore
    const html = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''))
    fc.assert(
      fc.property(html, fc.boolean(), (given, isWholePage) => {
        const source = readHtml(given.replaceAll('&lt;', ''), isWholePage)
        const text = source.kind === 'text' ? source.text : source.rows.flat().join('\n')
        expect(text).not.toMatch(/<(?:p|table|tr|td|script|rt|a|h1|article|br|pre)\b[^>]*>/)
      }),
      { seed: 5, numRuns: 2000 },
    )
  })
}, 120_000)

describe('a table with cells that reach over others', () => {
  const rowsOf = (html: string) => {
    const source = readHtml(`<table>${html}</table>`, false)
    return source.kind === 'rows' ? source.rows : source.text
  }

  it.each([
    [
      'down',
      '<tr><td rowspan=2>A<td>桥<td>bridge<tr><td>河<td>river<tr><td>B<td>水<td>water',
      [
        ['A', '桥', 'bridge'],
        ['', '河', 'river'],
        ['B', '水', 'water'],
      ],
    ],
    [
      'to the right',
      '<tr><th colspan="2">桥和河<th>both<tr><td>桥<td>x<td>bridge',
      [
        ['桥和河', '', 'both'],
        ['桥', 'x', 'bridge'],
      ],
    ],
    [
      'both ways, into the middle',
      '<tr><td>桥<td rowspan=2 colspan=2>x<td>bridge<tr><td>河<td>river',
      [
        ['桥', 'x', '', 'bridge'],
        ['河', '', '', 'river'],
      ],
    ],
    [
      'below its end, and rows without text',
      '<tr><td rowspan=9>A<td>桥<td>bridge<tr><td><td><tr><td>河<td>river',
      [
        ['A', '桥', 'bridge'],
        ['', '河', 'river'],
      ],
    ],
    [
      'by nonsense',
      '<tr><td rowspan=-1 colspan=x>桥<td rowspan=99999999999>bridge<tr><td>河<td colspan=1e9>river',
      [
        ['桥', 'bridge', ''],
        ['河', '', 'river'],
      ],
    ],
  ])('has each text once, in its column: %s', (_way, html, rows) => {
    const read = rowsOf(html)
    expect(
      typeof read === 'string' ? read : read.map((row) => row.slice(0, rows[0]!.length)),
    ).toEqual(rows)
  })
})
