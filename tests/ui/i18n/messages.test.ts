import { describe, expect, it, vi } from 'vitest'
import { ROOMS, roomWords } from '../roomWords.ts'

// The app adds the words of a room to these: a fresh copy is that of the shell alone.
vi.resetModules()
const { default: en } = await import('../../../src/ui/i18n/en.ts')
const { default: zh } = await import('../../../src/ui/i18n/zh.ts')

/** Every message with its key, `today.load` → sentence. */
function messages(tree: object, path = ''): readonly (readonly [string, string])[] {
  return Object.entries(tree).flatMap(([key, value]: [string, unknown]) => {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') return [[here, value] as const]
    return typeof value === 'object' && value !== null ? messages(value, here) : []
  })
}
const placeholders = (message: string) =>
  [...new Set([...message.matchAll(/\{(\w+)\}/g)].map((match) => match[1]))].toSorted()

const english = [en, ...roomWords.map((room) => room.en)].flatMap((tree) => messages(tree))
const chinese = new Map([zh, ...roomWords.map((room) => room.zh)].flatMap((tree) => messages(tree)))

describe('messages', () => {
  it('are those of the shell and of the rooms', () => {
    expect(ROOMS.length).toBeGreaterThan(4)
    expect(new Set(english.map(([key]) => key)).size).toBe(english.length)
  })

  it('say the same things in both languages', () => {
    expect([...chinese.keys()].toSorted()).toEqual(english.map(([key]) => key).toSorted())
  })

  it.each(english)('%s names the same values in both languages', (key, message) => {
    const other = chinese.get(key) ?? ''
    // A language may leave a number out of one of its plural forms, never bring in a new value.
    for (const name of placeholders(other)) expect(placeholders(message)).toContain(name)
    for (const name of placeholders(message)) expect(placeholders(other)).toContain(name)
  })

  it('are Chinese in Chinese', () => {
    const latin = [...chinese].filter(([, message]) => !/[\u4e00-\u9fff]/.test(message))
    expect(latin).toEqual([])
  })

  it('use none of the characters the message format would take as its own', () => {
    for (const [, message] of [...english, ...chinese]) expect(message).not.toMatch(/@|\$\{/)
  })
})
