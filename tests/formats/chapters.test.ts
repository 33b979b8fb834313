import { zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { recogniseLayout } from '../../src/domain/text/layout.ts'
import { readInput } from '../../src/formats/readInput.ts'

/** A book of these chapters, each a heading and its paragraphs. */
function bookOf(...chapters: readonly (readonly string[])[]): Uint8Array<ArrayBuffer> {
  const items = chapters.map((_, at) => `<item id="c${at}" href="${at}.html"/>`).join('')
  const spine = chapters.map((_, at) => `<itemref idref="c${at}"/>`).join('')
  const parts: Record<string, string> = {
    'META-INF/container.xml': '<container><rootfile full-path="b.opf"/></container>',
    'b.opf': `<package><manifest>${items}</manifest><spine>${spine}</spine></package>`,
  }
  for (const [at, [head = '', ...body]] of chapters.entries())
    parts[`${at}.html`] = `<h1>${head}</h1>${body.map((one) => `<p>${one}</p>`).join('')}`
  const encoder = new TextEncoder()
  return new Uint8Array(
    zipSync(
      Object.fromEntries(Object.entries(parts).map(([name, text]) => [name, encoder.encode(text)])),
    ),
  )
}
const ZH = bookOf(['一', '渡船来了。', '雾散了。'], ['二', '灯亮着。'], ['三', '天亮了。'])
const EN = bookOf(
  ['One', 'The ferry came.'],
  ['Two', 'The lamp was on.', 'It was late.'],
  ['Three', 'It grew light.'],
)
const file = (bytes: Uint8Array<ArrayBuffer>, chapters?: readonly number[]) => ({
  name: 'b.epub',
  bytes: bytes.slice(),
  ...(chapters && { chapters }),
})
const read = async (...files: Parameters<typeof readInput>[0]) =>
  (await readInput(files)).value?.source

describe('the chapters of books', () => {
  it('are told by how they begin, and all read at first', async () => {
    const source = await read(file(ZH))
    expect(source).toMatchObject({
      kind: 'text',
      text: '一\n渡船来了。\n雾散了。\n\n二\n灯亮着。\n\n三\n天亮了。',
    })
    expect(source?.chapters).toEqual([['一', '二', '三'].map((title) => ({ title, taken: true }))])
    expect(recogniseLayout(source!).value?.seen.chapters).toEqual(source?.chapters)
  })

  it('are read alone where the learner says so; one that is not there is none', async () => {
    const source = await read(file(ZH, [1, 7]))
    expect(source).toMatchObject({ text: '二\n灯亮着。' })
    expect(source?.chapters?.[0]?.map(({ taken }) => taken)).toEqual([false, true, false])
  })

  it('are paired with those of the same place in another language', async () => {
    const source = await read(file(EN), file(ZH))
    const layout = recogniseLayout(source!).value
    expect(layout?.texts.zh.split('\n')).toEqual([
      '一',
      '渡船来了。',
      '雾散了。',
      '二',
      '灯亮着。',
      '三',
      '天亮了。',
    ])
    expect(layout?.ties).toEqual([
      { zh: { from: 0, to: 3 }, en: { from: 0, to: 2 } },
      { zh: { from: 3, to: 5 }, en: { from: 2, to: 5 } },
      { zh: { from: 5, to: 7 }, en: { from: 5, to: 7 } },
    ])
  })

  it('are two texts as a whole where there are more of one book', async () => {
    expect(await read(file(ZH, [0, 1]), file(EN))).toMatchObject({ kind: 'two' })
    const source = await read(file(ZH, [2]), file(EN, [2]))
    expect(source).toMatchObject({
      kind: 'rows',
      rows: [['三\n天亮了。', 'Three\nIt grew light.']],
    })
  })
})
