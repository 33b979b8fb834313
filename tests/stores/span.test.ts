// @vitest-environment happy-dom
import { describe, expect, it, vi } from 'vitest'
import { notesOfArticle } from '../../src/storage/notes.ts'
import { useDisk } from '../../src/stores/disk.ts'
import { useReader } from '../../src/stores/reader.ts'
import { useSpan } from '../../src/stores/span.ts'
import { useUndo } from '../../src/stores/undo.ts'
import { take, talks } from '../storage/talks.ts'
import { freshStores } from './freshStores.ts'

vi.mock('../../src/worker/language/client.ts', () => import('../ui/languageHere.ts'))
vi.mock('../../src/storage/dictionaryFiles.ts', () => import('../ui/languageHere.ts'))

freshStores()

async function opened() {
  await take(await useDisk().open(), talks, [])
  await useReader().open('A')
  return useSpan()
}
const notes = async () => notesOfArticle(await useDisk().open(), 'A')

describe('a stretch that is selected', () => {
  it('is proposed what stands for it, and becomes a card with its reading', async () => {
    const span = await opened()
    const text = useReader().pairs[0]!.texts.zh
    span.select(0, 0, text.length)
    expect(span.span).toMatchObject({ text, proposed: useReader().pairs[0]!.texts.en })
    span.select(0, 0, 2)
    await span.learn('both of them')
    const [note] = await notes()
    expect(note).toMatchObject({ kind: 'term', headword: text.slice(0, 2) })
    expect(JSON.stringify(note)).toContain('both of them')
    expect(span.span).toBeNull()
    await useUndo().undo()
    expect(await notes()).toEqual([])
  })

  it('without an answer makes no card, and stays selected', async () => {
    const span = await opened()
    span.select(0, 0, 2)
    await expect(span.learn('  ')).rejects.toThrow('noAnswer')
    expect([span.span?.bead, await notes()]).toEqual([0, []])
  })

  it.each([
    [0, 3, 3],
    [0, 4, 2],
    [99, 0, 2],
  ])('is none in pair %i from %i to %i', async (bead, from, to) => {
    const span = await opened()
    span.select(bead, from, to)
    expect(span.span).toBeNull()
  })
})
