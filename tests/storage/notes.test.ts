import { describe, expect, it } from 'vitest'
import { addNotes, deleteNote, editNote } from '../../src/storage/notes.ts'
import { readLog } from '../../src/storage/reviewLog.ts'
import { appendEntry, cardsOn, ceasefireId, demand, notesIn, take, talks, term } from './talks.ts'
import { answer } from '../make.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

describe('notes', () => {
  it('are added and taken away again', async () => {
    const disk = await openTab()
    await take(disk, talks, [])
    const { undo } = await addNotes(disk, notesIn(talks).slice(0, 2))
    expect(await cardsOn(disk)).toHaveLength(10)
    await undo?.()
    expect(await cardsOn(disk)).toEqual([])
    await addNotes(disk, notesIn(talks).slice(0, 2))
    expect(await cardsOn(disk)).toHaveLength(10)
  })

  it('that come twice in one go are one', async () => {
    const disk = await openTab()
    const [note] = notesIn(demand)
    const { result } = await addNotes(disk, [note!, note!])
    expect(result).toEqual({ created: [note!.id], gained: new Map() })
  })

  it("carry the learner's words, and give them back", async () => {
    const disk = await openTab()
    await take(disk, talks)
    const before = await term(disk, ceasefireId)
    const { undo } = await editNote(disk, ceasefireId, { gloss: ['truce'] })
    expect((await term(disk, ceasefireId)).edits).toEqual({ gloss: ['truce'] })
    await undo?.()
    expect(await term(disk, ceasefireId)).toEqual(before)
    expect(await editNote(disk, 'none', {})).not.toHaveProperty('undo')
  })

  it('are deleted without touching the log, and come back', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const {
      id: _id,
      at: _at,
      device: _device,
      ...rest
    } = answer({ card: `${ceasefireId}.read.zh-en` })
    await appendEntry(disk, rest)
    const { undo } = await deleteNote(disk, ceasefireId)
    expect((await cardsOn(disk)).some((card) => card.note === ceasefireId)).toBe(false)
    expect(await readLog(disk)).toHaveLength(1)
    await undo?.()
    expect((await cardsOn(disk)).filter((card) => card.note === ceasefireId)).toHaveLength(5)
  })
})
