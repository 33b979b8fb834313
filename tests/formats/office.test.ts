import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { recogniseLayout } from '../../src/domain/text/layout.ts'
import { readInput } from '../../src/formats/readInput.ts'

const zipped = (files: Readonly<Record<string, string>>) => {
  const encoder = new TextEncoder()
  const parts = Object.entries(files).map(([name, text]) => [name, encoder.encode(text)] as const)
  return new Uint8Array(zipSync(Object.fromEntries(parts)))
}
const read = async (bytes: Uint8Array<ArrayBuffer>) => {
  const { value, issues } = await readInput([{ name: 'a.zip', bytes }])
  return { source: value?.source, issues: issues.map(({ code, found }) => [code, found]) }
}

const book = (sheets: string) => `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`
const RELS =
  '<Relationships><Relationship Id="rId1" Type="x/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="x/worksheet" Target="/xl/worksheets/sheet2.xml"/><Relationship Id="rId9" Type="x/sharedStrings" Target="sharedStrings.xml"/></Relationships>'
const sheet = (rows: string) =>
  `<x:worksheet xmlns:x="m"><x:sheetData>${rows.replace(/<(\/?)(\w)/g, '<$1x:$2')}</x:sheetData></x:worksheet>`

describe('sheets', () => {
  const SHARED =
    '<sst><si><t>面包</t></si><si><r><t>small</t></r><r><t xml:space="preserve"> town</t></r></si><si><t>小镇</t><rPh sb="0"><t>xiao</t></rPh></si></sst>'
  const ROWS =
    '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="C1" t="inlineStr"><is><t>bread &amp; &#98;utter</t></is></c></row>' +
    '<row r="900000"><c t="s"><v>2</v></c><c r="C900000" t="s"><v>1</v></c><c r="XFD1" t="inlineStr"><is><t>far</t></is></c></row>' +
    '<row><c t="str"><f>A1</f><v>边界</v></c><c/><c t="str"><v>border_x000D_\nline</v></c><c t="e"><v>#REF!</v></c></row>'

  it('are tables: strings of all kinds, no readings, no far cells, hidden ones named', async () => {
    const { source, issues } = await read(
      zipped({
        'xl/workbook.xml': book(
          '<sheet name="Words" r:id="rId1"/><sheet name="Secret" state="veryHidden" r:id="rId2"/>',
        ),
        'xl/_rels/workbook.xml.rels': RELS,
        'xl/sharedStrings.xml': SHARED,
        'xl/worksheets/sheet1.xml': sheet(ROWS),
        'xl/worksheets/sheet2.xml': sheet('<row><c t="str"><v>no</v></c></row>'),
      }),
    )
    expect(source).toEqual({
      kind: 'rows',
      rows: [
        ['面包', 'bread & butter'],
        ['小镇', 'small town'],
        ['边界', 'border\nline'],
      ],
    })
    expect(issues).toEqual([['hiddenSheet', 'Secret']])
  })

  it('of one book are one table, whatever order their columns have', async () => {
    const cells = (...texts: string[]) =>
      `<row>${texts.map((text) => `<c t="str"><v>${text}</v></c>`).join('')}</row>`
    const { source } = await read(
      zipped({
        'xl/workbook.xml': book('<sheet name="1" r:id="rId1"/><sheet name="2" r:id="rId2"/>'),
        'xl/_rels/workbook.xml.rels': RELS,
        'xl/worksheets/sheet1.xml': sheet(cells('面包', 'bread') + cells('小镇', 'town')),
        'xl/worksheets/sheet2.xml': sheet(cells('border', '边界')),
      }),
    )
    expect(source?.kind === 'rows' && source.rows).toEqual([
      ['面包', 'bread'],
      ['小镇', 'town'],
      ['边界', 'border'],
    ])
  })
})

const docx = (body: string) =>
  zipped({ 'word/document.xml': `<w:document xmlns:w="w"><w:body>${body}</w:body></w:document>` })
const p = (runs: string) => `<w:p>${runs}</w:p>`
const run = (text: string, properties = '') =>
  `<w:r><w:rPr>${properties}</w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`

describe('documents of Word', () => {
  it('are paragraphs without what was deleted or hidden, with what stands under readings', async () => {
    const { source } = await read(
      docx(
        p(
          run('桥') +
            '<w:ruby><w:rt>' +
            run('hen') +
            '</w:rt><w:rubyBase>' +
            run('很') +
            '</w:rubyBase></w:ruby>' +
            '<w:del><w:r><w:delText>不</w:delText></w:r></w:del><w:ins>' +
            run('旧') +
            '</w:ins>' +
            run('no', '<w:vanish/>') +
            run('。', '<w:vanish w:val="0"/>'),
        ) +
          p(
            run('The bridge') +
              '<w:r><w:br/></w:r>' +
              '<w:hyperlink>' +
              run('is &lt;b&gt; old.') +
              '</w:hyperlink>',
          ) +
          p(
            '<w:r><mc:AlternateContent><mc:Choice><w:txbxContent>' +
              p(run('框')) +
              '</w:txbxContent></mc:Choice><mc:Fallback>' +
              p(run('框')) +
              '</mc:Fallback></mc:AlternateContent></w:r>',
          ),
      ),
    )
    expect(source).toEqual({ kind: 'text', text: '桥很旧。\nThe bridge\nis <b> old.\n框' })
  })

  it('are tables with merged cells', async () => {
    const cell = (text: string, properties = '') =>
      `<w:tc><w:tcPr>${properties}</w:tcPr>${p(run(text))}</w:tc>`
    const { source } = await read(
      docx(
        `<w:tbl><w:tr>${cell('A', '<w:vMerge w:val="restart"/>')}${cell('桥')}${cell('bridge')}</w:tr><w:tr>${cell('', '<w:vMerge/>')}${cell('河')}${cell('river')}</w:tr><w:tr>${cell('水', '<w:gridSpan w:val="2"/>')}${cell('water')}</w:tr></w:tbl>`,
      ),
    )
    expect(source).toEqual({
      kind: 'rows',
      rows: [
        ['A', '桥', 'bridge'],
        ['', '河', 'river'],
        ['水', '', 'water'],
      ],
    })
  })
})

describe('e-books', () => {
  it('are their chapters in order, without contents, readings and what is set aside', async () => {
    const page = (body: string) => `<html><head><title>no</title></head><body>${body}</body></html>`
    const { source } = await read(
      zipped({
        mimetype: 'application/epub+zip',
        'META-INF/container.xml':
          '<container><rootfiles><rootfile full-path="OPS/book.opf"/></rootfiles></container>',
        'OPS/book.opf':
          '<opf:package><opf:manifest><opf:item id="n" href="nav.xhtml" properties="nav"/><opf:item id="b" href="text/two%20b.xhtml"/><opf:item id="a" href="../one.html"/><opf:item id="x" href="x.html"/></opf:manifest><opf:spine><opf:itemref idref="n"/><opf:itemref idref="a"/><opf:itemref idref="b"/><opf:itemref idref="x" linear="no"/><opf:itemref idref="gone"/></opf:spine></opf:package>',
        'OPS/nav.xhtml': page('<p>contents</p>'),
        'one.html': page('<h1>桥</h1><p><ruby>桥<rt>qiáo</rt></ruby>很旧。</p>'),
        'OPS/text/two b.xhtml': page('<p>The bridge is old.</p><script>a()</script>'),
        'OPS/x.html': page('<p>answers</p>'),
      }),
    )
    expect(source).toMatchObject({ kind: 'text', text: '桥\n桥很旧。\n\nThe bridge is old.' })
    expect(source && recogniseLayout(source).value?.kind).toBe('blocks')
  })
})

describe('what is in a zip file', () => {
  it.each([
    ['cut off', docx(p(run('桥'))).slice(0, -30), 'zipFile'],
    ['of no kind that is read', zipped({ 'a.txt': '桥' }), 'zipFile'],
    ['without a word', docx(''), 'empty'],
    [
      'damaged inside',
      docx(p(run('桥'.repeat(99)))).map((byte, at) => (at > 60 && at < 90 ? 255 : byte)),
      'brokenZip',
    ],
    ['made to fill the memory', docx(p(run(' '.repeat(9_000_000)))), 'zipTooLarge'],
  ])('is refused by its name: %s', async (_what, bytes, code) => {
    const { source, issues } = await read(bytes)
    expect(source).toBeUndefined()
    expect(issues.map(([one]) => one)).toEqual([code])
  })
})
