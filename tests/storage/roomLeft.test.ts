import { describe, expect, it } from 'vitest'
import { isRoomLow } from '../../src/storage/roomLeft.ts'

const MB = 1_000_000
const roomOf = (quota: number, free: number) => ({
  estimate: async () => ({ quota, usage: quota - free }),
})

describe('room', () => {
  it.each([
    ['49 MB of 100 MB are left', 100 * MB, 49 * MB, true],
    ['51 MB of 100 MB are left', 100 * MB, 51 * MB, false],
    ['400 MB of 10 GB are left', 10_000 * MB, 400 * MB, true],
    ['600 MB of 10 GB are left', 10_000 * MB, 600 * MB, false],
    ['more is used than there is', 100 * MB, -MB, true],
  ])('when %s is low or not', async (_what, quota, free, low) => {
    expect(await isRoomLow(roomOf(quota, free))).toBe(low)
  })

  it('is not low where nobody can say', async () => {
    expect(await isRoomLow(undefined)).toBe(false)
    expect(await isRoomLow({})).toBe(false)
    expect(await isRoomLow({ estimate: async () => ({}) })).toBe(false)
    const refused = () => Promise.reject(new TypeError('Not here.'))
    expect(await isRoomLow({ estimate: refused })).toBe(false)
  })
})
