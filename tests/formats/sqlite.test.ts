import { describe, expect, it } from 'vitest'
import { DamagedDatabase, SqliteFile } from '../../src/formats/sqlite.ts'
import { databaseOf } from './ankiCollections.ts'

const long = '桥'.repeat(40_000)

describe('SqliteFile, beside SQLite itself', () => {
  const database = databaseOf((run) => {
    run('create table a (n integer primary key, t text, f real, b blob)')
    for (let at = 1; at <= 3_000; at++)
      run('insert into a values (?, ?, ?, ?)', at * 7, `row ${at}`, at / 3, Uint8Array.of(at & 255))
    run('create table odd (x, y)')
    for (const x of [
      null,
      0,
      1,
      -1,
      127,
      -129,
      40_000,
      -9_000_000,
      2 ** 40,
      -(2 ** 52),
      0.5,
      '',
      long,
    ])
      run('insert into odd values (?, ?)', x, 'y')
    run('create table w (k text primary key, v text) without rowid')
    for (let at = 0; at < 500; at++)
      run('insert into w values (?, ?)', `k${at % 10}${at}`, 'v'.repeat(at * 9))
    run('create index i on a (t)')
    run('create table none (x)')
  })
  const file = new SqliteFile(database)

  it('reads rows of many pages, with their numbers', () => {
    const rows = [...file.rows('a')]
    expect(rows).toHaveLength(3_000)
    expect(rows[0]).toEqual([7, 'row 1', 1 / 3, Uint8Array.of(1)])
    expect(rows.at(-1)?.slice(0, 2)).toEqual([21_000, 'row 3000'])
  })

  it('reads every kind of value, and records longer than a page', () => {
    expect([...file.rows('odd')].map(([x]) => x)).toEqual([
      ...[null, 0, 1, -1, 127, -129, 40_000, -9_000_000, 2 ** 40, -(2 ** 52), 0.5, '', long],
    ])
  })

  it('reads tables without numbers of rows', () => {
    const rows = [...file.rows('w')]
    expect(rows).toHaveLength(500)
    expect(new Set(rows.map(([k]) => k)).size).toBe(500)
    for (const [k, v] of rows) expect(String(v)).toHaveLength(9 * Number(String(k).slice(2)))
  })

  it('knows which tables there are', () => {
    expect(file.has('none')).toBe(true)
    expect(file.has('i')).toBe(false)
    expect([...file.rows('none')]).toEqual([])
    expect(() => file.rows('nobody')).toThrow(DamagedDatabase)
  })

  it('refuses what is damaged, and ends on pages that lead to themselves', () => {
    const read = (bytes: Uint8Array) => [...new SqliteFile(bytes).rows('a')]
    expect(() => read(new Uint8Array(10))).toThrow(DamagedDatabase)
    expect(() => read(database.subarray(0, 9_000))).toThrow(DamagedDatabase)
    let refused = 0
    for (let at = 0; at < database.length; at += 9_973) {
      const bytes = database.slice()
      bytes.fill(0, at, at + 500)
      try {
        read(bytes)
      } catch (error) {
        expect(error).toBeInstanceOf(DamagedDatabase)
        refused++
      }
    }
    expect(refused).toBeGreaterThan(2)
  })
})
