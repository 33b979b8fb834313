import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openInside } from '../../../src/cli/server/openInside.ts'

let root: string

beforeEach(() => {
  root = realpathSync(mkdtempSync(join(tmpdir(), 'duizhao-')))
  mkdirSync(join(root, 'dist/folder'), { recursive: true })
  writeFileSync(join(root, 'dist/in.txt'), 'in')
  writeFileSync(join(root, 'out.txt'), 'out')
  symlinkSync('in.txt', join(root, 'dist/same.txt'))
  symlinkSync('../out.txt', join(root, 'dist/link.txt'))
  symlinkSync('..', join(root, 'dist/up'))
  symlinkSync('dist', join(root, 'linked-dist'))
})

afterEach(() => rmSync(root, { recursive: true }))

describe.each([
  ['by what the system has open', undefined],
  ['by name, where the system does not tell', '/nowhere'],
])('a file is found %s', (_way, descriptors) => {
  it.each([
    ['dist', 'in.txt', 'in'],
    ['dist', 'same.txt', 'in'],
    ['linked-dist', 'in.txt', 'in'],
    ['dist', 'link.txt', null],
    ['dist', 'up/out.txt', null],
    ['dist', '../out.txt', null],
    ['dist', 'up/dist/in.txt', 'in'],
    ['dist', 'folder', null],
    ['dist', 'in.txt/', null],
    ['dist', 'none', null],
    ['none', 'in.txt', null],
  ])('in %s as %s: %s', async (folder, name, content) => {
    const file = await openInside(join(root, folder), name, descriptors)
    const read = file === null ? null : await file.handle.readFile('utf8')
    await file?.handle.close()
    expect(read).toBe(content)
  })
})
