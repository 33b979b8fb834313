import 'fake-indexeddb/auto'
import { IDBFactory } from 'fake-indexeddb'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { openStorage } from '../../../src/storage/database.ts'
import { appendEntries, readLog } from '../../../src/storage/reviewLog.ts'
import ReviewScreen from '../../../src/ui/review/ReviewScreen.vue'
import type * as Table from '../../../src/domain/cards/kinds/table.ts'
import { answer } from '../../make.ts'
import { notesIn, take, talks } from '../../storage/talks.ts'
import { mountScreen, until } from '../mountScreen.ts'

// What somebody who adds a kind of card writes: a file, and this line of the table.
vi.mock('../../../src/domain/cards/kinds/table.ts', async (original) => {
  const { KINDS, kindNamed } = await original<typeof Table>()
  const { toyKind } = await import('../../domain/cards/kinds/toyKind.ts')
  const kinds = [...KINDS, toyKind]
  return { KINDS: kinds, kindNamed: (name: string) => kindNamed(name, kinds) }
})

beforeEach(() => {
  globalThis.indexedDB = new IDBFactory()
  // happy-dom draws no page that could be scrolled.
  vi.spyOn(window, 'scrollTo').mockReturnValue()
})

const [word] = notesIn(talks)
const toy = `${word!.id}.toy.en-zh`

/** A disk with one word, of the kinds given, and cards of a kind nobody knows in its log. */
async function kept(...kinds: readonly string[]): Promise<void> {
  const disk = await openStorage()
  await take(disk, talks, [{ ...word!, kinds }])
  const { id: _id, at: _at, device: _device, ...draft } = answer({ card: `${word!.id}.sing.zh-en` })
  await appendEntries(disk, [draft])
  await disk.close()
}

async function logged() {
  const disk = await openStorage()
  const log = await readLog(disk)
  await disk.close()
  return log
}

async function opened(language: 'en' | 'zh' = 'en') {
  const screen = await mountScreen(ReviewScreen, {}, language)
  await until(() => screen.find('[data-testid=reveal], [data-testid=session-end]').exists())
  return screen
}

describe('a kind of card that is one file and one line', () => {
  it('is asked, drawn, answered, and taken back', async () => {
    await kept('toy', 'sing')
    const screen = await opened()
    expect(screen.get('.question').text()).toContain('How many letters has it?')
    expect(screen.get('.passage').text()).toBe('停火')
    await screen.get('[data-testid=reveal]').trigger('click')
    expect(screen.get('[data-testid=counterpart]').text()).toBe('2')
    await screen.get('.rating.good').trigger('click')
    await until(
      () =>
        screen.find('[data-testid=session-end]').exists() || !screen.find('.rating.good').exists(),
    )
    expect((await logged()).at(-1)).toMatchObject({ type: 'answer', card: toy, rating: 'good' })

    await screen.get('[data-testid=undo]').trigger('click')
    await until(() => screen.text().includes('Undone.'))
    expect(screen.get('.passage').text()).toBe('停火')
    expect((await logged()).at(-1)).toMatchObject({ type: 'void' })
  })

  it('speaks Chinese', async () => {
    await kept('toy')
    expect((await opened('zh')).get('.question').text()).toContain('这个词有几个字？')
  })

  it('waits for the kind it waits for', async () => {
    await kept('read', 'toy')
    const screen = await opened()
    expect(screen.get('.question').text()).toContain('What does it mean?')
    expect(screen.get('[data-testid=left]').text()).toBe('1 left')
  })

  it('leaves a note alone whose kinds nobody knows', async () => {
    await kept('sing')
    expect((await opened()).find('[data-testid=session-end]').exists()).toBe(true)
  })
})
