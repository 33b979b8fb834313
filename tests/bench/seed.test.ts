import { describe, expect, it } from 'vitest'
import { careOf } from '../../src/domain/notes/care.ts'
import { replay } from '../../src/domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS } from '../../src/domain/srs/settings.ts'
import { articleHeads, readArticle } from '../../src/storage/articles.ts'
import { loadState } from '../../src/storage/derived/memoryImage.ts'
import { notesOfArticle } from '../../src/storage/notes.ts'
import { readLog } from '../../src/storage/reviewLog.ts'
import { freshDatabases, openTab } from '../storage/testDisk.ts'
import { cardsOn } from '../storage/talks.ts'
import { seedDisk } from './seed.ts'

freshDatabases()

describe('the seed', () => {
  it('is a learner whose every card is well and whose image is of the log', async () => {
    const now = Date.UTC(2026, 10, 20)
    const disk = await openTab({ now })
    const seeded = await seedDisk(disk, { articles: 2, reviews: 4_000, newCards: 10 })
    expect(seeded).toEqual({ articles: 2, cards: 800, reviews: 4_000 })
    expect(await cardsOn(disk)).toHaveLength(800)
    expect(await articleHeads(disk)).toHaveLength(2)
    const source = await readArticle(disk, 'seed-0001')
    const notes = await notesOfArticle(disk, 'seed-0001')
    expect(notes.map((note) => careOf(note, source!)).filter((care) => care !== null)).toEqual([])
    const log = await readLog(disk)
    const state = await loadState(disk, DEFAULT_SRS_SETTINGS)
    expect(state.digest).toEqual(replay(log, DEFAULT_SRS_SETTINGS).digest)
    expect(state.held.resumed).toBe(true)
    expect([...state.cards.values()].filter(({ phase }) => phase === 'review')).toHaveLength(790)
    expect(log.every(({ at }) => at < now)).toBe(true)
  })
})
