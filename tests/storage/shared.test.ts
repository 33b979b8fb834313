import { afterEach, describe, expect, it, vi } from 'vitest'
import { dropShared, keepShared, readShared } from '../../src/storage/shared.ts'
import { fakeCaches } from './fakeCaches.ts'

const SCOPE = 'https://a.example/app/'
const form = (fields: Readonly<Record<string, string>>, ...files: readonly File[]) => {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  for (const file of files) made.append('files', file)
  return made
}
afterEach(() => vi.unstubAllGlobals())

describe('what was shared', () => {
  it('waits with its text, address and files until it is let go of', async () => {
    vi.stubGlobal('caches', fakeCaches())
    expect(await readShared(SCOPE)).toBeNull()
    const fields = { title: 'T', text: '你好', url: 'https://b.example' }
    await keepShared(SCOPE, form(fields, new File(['花'], '花.txt'), new File([], 'empty.txt')))
    const found = await readShared(SCOPE)
    expect(found).toMatchObject(fields)
    expect(found?.files.map(({ name }) => name)).toEqual(['花.txt'])
    expect(await found?.files[0]?.text()).toBe('花')
    expect(await readShared('https://a.example/other/')).toBeNull()
    await dropShared(SCOPE)
    expect(await readShared(SCOPE)).toBeNull()
  })

  it('takes the place of what was shared before, and may have no parts', async () => {
    vi.stubGlobal('caches', fakeCaches())
    await keepShared(SCOPE, form({ text: 'one' }, new File(['1'], 'a.txt')))
    await keepShared(SCOPE, form({}))
    expect(await readShared(SCOPE)).toEqual({ title: '', text: '', url: '', files: [] })
  })

  it('is nothing where a browser has no caches', async () => {
    vi.unstubAllGlobals()
    expect(await readShared(SCOPE)).toBeNull()
  })
})
