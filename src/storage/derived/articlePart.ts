import { SIDES, type Side } from '../../domain/model.ts'
import { transact, type Disk } from '../database.ts'
import { all } from '../requests.ts'
import type { OwnCuts } from '../../domain/words/ownCuts.ts'
import type { DerivedPart } from '../records.ts'
import { keepQuietly } from '../refusals.ts'
import type { Transaction } from '../schema.ts'
import { showWithin, type StoredArticle } from '../shownArticle.ts'
import type { Change } from '../tabs.ts'
import { checkOf } from './checkOf.ts'
import { keysFrom, opened, sealed } from './derived.ts'

/** What is derived of one language of an article by the language thread: one record each. */
interface OfArticle {
  readonly article: string
  readonly learning: Side
}

/** Tells one way of cutting words from another. */
export const markOfCuts = (cuts: OwnCuts): string => String(checkOf(cuts))

/** How such records are read and kept. They fall when the article is edited or deleted. */
export function articlePart<T extends OfArticle>(
  key: string,
  version: number,
  isSound: (value: object) => value is T,
) {
  const keyOf = ({ article, learning }: OfArticle): string => `${key}${learning}/${article}`

  async function on({ articles, everything }: Change, tx: Transaction<'image'>): Promise<void> {
    const image = tx.objectStore('image')
    if (everything) return await image.delete(keysFrom(key))
    const keys = [...articles].flatMap((article) =>
      SIDES.map((learning) => keyOf({ article, learning })),
    )
    await all(keys.map((one) => () => image.delete(one)))
  }

  const soundIn = (part: unknown): T | null => {
    const value = opened(part, version)
    return typeof value === 'object' && value !== null && isSound(value) ? value : null
  }

  /** What is there; null when it is missing or not sound. */
  async function read(disk: Disk, of: OfArticle): Promise<T | null> {
    const part = await transact(disk, ['image'], 'readonly', (tx) =>
      tx.objectStore('image').get(keyOf(of)),
    )
    const value = soundIn(part)
    return value?.article === of.article && value.learning === of.learning ? value : null
  }

  /** All that are there of a language, those that are not sound left out. */
  async function readAll(disk: Disk, learning: Side): Promise<readonly T[]> {
    const parts = await transact(disk, ['image'], 'readonly', (tx) =>
      tx.objectStore('image').getAll(keysFrom(`${key}${learning}/`)),
    )
    return parts.map(soundIn).filter((value) => value !== null)
  }

  const keep = (disk: Disk, record: T, from: StoredArticle): Promise<void> =>
    keepPart(disk, keyOf(record), sealed(version, record), from)
  return { on, read, readAll, keep }
}

/** Keeps a part, unless the article is another by now than the one it was found in. */
export async function keepPart(
  disk: Disk,
  key: string,
  part: DerivedPart,
  { article, version }: StoredArticle,
): Promise<void> {
  await keepQuietly(() =>
    transact(disk, ['articles', 'revisions', 'image'], 'readwrite', async (tx) => {
      const now = await showWithin(tx, article.id)
      if (now?.version.id !== version.id || now.article.deletedAt !== undefined) return
      await tx.objectStore('image').put(part, key)
    }),
  )
}
