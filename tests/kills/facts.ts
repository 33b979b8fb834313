import { readArticle } from '../../src/storage/articles.ts'
import { type Disk, transact } from '../../src/storage/database.ts'
import { isShownHead, shownIn } from '../../src/storage/derived/libraryHeads.ts'
import { libraryHeadsRecord } from '../../src/storage/derived/make/libraryHeads.ts'
import { noteShown } from '../../src/storage/noteShown.ts'
import { readKnown, readLearner } from '../../src/storage/readSettings.ts'
import { readLog } from '../../src/storage/reviewLog.ts'

/** What a learner would find on a disk, in numbers and names that can be compared. */
export interface Facts {
  readonly answers: number
  readonly voids: number
  /** Articles that are shown, each as its id and how many pairs it has. */
  readonly articles: readonly string[]
  /** Notes that are shown, by id. */
  readonly notes: readonly string[]
  readonly knownWords: number
  readonly theme: string
}

/** The facts of a disk. Nothing derived is asked: what is read is what cannot be made again. */
export async function factsOf(disk: Disk): Promise<Facts> {
  const entries = await readLog(disk)
  const heads = await transact(disk, ['articles', 'revisions'], 'readonly', (tx) =>
    libraryHeadsRecord.make(tx),
  )
  const shown = heads.filter(isShownHead)
  const articles = await Promise.all(
    shown.map(async ({ id }) => `${id}: ${(await readArticle(disk, id))?.article.beads.length}`),
  )
  const records = await transact(disk, ['notes'], 'readonly', (tx) =>
    tx.objectStore('notes').getAll(),
  )
  const notes = records
    .map((record) => noteShown(record, shownIn(heads)))
    .filter((note) => note !== null && note.deletedAt === undefined)
  return {
    answers: entries.filter(({ type }) => type === 'answer').length,
    voids: entries.filter(({ type }) => type === 'void').length,
    articles: articles.sort(),
    notes: notes.flatMap((note) => note?.id ?? []).sort(),
    knownWords: (await readKnown(disk, 'zh')).size,
    theme: (await readLearner(disk))?.theme ?? '',
  }
}
