import { describe, expect, it } from 'vitest'
import { ACCEPT, acceptOf } from '../../src/formats/accept.ts'
import type { Format } from '../../src/formats/format.ts'
import { FORMATS } from '../../src/formats/table.ts'

const toy: Format = {
  id: 'toy',
  extensions: ['toy', 'toys'],
  sniff: () => false,
  read: () => ({ value: null, issues: [] }),
}

describe('what a file dialog offers', () => {
  it('has the endings of every format of the table, and their media types', () => {
    expect(acceptOf([toy, ...FORMATS])).toMatch(/^\.toy,\.toys,\.duizhao,.*,\.text,.*,text\/plain$/)
  })

  it('is what can be imported, and no backup', () => {
    const offered = ACCEPT.import.split(',')
    for (const ending of ['.txt', '.md', '.csv', '.tsv', '.html', '.htm', '.json', 'text/plain'])
      expect(offered).toContain(ending)
    expect(offered).not.toContain('.duizhao')
    expect(offered).not.toContain('application/octet-stream')
  })

  it('is a deck or a backup where only these are read', () => {
    expect(ACCEPT.deck).toBe('.json,application/json')
    expect(ACCEPT.backup).toBe('.duizhao,.gz,application/gzip,application/octet-stream')
  })

  it('is what the page was built with', () => {
    expect(__ACCEPT__).toEqual(ACCEPT)
  })
})
