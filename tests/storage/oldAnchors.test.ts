import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { articleIdOf } from '../../src/domain/article/articleRow.ts'
import type { Side } from '../../src/domain/model.ts'
import { findIn } from '../../src/domain/notes/places.ts'
import { articleHeads, readArticle } from '../../src/storage/articles.ts'
import { releaseFound } from '../../src/storage/care.ts'
import { editArticle } from '../../src/storage/editing.ts'
import { repairArticle } from '../../src/domain/article/edit.ts'
import { noteIndex } from '../../src/storage/derived/cardIndex.ts'
import { readCare } from '../../src/storage/derived/care.ts'
import { readNotes } from '../../src/storage/notes.ts'
import { readLog } from '../../src/storage/readLog.ts'
import { fillOldDisk } from './oldDisk.ts'
import { freshDatabases, openTab } from './testDisk.ts'

freshDatabases()

interface Stood {
  readonly note: string
  readonly learning: Side
  readonly state: string
  readonly article: string
  readonly contentHash: string
  readonly deck: number | null
  readonly side: Side
  readonly range: { readonly start: number; readonly end: number } | null
}
const stood: { readonly laptop: readonly Stood[] } = JSON.parse(
  readFileSync(new URL('../golden/v1Anchors.json', import.meta.url), 'utf8'),
)

const open = async () => {
  await fillOldDisk('old')
  return await openTab({ now: 1_774_000_000_000 }, { name: 'old' })
}

describe('notes of version 0.1.0', () => {
  it('stand where they stood', async () => {
    const disk = await open()
    let places = 0
    for (const one of stood.laptop) {
      if (one.state !== 'alive' || one.side !== one.learning || one.range === null) continue
      const id = one.deck === null ? articleIdOf(one.contentHash) : one.article
      const [[note], source] = [await readNotes(disk, [one.note]), await readArticle(disk, id)]
      if (source === null || source.article.deletedAt !== undefined) continue
      const found = findIn(note!, source).map(({ place }) => place[one.side])
      expect({ note: one.note, found }).toEqual({
        note: one.note,
        found: expect.arrayContaining([one.range]),
      })
      places++
    }
    expect(places).toBeGreaterThan(20)
  })

  it('that were suspended for their text need care without it, and are free once it is back', async () => {
    const disk = await open()
    const lost = ['sr6g97s1hwhe30hhff0zpyy1sjg', 't2f5q6dmm1pb8kn571fv4sy8nhr']
    expect([...(await readCare(disk)).unwell.keys()]).toEqual(expect.arrayContaining(lost))
    const index = await noteIndex(disk)
    for (const id of lost) expect(index.find((note) => note.id === id)?.needsCare).toBe(true)
    expect(await releaseFound(disk)).toBe(0)
    const log = await readLog(disk)
    const before = (await readArticle(disk, '01KJ9PWFYG3EE3Z5BTQ2FBVFDR'))!
    const at = before.article.beads.findIndex(({ zh, en }) => zh.from < zh.to && en.from < en.to)
    const text = '𠮷先生收好秤，骑车过桥回家。'
    const edit = repairArticle(before, at, { do: 'edit', side: 'zh', text })
    await editArticle(disk, before, edit)
    expect(await releaseFound(disk)).toBeGreaterThan(0)
    expect(await releaseFound(disk)).toBe(0)
    const later = (await readLog(disk)).slice(log.length)
    expect(new Set(later.map(({ type }) => type))).toEqual(new Set(['void']))
  })

  it('are found in their article under the id it had', async () => {
    const disk = await open()
    const article = await readArticle(disk, '01KJ9PWFYG3EE3Z5BTQ2FBVFDR')
    expect(article?.article.id).toBe(articleIdOf('tgq59m9c018exbc8ksagxt2sam'))
    expect((await articleHeads(disk)).length).toBeGreaterThan(1)
  })
})
