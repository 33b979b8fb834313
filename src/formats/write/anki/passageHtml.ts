import type { Passage } from '../../../domain/cards/passages.ts'
import type { TextRange } from '../../../domain/model.ts'
import { htmlText } from '../markup.ts'

const GAP = '<span class="gap">……</span>'

/** A passage of a card as HTML: what is lit is strong, gaps are empty, what is not asked for is faint. */
export function passageHtml({ text, lit, focus, gap, cuts = [] }: Passage): string {
  const marks = [
    ...lit.map((range) => ({ ...range, as: 'lit' as const })),
    ...[...(gap === null ? [] : [gap]), ...cuts].map((range) => ({ ...range, as: 'gap' as const })),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end)
  let html = ''
  let at = 0
  const isBright = (place: number) => focus === null || (place >= focus.start && place < focus.end)
  const plain = (range: TextRange) => {
    for (let from = range.start; from < range.end;) {
      const edges = focus === null ? [] : [focus.start, focus.end]
      const to = Math.min(range.end, ...edges.filter((edge) => edge > from))
      const part = htmlText(text.slice(from, to))
      html += isBright(from) ? part : `<span class="faint">${part}</span>`
      from = to
    }
  }
  for (const { start, end, as } of marks) {
    if (start < at) continue
    plain({ start: at, end: start })
    html += as === 'gap' ? GAP : `<b>${htmlText(text.slice(start, end))}</b>`
    at = end
  }
  plain({ start: at, end: text.length })
  return html
}
