import { unzipSync } from 'fflate'
import initSqlJs from 'sql.js'
import { describe, expect, it } from 'vitest'
import { notesOfDeck } from '../../../../src/domain/notes/notesOfDeck.ts'
import { DEFAULT_SRS_SETTINGS } from '../../../../src/domain/srs/settings.ts'
import { finish } from '../../../../src/domain/tasks.ts'
import { studyDay } from '../../../../src/domain/time.ts'
import { type PackageInput, writeAnkiPackage } from '../../../../src/formats/write/anki/package.ts'
import type { Value } from '../../../../src/formats/write/anki/sqlite.ts'
import { learner } from '../../../anki/learner.ts'
import { answer } from '../../../make.ts'
import { SAMPLE } from '../sampleDeck.ts'

const sql = await initSqlJs()
const NOW = Date.UTC(2026, 10, 30, 12)
const fresh = (fields: Partial<PackageInput> = {}): PackageInput => ({
  notes: notesOfDeck(SAMPLE, 'zh', NOW - 1000),
  entries: [],
  settings: DEFAULT_SRS_SETTINGS,
  now: NOW,
  utcOffset: 480,
  ...fields,
})

type Row = Readonly<Record<string, Value>>

/** The files of a package, and what a query gives. */
function opened(input: PackageInput) {
  const files = unzipSync(finish(writeAnkiPackage(sql, input)))
  const db = new sql.Database(files['collection.anki21'])
  const rows = (query: string): Row[] =>
    db
      .exec(query)
      .flatMap(({ columns, values }) =>
        values.map((row) => Object.fromEntries(row.map((value, at) => [columns[at]!, value]))),
      )
  return { files, rows }
}

describe('writeAnkiPackage', () => {
  it('is version Legacy 2, with a note for an Anki that cannot read it', () => {
    const { files } = opened(fresh())
    expect(Object.keys(files)).toEqual(['meta', 'collection.anki21', 'collection.anki2', 'media'])
    expect([...files['meta']!]).toEqual([8, 2])
    expect(new TextDecoder().decode(files['media'])).toBe('{}')
    const dummy = new sql.Database(files['collection.anki2'])
    expect(dummy.exec('SELECT sfld FROM notes')[0]?.values).toEqual([
      ['Please update Anki to 2.1.28 or later, then import this file again.'],
    ])
  })

  it('has a note for each term and each pair, with the guid it always has', () => {
    const notes = opened(fresh()).rows('SELECT guid, sfld, tags FROM notes ORDER BY id')
    const { notes: given } = fresh({ notes: notesOfDeck(SAMPLE, 'zh', 5) })
    expect(notes.map(({ guid }) => guid)).toEqual(given.map(({ note }) => note.id))
    expect(notes.map(({ sfld }) => sfld)).toEqual([
      '面包',
      '老王',
      '女儿',
      '天刚亮，面包店就开门了。',
      '老王问：“面包<b>多少钱</b>？”',
      '面包，面包！',
    ])
    expect(notes[0]?.['tags']).toBe(' duizhao term duizhao::面包店 ')
  })

  it('has a card of each kind that has something to ask, terms to be read first', () => {
    const cards = opened(fresh()).rows(
      'SELECT sfld, ord, due, type, queue FROM cards JOIN notes ON nid = notes.id ORDER BY due',
    )
    const asked = cards.map(({ sfld, ord }) => `${sfld} ${ord}`)
    expect(asked.slice(0, 3)).toEqual(['面包 0', '老王 0', '女儿 0'])
    // 女儿 stands in no pair: there is no gap to fill.
    expect(asked).toContain('面包 1')
    expect(asked).not.toContain('女儿 1')
    expect(asked.filter((one) => one.startsWith('面包，'))).toEqual([
      '面包，面包！ 0',
      '面包，面包！ 1',
    ])
    expect(new Set(cards.map(({ due }) => due)).size).toBe(cards.length)
  })

  it('writes no markup of a text as markup', () => {
    const [row] = opened(fresh()).rows("SELECT flds FROM notes WHERE sfld = '老王'")
    expect(row?.['flds']).toContain('<b>老王</b>问：“面包&lt;b&gt;多少钱&lt;/b&gt;？”')
  })

  it('has the memory, due day and history of a card that is learnt', () => {
    const { note } = fresh().notes[0]!
    const today = studyDay(NOW, 480, 4)
    const card = `${note.id}.read.zh-en`
    const at = NOW - 3 * 86_400_000
    const entries = [
      answer({ id: 'A', at: at - 1000, card, studyDay: today - 3, phase: 'learning', remaining: 1,
        intervalSeconds: 600, dueAt: at + 599_000, dueDay: null, tookMs: 99_000 }),
      answer({ id: 'B', at, card, studyDay: today - 3, dueDay: today + 4, intervalSeconds: 7 * 86_400,
        previous: 'A' }),
    ] // prettier-ignore
    const { rows } = opened(fresh({ entries }))
    const [col] = rows('SELECT crt FROM col')
    const day = studyDay(Number(col?.['crt']) * 1000, 480, 4)
    const [row] = rows('SELECT * FROM cards WHERE type = 2')
    expect(row).toMatchObject({
      queue: 2,
      due: today + 4 - day,
      ivl: 7,
      reps: 2,
      lapses: 0,
      left: 0,
    })
    const data: unknown = JSON.parse(String(row?.['data']))
    expect(data).toMatchObject({ dr: 0.9, decay: 0.1542, lrt: Math.floor(at / 1000) })
    const log = rows('SELECT * FROM revlog ORDER BY id')
    expect(log).toMatchObject([
      { id: at - 1000, ease: 3, ivl: -600, lastIvl: 0, time: 60_000, type: 0 },
      { id: at, ease: 3, ivl: 7, lastIvl: -600, time: 4_000, type: 0 },
    ])
  })

  it('has nothing later than now, whatever the clocks said', () => {
    const { note } = fresh().notes[0]!
    const card = `${note.id}.read.zh-en`
    const ahead = NOW + 400 * 86_400_000
    const entries = [
      answer({ id: 'A', at: ahead, card }),
      answer({ id: 'B', at: ahead, card, previous: 'A' }),
      answer({ id: 'C', at: -5, card }),
    ]
    const notes = notesOfDeck(SAMPLE, 'zh', ahead)
    const { rows } = opened(fresh({ notes, entries }))
    const ids = ['notes', 'cards', 'revlog'].flatMap((table) => rows(`SELECT id FROM ${table}`))
    const latest = Math.max(...ids.map(({ id }) => Number(id)))
    expect(latest).toBeLessThan(NOW + 1000)
    expect(rows('SELECT count(*) AS n FROM revlog')).toEqual([{ n: 3 }])
  })

  it('gives the learner’s options to every deck, and a deck for each article', () => {
    const settings = { ...DEFAULT_SRS_SETTINGS, desiredRetention: 0.85, newPerDay: 11 }
    const [col] = opened(fresh({ settings })).rows('SELECT decks, dconf FROM col')
    const decks: Record<string, { name: string; conf: number }> = JSON.parse(String(col?.['decks']))
    const options: Record<string, object> = JSON.parse(String(col?.['dconf']))
    const ours = Object.values(decks).filter(({ name }) => name !== 'Default')
    expect(ours.map(({ name }) => name)).toEqual(['Duizhao', 'Duizhao::面包店'])
    for (const { conf } of ours)
      expect(options[conf]).toMatchObject({ desiredRetention: 0.85, new: { perDay: 11 } })
  })

  it('is the same for the same learner', () => {
    const input = learner({ notes: 20, answers: 5, now: NOW })
    expect(finish(writeAnkiPackage(sql, input))).toEqual(finish(writeAnkiPackage(sql, input)))
  })
})
