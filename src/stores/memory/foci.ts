import { focusText } from '../../domain/cards/focus.ts'
import type { Side } from '../../domain/model.ts'
import { readArticle } from '../../storage/articles.ts'
import type { Disk } from '../../storage/database.ts'
import {
  keepWordsNeeded,
  readWordsNeeded,
  wordsNeededRecord,
} from '../../storage/derived/wordsNeeded.ts'
import { notesOfArticle } from '../../storage/notes.ts'
import type { WordsNeeded } from '../../storage/records.ts'
import type { LanguageClient } from '../../worker/language/client.ts'

/**
 * The words that have to be understood to answer the cards of an article, made when they are missing or leave out one of the
 * notes; null when the article is gone.
 *
 * @param wanted ids of the notes
 * @param open starts the language thread
 */
export async function fociOf(
  disk: Disk,
  article: string,
  wanted: ReadonlySet<string>,
  learning: Side,
  open: () => Promise<Pick<LanguageClient, 'thread'>>,
): Promise<WordsNeeded | null> {
  const there = await readWordsNeeded(disk, { article, learning })
  const held = new Set(there?.foci.map(({ note }) => note))
  if (there !== null && [...wanted].every((note) => held.has(note))) return there
  const [source, all] = await Promise.all([
    readArticle(disk, article),
    notesOfArticle(disk, article),
  ])
  if (source === null) return null
  const notes = all.filter((note) => note.learning === learning)
  const requests = notes.map((note) => ({
    text: focusText(note, source),
    headword: note.kind === 'term' ? note.headword : '',
  }))
  const { thread } = await open()
  const found = await thread.foci(requests, learning)
  const made = await wordsNeededRecord.make(article, learning, notes, found)
  await keepWordsNeeded(disk, made, source)
  return made
}
