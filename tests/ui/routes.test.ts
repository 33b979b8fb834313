import { readFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it, vi } from 'vitest'
import { ROOMS, roomWords } from './roomWords.ts'

// The app adds the words of a room to these: a fresh copy is that of the start path alone.
vi.resetModules()
const { default: en } = await import('../../src/ui/i18n/en.ts')

const ui = resolve(import.meta.dirname, '../../src/ui')
const routes = readFileSync(join(ui, 'routes.ts'), 'utf8')

/** Lazy screens with the rooms whose words come along, as the routes say. */
const screens = [...routes.matchAll(/import\('\.\/([\w/]+Screen\.vue)'\)((?:,\s*'\w+')*)/g)].map(
  ([, file = '', rooms = '']) => ({
    file,
    brought: [...rooms.matchAll(/'(\w+)'/g)].map(([, room = '']) => room),
  }),
)

/** A file of `ui` and everything there that it draws. */
function drawn(file: string, seen = new Set<string>()): ReadonlySet<string> {
  if (seen.has(file) || !(file.startsWith(ui) || file.endsWith('App.vue'))) return seen
  seen.add(file)
  for (const [, path = ''] of readFileSync(file, 'utf8').matchAll(/from '(\.[^']+\.(?:vue|ts))'/g))
    drawn(resolve(dirname(file), path), seen)
  return seen
}

/** `room.key` of every message of a room. */
const keysOf = (tree: object): readonly string[] =>
  Object.entries(tree).flatMap(([key, inner]: [string, object]) =>
    Object.keys(inner).map((name) => `${key}.${name}`),
  )
const roomOf = new Map(
  ROOMS.flatMap((file, at) =>
    keysOf(roomWords[at]!.en).map((key) => [key, dirname(file)] as const),
  ),
)
const there = new Set(keysOf(en))

/** Rooms whose words a file, and what it draws, says. */
function neededBy(file: string): readonly string[] {
  const said = [...drawn(file)].flatMap((one) =>
    [...readFileSync(one, 'utf8').matchAll(/['`](\w+\.\w+)/g)].map(([, key = '']) => key),
  )
  const needed = said.filter((key) => !there.has(key)).flatMap((key) => roomOf.get(key) ?? [])
  return [...new Set(needed)]
}

describe('a screen', () => {
  it('is loaded by its route', () => {
    expect(screens.length).toBeGreaterThan(7)
  })

  it.each(['../App.vue', 'today/TodayScreen.vue'])(
    'needs no words of a room while it is on the start path: %s',
    (file) => {
      expect(neededBy(resolve(ui, file))).toEqual([])
    },
  )

  it.each(screens)('comes with the words it draws: $file', ({ file, brought }) => {
    expect(neededBy(join(ui, file)).toSorted()).toEqual(brought.toSorted())
  })
})
