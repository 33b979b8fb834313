import { headOf } from '../../../src/domain/article/articleRow.ts'
import type { Derived } from '../../../src/storage/derived/derived.ts'
import { opened, sealed } from '../../../src/storage/derived/derived.ts'
import type { Reading } from '../../../src/storage/schema.ts'

/** A derived record as somebody would add one: the longest English title of an article. */
const longest = async (tx: Reading<'articles'>): Promise<number> =>
  Math.max(
    0,
    ...(await tx.objectStore('articles').getAll()).map(({ row }) => headOf(row).title.en.length),
  )

export const longestTitleRecord: Derived<'articles'> = {
  key: 'longestTitle',
  version: 1,
  sources: ['articles'],
  make: longest,
  async on({ articles }, tx) {
    if (articles.size > 0)
      await tx.objectStore('image').put(sealed(1, await longest(tx)), 'longestTitle')
  },
}

export const longestIn = (part: unknown): unknown => opened(part, 1)
