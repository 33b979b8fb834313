import { readHtml } from './html.ts'
import { textOf } from './sourceText.ts'

/** Markup as cards of flashcard programs have it. Other signs in angle brackets are text. */
const MARKUP =
  /<\/?(?:br|div|p|b|i|u|s|em|strong|span|font|a|img|sub|sup|ul|ol|li|hr|table|tr|td|th|ruby|rt|rp|rb|h[1-6]|small|big|center|code|pre|audio|video|script|style|svg|iframe|anki-mathjax)\b[^<>]*>|<!--|&(?:nbsp|amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);/i
/** [sound:a.mp3], and sounds the program speaks itself. */
const SOUND = /\[sound:[^[\]\n]*\]|\[anki:(?:tts|play)\b[^[\]\n]*\](?:[^[\n]*\[\/anki:tts\])?/gi
/** {{c1:: … }} without another one in it; what stands behind the second `::` is a hint. */
const CLOZE = /\{\{c\d+::((?:(?!\{\{|\}\}|::)[^])*)(?:::(?:(?!\{\{|\}\})[^])*)?\}\}/gi
/** Gaps stand in gaps, but nobody writes more of them in each other. */
const DEEPEST_CLOZE = 4

/** The words of a cell: its markup read, sounds left out, gaps filled. Lines stay lines. */
export function cellText(cell: string): string {
  let text = cell
  if (MARKUP.test(text)) text = textOf(readHtml(text, false))
  if (text.includes('[')) text = text.replace(SOUND, '')
  for (let depth = 0; depth < DEEPEST_CLOZE && text.includes('{{c'); depth++)
    text = text.replace(CLOZE, '$1')
  return text === cell ? cell : text.trim()
}
