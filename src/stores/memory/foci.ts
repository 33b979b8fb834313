import { type FociRecord, FOCI_VERSION } from '../../storage/records.ts'
import { focusText } from '../../domain/cards/focus.ts'
import type { Level, Side } from '../../domain/model.ts'
import { wordingOf } from '../../domain/notes/wording.ts'
import { readArticle } from '../../storage/articles.ts'
import type { Disk } from '../../storage/database.ts'
import { readFoci, writeFoci } from '../../storage/foci.ts'
import { notesOfArticle } from '../../storage/notes.ts'
import type { LanguageClient } from '../../worker/language/client.ts'

/**
 * The words that have to be understood to answer the cards of an article, made when they are missing or leave out one of the
 * notes; null when the article is gone.
 *
 * @param open starts the language thread
 */
export async function fociOf(
  disk: Disk,
  article: string,
  notes: ReadonlySet<string>,
  learning: Side,
  open: () => Promise<Pick<LanguageClient, 'thread'>>,
): Promise<FociRecord | null> {
  const there = await readFoci(disk, article, learning)
  const held = new Set(there?.foci.map(({ note }) => note))
  if (there !== null && [...notes].every((note) => held.has(note))) return there
  const made = await make(disk, article, learning, open)
  if (made !== null) await writeFoci(disk, made)
  return made
}

async function make(
  disk: Disk,
  article: string,
  learning: Side,
  open: () => Promise<Pick<LanguageClient, 'thread'>>,
): Promise<FociRecord | null> {
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
  const places = new Map<string, number>()
  const words: { key: string; level: Level }[] = []
  const placeOf = (word: { key: string; level: Level }): number => {
    const place = places.get(word.key) ?? words.push(word) - 1
    places.set(word.key, place)
    return place
  }
  const foci = notes.map((note, i) => ({
    note: note.id,
    reading: note.kind === 'term' ? wordingOf(note).reading : '',
    rarity: found[i]?.rarity ?? 0,
    words: (found[i]?.words ?? []).map(placeOf),
  }))
  return { kind: 'foci', version: FOCI_VERSION, article, learning, words, foci }
}
