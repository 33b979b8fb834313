import type { NoteHere } from '../../domain/notes/noteHere.ts'
import { counterpartOf, wordingOf } from '../../domain/notes/wording.ts'
import { toneMarks } from '../../domain/zh/toneMarks.ts'

/** A line break within a definition, as Pleco has it. */
const BREAK = '\ueab1'
const oneLine = (text: string): string => text.replace(/[\t\r\n]+/g, ' ').trim()

/**
 * Words as flashcards for Pleco: headword, pinyin, definition, a line each, under the title of the article as a category.
 * Pleco has cards of Chinese words alone, so sentences and English headwords are left out.
 */
export function writePleco(notes: readonly NoteHere[]): string {
  const categories = new Map<string, string[]>()
  for (const { note, place } of notes) {
    if (note.kind !== 'term') continue
    const { title } = place?.article ?? { title: { zh: '', en: '' } }
    const category = `Duizhao/${oneLine(title.zh || title.en || '…').replaceAll('/', '／')}`
    const lines = categories.get(category) ?? []
    categories.set(category, lines)
    const isLearnt = note.learning === 'zh'
    const headword = isLearnt ? note.headword : counterpartOf(note)
    if (!/\p{Script=Han}/u.test(headword)) continue
    const { reading, gloss } = wordingOf(note)
    const pinyin = isLearnt ? reading.split(' ').map(toneMarks).join(' ') : ''
    const meaning = isLearnt ? counterpartOf(note) : note.headword
    const example = note.contexts[0]?.quote
    const definition = [
      [...new Set([meaning, ...gloss])].filter((one) => one !== '').join('; '),
      ...(example === undefined ? [] : [example.zh, example.en]),
    ]
      .filter((line) => line !== '')
      .map(oneLine)
      .join(BREAK)
    lines.push([headword, pinyin, definition].map(oneLine).join('\t'))
  }
  const blocks = [...categories].filter(([, lines]) => lines.length > 0)
  return blocks.map(([category, lines]) => `//${category}\n${lines.join('\n')}\n`).join('')
}
