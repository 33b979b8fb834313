import { offersOf } from '../../offers.ts'
import { expect, it } from 'vitest'
import { addNotes, deleteNote, editNote } from '../../../src/storage/notes.ts'
import { readOwnReadings } from '../../../src/storage/derived/ownReadings.ts'
import { take, talks } from '../talks.ts'
import { freshDatabases, openTab } from '../testDisk.ts'

freshDatabases()

const [ceasefire] = offersOf(talks.article, talks.texts, 'zh', 5).terms
const own = { headword: '停火', instead: 'ting2 huo3', reading: 'ting2 huo5' }

it('are found in the notes by who asks first, and kept up to date from then on', async () => {
  const disk = await openTab()
  await take(disk, talks)
  await addNotes(disk, [ceasefire!])
  await editNote(disk, ceasefire!.id, { reading: own.reading })
  expect(await readOwnReadings(disk)).toEqual([own])
  await editNote(disk, ceasefire!.id, { reading: own.instead })
  expect(await readOwnReadings(disk)).toEqual([])
  await editNote(disk, ceasefire!.id, { reading: own.reading })
  expect(await readOwnReadings(disk)).toEqual([own])
})

it('go with their note', async () => {
  const disk = await openTab()
  await addNotes(disk, [ceasefire!])
  expect(await readOwnReadings(disk)).toEqual([])
  await editNote(disk, ceasefire!.id, { reading: own.reading })
  await deleteNote(disk, ceasefire!.id)
  expect(await readOwnReadings(disk)).toEqual([])
})
