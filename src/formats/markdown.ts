import { bitextOf, textFormat } from './format.ts'

/** Markdown, told by its name: its marks stand in plain text too. */
export const markdown = textFormat({
  id: 'markdown',
  extensions: ['md', 'markdown'],
  read: (text) => ({ value: bitextOf({ kind: 'text', text: withoutMarkdown(text) }), issues: [] }),
})

/** Text with headings, quotes, emphasis, links and images of Markdown reduced to their words. */
export function withoutMarkdown(text: string): string {
  return text
    .replace(/^(?:---|\+\+\+)\n[^]*?\n(?:---|\+\+\+)\n/, '')
    .replace(/^[ \t]{0,3}(?:#{1,6}[ \t]+|>[ \t]?|[-*+][ \t]+)/gm, '')
    .split('\n')
    .map(withoutMarks)
    .join('\n')
}

/**
 * A line without its marks. A mark without an end must not be looked for again from the next one on, as patterns would do:
 * a page of brackets would take the square of its length.
 */
function withoutMarks(line: string): string {
  const bare = withoutEmphasis(withoutLinks(withoutLinks(line, '![', 0), '[', 1))
  return withoutTags(bare.replace(/(?<![\w*])\*(?=\S)([^*\n]*?\S)\*(?![\w*])/g, '$1'))
}

/** Finds the next place of a mark, remembering the last answer: asked with rising places, all takes one reading of the line. */
function finderOf(line: string, mark: string): (from: number) => number {
  let found = -1
  return (from) => {
    if (found >= from) return found
    const at = line.indexOf(mark, from)
    return (found = at < 0 ? Infinity : at)
  }
}

/** `[words](address)` becomes its words, which are `least` characters or more; `![words](address)` goes. */
function withoutLinks(line: string, opening: '[' | '![', least: 0 | 1): string {
  const closing = finderOf(line, ']')
  const end = finderOf(line, ')')
  let bare = ''
  let done = 0
  for (let at = line.indexOf(opening); at >= 0;) {
    const words = at + opening.length
    const close = closing(words)
    const last = line[close + 1] === '(' && close - words >= least ? end(close + 2) : Infinity
    if (last < Infinity) {
      bare += line.slice(done, at) + (opening === '[' ? line.slice(words, close) : '')
      done = last + 1
    }
    at = line.indexOf(opening, Math.max(done, at + 1))
  }
  return bare + line.slice(done)
}

const EMPHASIS = /\*\*|__|~~/g

/** `**words**`, `__words__` and `~~words~~` become the words. */
function withoutEmphasis(line: string): string {
  const isBlankAt = (at: number) => /\s/.test(line[at] ?? ' ')
  /** Marks that are not closed from here on. */
  const open = new Set<string>()
  let bare = ''
  let done = 0
  EMPHASIS.lastIndex = 0
  for (let match = EMPHASIS.exec(line); match !== null; match = EMPHASIS.exec(line)) {
    const { 0: mark, index } = match
    // The next mark may begin with the second sign of this one.
    EMPHASIS.lastIndex = index + 1
    if (open.has(mark) || isBlankAt(index + 2)) continue
    let end = line.indexOf(mark, index + 3)
    while (end >= 0 && isBlankAt(end - 1)) end = line.indexOf(mark, end + 1)
    if (end < 0) {
      open.add(mark)
      continue
    }
    bare += line.slice(done, index) + line.slice(index + 2, end)
    EMPHASIS.lastIndex = done = end + 2
  }
  return bare + line.slice(done)
}

const TAG = /<[a-z/!]/gi

/** `<b>` and the like go. */
function withoutTags(line: string): string {
  const closing = finderOf(line, '>')
  let bare = ''
  let done = 0
  for (const { index } of line.matchAll(TAG)) {
    const end = closing(index + 2)
    if (index < done || end === Infinity) continue
    bare += line.slice(done, index)
    done = end + 1
  }
  return bare + line.slice(done)
}
