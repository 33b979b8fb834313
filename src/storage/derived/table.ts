import type { Store } from '../schema.ts'
import { articleLinesRecord } from './articleLines.ts'
import { articleWordsRecord } from './articleWords.ts'
import { cardIndexRecord } from './make/cardIndex.ts'
import { careRecord } from './make/care.ts'
import { catalogueRecord } from './make/catalogue.ts'
import type { Derived } from './derived.ts'
import { doubtCountsRecord } from './doubtCounts.ts'
import { libraryHeadsRecord } from './make/libraryHeads.ts'
import { memoryImageRecord } from './make/memoryImage.ts'
import { ownReadingsRecord } from './ownReadings.ts'
import { wordsNeededRecord } from './wordsNeeded.ts'

/** Every derived record there is. Nothing else may be thrown away; these may, at any time. */
export const DERIVED: Derived[] = [
  cardIndexRecord,
  libraryHeadsRecord,
  careRecord,
  wordsNeededRecord,
  articleWordsRecord,
  articleLinesRecord,
  doubtCountsRecord,
  ownReadingsRecord,
  catalogueRecord,
  memoryImageRecord,
]

/** The stores a change of these needs besides, so that what is derived from them can answer. */
export function sourcesOf(changed: readonly Store[]): readonly Store[] {
  const answering = DERIVED.filter(
    ({ on, sources }) => on !== undefined && sources.some((store) => changed.includes(store)),
  )
  return answering.flatMap(({ sources }): readonly Store[] => ['image', ...sources])
}
