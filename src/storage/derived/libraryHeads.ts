import type { Disk } from '../database.ts'
import type { ArticleHead } from '../records.ts'
import { readDerived } from './derived.ts'
import { look } from './kept/libraryHeads.ts'

export { isShownHead, shownIn } from './kept/libraryHeads.ts'

const KEPT = {
  sources: ['articles', 'revisions'],
  look,
  maker: async () => (await import('./make/libraryHeads.ts')).libraryHeadsRecord,
} as const

/** Every article without its sentences, deleted ones included (`deletedAt`). Cheap. */
export const articleHeads = (disk: Disk): Promise<readonly ArticleHead[]> => readDerived(disk, KEPT)
