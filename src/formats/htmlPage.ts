import { trimBlank } from '../domain/text/ranges.ts'
import { bitextOf, textFormat } from './format.ts'
import { readHtml } from './html.ts'
import { textOf } from './sourceText.ts'

/** A saved page. */
export const htmlPage = textFormat({
  id: 'html',
  extensions: ['html', 'htm', 'xhtml'],
  mediaTypes: ['text/html'],
  looksLike: (text) => /^\s*<(?:!doctype html|html)[\s>]/i.test(text),
  read: (text, name) => {
    const source = readHtml(text, true)
    return trimBlank(textOf(source)) === ''
      ? { value: null, issues: [{ code: 'empty', ...(name === '' ? {} : { found: name }) }] }
      : { value: bitextOf(source), issues: [] }
  },
})
