import { noteIndex } from '../../../src/storage/derived/cardIndex.ts'
import { describe, expect, it } from 'vitest'
import { cardsOf } from '../../../src/domain/cards/cards.ts'
import { articleHeads } from '../../../src/storage/articles.ts'
import { addNotes, deleteNote, editNote } from '../../../src/storage/notes.ts'
import { cardsOn, demand, expectSoundIndex, notesIn, take, talks } from '../talks.ts'
import { freshDatabases, openTab } from '../testDisk.ts'

freshDatabases()

describe('the card index', () => {
  it('knows of every card what a queue must know, without reading notes', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const cards = await cardsOn(disk)
    expect(cards).toHaveLength(2 * 5 + 3 * 2)
    expect(cards[0]).toEqual({
      ...cardsOf(notesIn(talks)[0]!)[0],
      noteKind: 'term',
      learning: 'zh',
      article: 'A',
      articles: ['A'],
      headword: '停火',
      createdAt: 7,
    })
    expect(cards.map(({ kind }) => kind).slice(9)).toEqual([
      'listen',
      ...['read', 'listen', 'read', 'listen', 'read', 'listen'],
    ])
  })

  it('keeps the order in which notes came, over many chunks', async () => {
    const disk = await openTab()
    const [note] = notesIn(demand)
    if (note?.kind !== 'term') throw new RangeError()
    const many = Array.from({ length: 1_203 }, (_, i) => ({
      ...note,
      id: `t${i}`,
      headword: `w${i}`,
    }))
    await addNotes(disk, many)
    await addNotes(disk, [{ ...note, id: 't-last' }])
    await deleteNote(disk, 't700')
    const ids = [...new Set((await cardsOn(disk)).map((card) => card.note))]
    expect(ids).toEqual([...many.map(({ id }) => id).filter((id) => id !== 't700'), 't-last'])
    await expectSoundIndex(disk)
  })

  it('is made again when it is gone', async () => {
    const disk = await openTab()
    await take(disk, talks)
    const cards = await cardsOn(disk)
    await (await disk.connection()).clear('image')
    expect((await cardsOn(disk)).map(({ id }) => id).toSorted()).toEqual(
      cards.map(({ id }) => id).toSorted(),
    )
    expect(await articleHeads(disk)).toHaveLength(1)
  })

  it('has the kinds of card a note names, those nobody knows included', async () => {
    const disk = await openTab()
    const [word, other, ...rest] = notesIn(talks)
    await take(disk, talks, [{ ...word!, kinds: ['sing', 'read'] }, other!, ...rest])
    const index = await noteIndex(disk)
    expect(index[0]!.kinds).toEqual(['sing', 'read'])
    expect(index[1]).not.toHaveProperty('kinds')
    expect((await cardsOn(disk)).map(({ kind }) => kind).slice(0, 2)).toEqual(['read', 'read'])
    await editNote(disk, word!.id, { reading: 'ting2' })
    expect((await noteIndex(disk))[0]!.kinds).toEqual(['sing', 'read'])
    await expectSoundIndex(disk)
  })
})
