import { describe, expect, it } from 'vitest'
import type { Backup } from '../../src/formats/backup.ts'
import { openBytes, sealBytes, unwrapKey, wrapKey } from '../../src/sync/crypto.ts'
import { countOf, openSegment, sealSegment, splitBackup } from '../../src/sync/segments.ts'
import { answer } from '../make.ts'

const bytes = (...values: readonly number[]) => Uint8Array.from(values)
const ROUNDS = 1_000
const backup: Backup = {
  createdAt: 5,
  articles: [],
  revisions: [],
  notes: [],
  settings: [{ id: 'other', facts: {}, fields: {} }],
  entries: [answer({ id: 'E1' }), answer({ id: 'E2' })],
  unknown: [{ mood: { id: 'calm' } }],
}

describe('the data key', () => {
  it('comes out with the passphrase it was wrapped by, and no other', async () => {
    const { key, object } = await wrapKey('面条 café', undefined, ROUNDS)
    expect(await unwrapKey(object, '面条 café')).toBe(key)
    // As another keyboard writes the same letters.
    expect(await unwrapKey(object, '面条 cafe\u0301')).toBe(key)
    for (const wrong of ['', '面条', '面条 café '])
      expect(await unwrapKey(object, wrong)).toBeNull()
  })

  it('can be wrapped again, for another passphrase', async () => {
    const { key } = await wrapKey('one', undefined, ROUNDS)
    const { object } = await wrapKey('two', key, ROUNDS)
    expect(await unwrapKey(object, 'two')).toBe(key)
  })

  it.each(['', 'null', '{}', '{"v":2}', '{"v":1,"salt":"?","rounds":9,"wrapped":"?"}', '[1]', 'x'])(
    'is not in %s',
    async (object) => {
      expect(await unwrapKey(object, 'one')).toBeNull()
    },
  )

  it('is not looked for in endless rounds', async () => {
    const { object } = await wrapKey('one', undefined, ROUNDS)
    const endless = object.replace(`"rounds":${ROUNDS}`, '"rounds":100000000000')
    expect(endless).not.toBe(object)
    expect(await unwrapKey(endless, 'one')).toBeNull()
  })
})

describe('what is sealed', () => {
  it('opens under its name with its key, and no other way', async () => {
    const [{ key }, other] = [
      await wrapKey('a', undefined, ROUNDS),
      await wrapKey('a', undefined, ROUNDS),
    ]
    const sealed = await sealBytes(key, 'one', bytes(1, 2, 3))
    expect(await openBytes(key, 'one', sealed)).toEqual(bytes(1, 2, 3))
    expect(await openBytes(key, 'two', sealed)).toBeNull()
    expect(await openBytes(other.key, 'one', sealed)).toBeNull()
    expect(
      await openBytes(
        key,
        'one',
        sealed.replace(/^./, (c) => (c === 'A' ? 'B' : 'A')),
      ),
    ).toBeNull()
    expect(await openBytes(key, 'one', '')).toBeNull()
    expect(await openBytes(key, 'one', '***')).toBeNull()
    // Never the same twice.
    expect(await sealBytes(key, 'one', bytes(1, 2, 3))).not.toBe(sealed)
  })

  it('is a backup, with what nobody here knows', async () => {
    const { key } = await wrapKey('a', undefined, ROUNDS)
    const sealed = await sealSegment(key, 'one', backup)
    expect(await openSegment(key, 'one', sealed)).toEqual({ backup, isNewer: false })
    expect(await openSegment(key, 'two', sealed)).toEqual({ backup: null, isNewer: false })
  })

  it('says that it is of a newer version', async () => {
    const { key } = await wrapKey('a', undefined, ROUNDS)
    const lines = `${JSON.stringify({ format: 'duizhao-backup', version: 99 })}\n`
    const sealed = await sealBytes(key, 'one', new TextEncoder().encode(lines))
    expect(await openSegment(key, 'one', sealed)).toEqual({ backup: null, isNewer: true })
  })

  it('can be halved down to one record, and nothing is lost', () => {
    const parts = (of: Backup): readonly Backup[] => splitBackup(of)?.flatMap(parts) ?? [of]
    const all = parts(backup)
    expect(all.map(countOf)).toEqual([1, 1, 1, 1])
    expect(all.flatMap(({ entries }) => entries)).toEqual(backup.entries)
    expect(all.flatMap(({ unknown }) => unknown)).toEqual(backup.unknown)
  })
})
