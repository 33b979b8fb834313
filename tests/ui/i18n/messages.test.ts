import { describe, expect, it } from 'vitest'
import en from '../../../src/ui/i18n/en.ts'
import languageEn from '../../../src/ui/i18n/language/en.ts'
import languageZh from '../../../src/ui/i18n/language/zh.ts'
import memoryEn from '../../../src/ui/i18n/memory/en.ts'
import memoryZh from '../../../src/ui/i18n/memory/zh.ts'
import zh from '../../../src/ui/i18n/zh.ts'

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

const english = [...messages(en), ...messages(memoryEn), ...messages(languageEn)]
const chinese = new Map([...messages(zh), ...messages(memoryZh), ...messages(languageZh)])

describe('messages', () => {
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
