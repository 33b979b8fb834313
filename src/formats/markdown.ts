import { bitextOf, textFormat } from './format.ts'

/** Markdown, told by its name: its marks stand in plain text too. */
export const markdown = textFormat({
  id: 'markdown',
  extensions: ['md', 'markdown'],
  read: (text) => ({ value: bitextOf({ kind: 'text', text: withoutMarkdown(text) }), issues: [] }),
})

/** Text with headings, quotes, emphasis, links and images of Markdown reduced to their words. */
function withoutMarkdown(text: string): string {
  return text
    .replace(/^(?:---|\+\+\+)\n[^]*?\n(?:---|\+\+\+)\n/, '')
    .replace(/^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)/gm, '')
    .replace(/!\[[^\]\n]*\]\([^)\n]*\)/g, '')
    .replace(/\[([^\]\n]+)\]\([^)\n]*\)/g, '$1')
    .replace(/(\*\*|__|~~)(?=\S)([^\n]*?\S)\1/g, '$2')
    .replace(/(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])/g, '$1')
    .replace(/<[a-z/!][^>\n]*>/gi, '')
}
