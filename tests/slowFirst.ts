import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** What takes longest, the longest first: begun last, one of them would keep one processor busy and leave the others idle. */
const SLOW = [
  'domain/notes/devices',
  'domain/srs/replay',
  'cli/server/randomRequests',
  'cli/build/compileDictionary',
  'cli/duizhao',
  'storage/spoiltDisks',
  'domain/dictionary/cedict',
  'domain/srs/unknown',
  'domain/srs/image',
  'worker/thread',
  'formats/growth',
].map((name) => `tests/${name}.test.ts`)

/** Vitest's order, which knows how long files took here before, with the slow ones at the front on a clean checkout too. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const rank = ({ moduleId }: TestSpecification): number => {
      const at = SLOW.findIndex((name) => moduleId.endsWith(name))
      return at < 0 ? SLOW.length : at
    }
    return (await super.sort(files)).toSorted((a, b) => rank(a) - rank(b))
  }
}
