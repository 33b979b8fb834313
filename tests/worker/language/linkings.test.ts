import { readFile } from 'node:fs/promises'
import { expect, it, vi } from 'vitest'
import { ensureDictionary } from '../../../src/cli/build/compileDictionary.ts'
import { recogniseLayout } from '../../../src/domain/text/layout.ts'
import { repairDraft } from '../../../src/domain/article/edit.ts'
import { languageThread } from '../../../src/worker/language/thread.ts'

/** How many beads have been linked: the real thing does it, and is counted. */
let linked = 0
vi.mock(import('../../../src/domain/terms/linkBead.ts'), async (original) => {
  const { pairTerms } = await original()
  return {
    pairTerms: (...given) => {
      linked++
      return pairTerms(...given)
    },
  }
})

const TEXT = [
  '码头上的工人昨天开始罢工。',
  'Workers at the pier went on strike yesterday.',
  '市长要求双方恢复谈判。',
  'The mayor urged both sides to resume negotiations.',
  '渔民在岸边修补旧渔网。',
  'Fishermen mended their old nets on the shore.',
  '面包店整夜亮着灯。',
  'The bakery kept its lights on all night.',
].join('\n')

it('an import links every bead once, for its terms and its doubts, and a repair only what it changed', async () => {
  const thread = languageThread()
  const bytes = await readFile((await ensureDictionary()).core)
  const dictionary = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  await thread.open({ dictionary })
  const layout = recogniseLayout({ kind: 'text', text: TEXT }).value!
  const ignore = () => undefined

  const draft = structuredClone(await thread.build(1, layout, 'zh', ignore))
  expect(draft.beads).toHaveLength(4)
  expect(linked).toBe(4)
  await thread.doubts(2, draft, ignore)
  expect(linked).toBe(4)

  const merged = repairDraft(draft, 0, { do: 'merge' })
  await thread.doubts(3, merged, ignore)
  expect(linked).toBe(5)
  await thread.doubts(4, repairDraft(merged, 2, { do: 'confirm' }), ignore)
  expect(linked).toBe(5)
})
