import type { Store } from '../schema.ts'
import { cardIndexRecord } from './cardIndex.ts'
import { careRecord } from './care.ts'
import { catalogueRecord } from './catalogue.ts'
import type { Derived } from './derived.ts'
import { doubtCountsRecord } from './doubtCounts.ts'
import { libraryHeadsRecord } from './libraryHeads.ts'
import { memoryImageRecord } from './memoryImage.ts'
import { ownReadingsRecord } from './ownReadings.ts'
import { wordsNeededRecord } from './wordsNeeded.ts'

/** Every derived record there is. Nothing else may be thrown away; these may, at any time. */
export const DERIVED: Derived[] = [
  cardIndexRecord,
  libraryHeadsRecord,
  careRecord,
  wordsNeededRecord,
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
