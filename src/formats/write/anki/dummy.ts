import { noteTexts } from './noteRow.ts'
import { SCHEMA } from './schema.ts'
import type { Sqlite } from './sqlite.ts'

const SENTENCE = 'Please update Anki to 2.1.28 or later, then import this file again.'

/** What Anki 2.0 finds in the package, which cannot read the rest: one note that says so. */
export function writeDummy(sql: Sqlite, now: number): Uint8Array {
  const mod = Math.floor(now / 1000)
  const field = (name: string, ord: number) => ({
    ...{ name, ord, sticky: false, rtl: false, font: 'Arial', size: 20, media: [] },
  })
  const template = { name: 'Card 1', ord: 0, qfmt: '{{Front}}', afmt: '{{Back}}', did: null }
  const model = {
    ...{ id: 1, name: 'Basic', type: 0, mod, usn: 0, sortf: 0, did: 1, tags: [], vers: [] },
    ...{ css: '', latexPre: '', latexPost: '', req: [[0, 'any', [0]]] },
    flds: ['Front', 'Back'].map(field),
    tmpls: [{ ...template, bqfmt: '', bafmt: '' }],
  }
  const deck = {
    ...{ id: 1, mod: 0, name: 'Default', usn: 0, desc: '', dyn: 0, conf: 1, collapsed: false },
    ...{ lrnToday: [0, 0], revToday: [0, 0], newToday: [0, 0], timeToday: [0, 0] },
    ...{ browserCollapsed: false, extendNew: 0, extendRev: 0 },
  }
  const options = {
    ...{ id: 1, mod: 0, name: 'Default', usn: 0, maxTaken: 60, autoplay: true, timer: 0 },
    replayq: true,
    new: {
      ...{ bury: false, delays: [1, 10], initialFactor: 2500, ints: [1, 4, 7], order: 1 },
      ...{ perDay: 20, separate: true },
    },
    rev: {
      ...{ bury: false, ease4: 1.3, fuzz: 0.05, ivlFct: 1, maxIvl: 36_500, minSpace: 1 },
      perDay: 200,
    },
    lapse: { delays: [10], leechAction: 0, leechFails: 8, minInt: 1, mult: 0 },
  }
  const config = {
    ...{ activeDecks: [1], curDeck: 1, newSpread: 0, collapseTime: 1200, timeLim: 0 },
    ...{ estTimes: true, dueCounts: true, curModel: 1, nextPos: 2, sortType: 'noteFld' },
    ...{ sortBackwards: false, addToCur: true },
  }
  const db = new sql.Database()
  try {
    db.exec(SCHEMA)
    const all = [config, { 1: model }, { 1: deck }, { 1: options }, {}].map((one) =>
      JSON.stringify(one),
    )
    db.run('INSERT INTO col VALUES (1, ?, ?, ?, 11, 0, 0, 0, ?, ?, ?, ?, ?)', [
      ...[mod, now, now],
      ...all,
    ])
    const { sfld, csum } = noteTexts(['Headword'], { Headword: SENTENCE })
    db.run(`INSERT INTO notes VALUES (?, 'dzdummy', 1, ?, 0, '', ?, ?, ?, 0, '')`, [
      ...[now, mod, `${SENTENCE}\u001f`, sfld, csum],
    ])
    db.run(`INSERT INTO cards VALUES (?, ?, 1, 0, ?, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, '')`, [
      now,
      now,
      mod,
    ])
    return db.export()
  } finally {
    db.close()
  }
}
