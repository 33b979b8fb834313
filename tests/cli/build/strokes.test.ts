import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { copyStrokes } from '../../../src/cli/build/strokes.ts'

it('every character has its strokes in the build, by code point, with the licence beside them', () => {
  const dist = mkdtempSync(join(tmpdir(), 'strokes-'))
  try {
    copyStrokes(dist)
    const one = JSON.parse(readFileSync(join(dist, 'strokes/4e00.json'), 'utf8'))
    expect(one.strokes).toHaveLength(1)
    expect(existsSync(join(dist, 'strokes/5916.json'))).toBe(true)
    expect(readFileSync(join(dist, 'strokes/ARPHICPL.TXT'), 'utf8')).toContain(
      'ARPHIC PUBLIC LICENSE',
    )
  } finally {
    rmSync(dist, { recursive: true })
  }
})
