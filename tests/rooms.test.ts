import { readdirSync, readFileSync } from 'node:fs'
import { basename, dirname, extname, join, relative, resolve } from 'node:path'
import ts from 'typescript'
import { describe, expect, it } from 'vitest'

/** Top to bottom; `ui` and `cli` stand beside each other. CONTRIBUTING shows the same columns. */
const COLUMN = [
  ['ui', 'cli'],
  ['stores'],
  ['sync'],
  ['storage'],
  ['worker'],
  ['formats'],
  ['domain'],
] as const

/** The column inside `domain`, top to bottom; rooms of one line do not know each other. */
const INNER_COLUMN = [
  ['cards'],
  ['notes'],
  ['article'],
  ['doubts'],
  ['terms'],
  ['align'],
  ['learner'],
  ['srs'],
  ['words'],
  ['en', 'zh'],
  ['text'],
  ['dictionary'],
  ['bitext'],
  ['records'],
] as const

/** What every room of `domain` stands on. They import each other without a circle, and nothing else. */
const GROUND = ['model.ts', 'errors.ts', 'time.ts', 'ids.ts', 'random.ts', 'tasks.ts']

/** Rooms without clock, chance, network, DOM or disk, and the packages that have none of these either. */
const PURE_ROOMS = ['formats', 'domain']
const PURE_PACKAGES = ['@noble/hashes', 'fflate', 'fzstd', 'htmlparser2', 'papaparse']

/** What only a browser or Node has, and the world's clock and dice. */
const IMPURE_GLOBALS = new Set(
  (
    'window document navigator location history localStorage sessionStorage indexedDB caches fetch XMLHttpRequest ' +
    'WebSocket Worker BroadcastChannel crypto performance setTimeout setInterval requestAnimationFrame queueMicrotask ' +
    'requestIdleCallback DOMParser FileReader alert console process Buffer globalThis self'
  ).split(' '),
)
const IMPURE_MEMBERS = new Set(['Date.now', 'Math.random'])

const src = resolve(import.meta.dirname, '../src')

interface SourceFile {
  /** Relative to src, with `/`. */
  readonly path: string
  readonly room: string
  readonly code: string
}

function filesUnder(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(ts|vue)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
}

const files: readonly SourceFile[] = filesUnder(src).map((file) => {
  const path = relative(src, file).replaceAll('\\', '/')
  const text = readFileSync(file, 'utf8')
  const code = extname(file) === '.vue' ? scriptsOf(text) : text
  return { path, room: path.includes('/') ? (path.split('/')[0] ?? '') : '', code }
})

function scriptsOf(component: string): string {
  const scripts = [...component.matchAll(/<script\b[^>]*>([\s\S]*?)<\/script>/g)]
  return scripts.map(([, code = '']) => code).join('\n')
}

/** What a file imports, types included, and the workers it starts by address. */
function importsOf({ code }: SourceFile): readonly string[] {
  const imported = ts.preProcessFile(code, true, true).importedFiles.map((one) => one.fileName)
  const addressed = [...code.matchAll(/new URL\(\s*'([^']+\.ts)',\s*import\.meta\.url/g)]
  return [...imported, ...addressed.map(([, specifier = '']) => specifier)]
}

/** The room a relative import leads to: '' for an entrance such as main.ts, null for what lies outside `src`. */
function roomOf(file: SourceFile, specifier: string): string | null {
  const target = relative(src, resolve(src, dirname(file.path), specifier)).replaceAll('\\', '/')
  if (target.startsWith('..')) return null
  return target.includes('/') ? (target.split('/')[0] ?? '') : ''
}

const levelOf = (room: string): number =>
  COLUMN.findIndex((rooms: readonly string[]) => rooms.includes(room))

/** Uses of the outside world: globals that no declaration in the file hides, `new Date()`, dice. */
function impuritiesOf({ path, code }: SourceFile): readonly string[] {
  const tree = ts.createSourceFile(path, code, ts.ScriptTarget.Latest, true)
  const declared = new Set<string>()
  const found: string[] = []
  const collect = (node: ts.Node): void => {
    const named =
      ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)
    if (named && ts.isIdentifier(node.name)) declared.add(node.name.text)
    ts.forEachChild(node, collect)
  }
  const visit = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && IMPURE_MEMBERS.has(node.getText())) {
      found.push(node.getText())
    }
    if (ts.isNewExpression(node) && /^new Date\b/.test(node.getText()) && !node.arguments?.length) {
      found.push('new Date()')
    }
    if (ts.isIdentifier(node) && IMPURE_GLOBALS.has(node.text) && isFreeName(node)) {
      if (!declared.has(node.text)) found.push(node.text)
    }
    ts.forEachChild(node, visit)
  }
  collect(tree)
  visit(tree)
  return found.map((what) => `${path} uses ${what}`)
}

/** Not the name of a property, a key, a member of a type. */
function isFreeName(node: ts.Identifier): boolean {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  const namesItself =
    ts.isPropertySignature(parent) || ts.isMethodSignature(parent) || ts.isMethodDeclaration(parent)
  return !(namesItself || ts.isPropertyDeclaration(parent) || ts.isTypeReferenceNode(parent))
}

describe('the rooms', () => {
  it('are the known ones', () => {
    const known = new Set<string>(['', ...COLUMN.flat()])
    expect(files.filter(({ room }) => !known.has(room)).map(({ path }) => path)).toEqual([])
    expect(files.length).toBeGreaterThan(10)
  })

  it('import downwards only', () => {
    const upward = files
      .filter(({ room }) => room !== '')
      .flatMap((file) =>
        importsOf(file)
          .filter((specifier) => specifier.startsWith('.'))
          .filter((specifier) => {
            const target = roomOf(file, specifier)
            if (target === null || target === file.room) return false
            // Nobody imports an entrance, and the two top rooms do not know each other.
            return target === '' || levelOf(target) <= levelOf(file.room)
          })
          .map((specifier) => `${file.path} imports ${specifier}`),
      )
    expect(upward).toEqual([])
  })

  it('let only screens and App.vue meet a store, others at most know its types', () => {
    const meetings = files
      .filter(({ path, room }) => room === 'ui' && !path.endsWith('Screen.vue'))
      .map((file) => ({ ...file, code: file.code.replace(/import type [^']*'[^']*'/g, '') }))
      .flatMap((file) =>
        importsOf(file)
          .filter((specifier) => specifier.startsWith('.') && roomOf(file, specifier) === 'stores')
          .map((specifier) => `${file.path} imports ${specifier}`),
      )
    expect(meetings).toEqual([])
  })

  it('name the file they import, ending included', () => {
    const bare = files.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => specifier.startsWith('.'))
        .filter((specifier) => !/\.(ts|vue|mjs|json|css|svg|bin|tsv)(\?\w+)?$/.test(specifier))
        .map((specifier) => `${file.path} imports ${specifier}`),
    )
    expect(bare).toEqual([])
  })

  it('have no file named after nothing', () => {
    const vague = /^(utils?|helpers?|common|misc|index)\.(ts|vue)$/
    expect(files.map(({ path }) => path).filter((path) => vague.test(basename(path)))).toEqual([])
  })
})

/** The room inside `domain`, or '' on the ground; null outside of it. */
function innerRoomOf(path: string): string | null {
  const [room, inner = '', ...rest] = path.split('/')
  if (room !== 'domain') return null
  return rest.length === 0 ? '' : inner
}

const innerLevelOf = (room: string): number =>
  room === ''
    ? INNER_COLUMN.length
    : INNER_COLUMN.findIndex((rooms: readonly string[]) => rooms.includes(room))

/** Files of `src` that a file imports, types included, relative to src. */
function targetsOf(file: SourceFile): readonly string[] {
  return importsOf(file)
    .filter((specifier) => specifier.startsWith('.'))
    .map((specifier) => relative(src, resolve(src, dirname(file.path), specifier)))
    .map((path) => path.replaceAll('\\', '/').replace(/\?.*$/, ''))
}

/** One circle through the arrows, as the names on the way; null when there is none. */
function circleOf(arrows: ReadonlyMap<string, readonly string[]>): readonly string[] | null {
  const done = new Set<string>()
  const path: string[] = []
  const visit = (name: string): readonly string[] | null => {
    if (path.includes(name)) return [...path.slice(path.indexOf(name)), name]
    if (done.has(name)) return null
    path.push(name)
    for (const next of arrows.get(name) ?? []) {
      const circle = visit(next)
      if (circle !== null) return circle
    }
    path.pop()
    done.add(name)
    return null
  }
  for (const name of arrows.keys()) {
    const circle = visit(name)
    if (circle !== null) return circle
  }
  return null
}

describe('the rooms inside domain', () => {
  const inside = files.filter(({ room }) => room === 'domain')

  it('are the known ones, on a ground of six files', () => {
    const loose = inside.filter(({ path }) => innerRoomOf(path) === '').map(({ path }) => path)
    expect(loose.toSorted()).toEqual(GROUND.map((name) => `domain/${name}`).toSorted())
    const unknown = inside.filter(({ path }) => innerLevelOf(innerRoomOf(path) ?? '') < 0)
    expect(unknown.map(({ path }) => path)).toEqual([])
  })

  it('import downwards only', () => {
    const upward = inside.flatMap((file) => {
      const own = innerRoomOf(file.path) ?? ''
      return targetsOf(file)
        .filter((target) => {
          const other = innerRoomOf(target)
          return other !== null && other !== own && innerLevelOf(other) <= innerLevelOf(own)
        })
        .map((target) => `${file.path} imports ${target}`)
    })
    expect(upward).toEqual([])
  })
})

/** Whether one of the folders is, or lies in, the other. */
const isWithin = (a: string, b: string): boolean =>
  `${a}/`.startsWith(`${b}/`) || `${b}/`.startsWith(`${a}/`)

describe('no circle', () => {
  const arrows = new Map(files.map((file) => [file.path, targetsOf(file)]))

  it('goes from file to file', () => {
    expect(circleOf(arrows)).toBeNull()
  })

  it('goes from folder to folder inside domain, a folder and its own inner walls aside', () => {
    const folders = new Map<string, Set<string>>()
    for (const [path, targets] of arrows) {
      if (!path.startsWith('domain/')) continue
      const from = dirname(path)
      const known = folders.get(from) ?? new Set()
      for (const target of targets) if (!isWithin(from, dirname(target))) known.add(dirname(target))
      folders.set(from, known)
    }
    const roots = [...folders].map(([from, to]) => [from, [...to]] as const)
    expect(circleOf(new Map(roots))).toBeNull()
  })

  it.each([
    [{ a: ['b'], b: ['c'], c: [] }, null],
    [{ a: ['b'], b: ['c'], c: ['b'] }, ['b', 'c', 'b']],
    [{ a: ['a'] }, ['a', 'a']],
  ])('is overlooked: %j', (graph: Record<string, string[]>, circle) => {
    expect(circleOf(new Map(Object.entries(graph)))).toEqual(circle)
  })
})

describe('domain and formats', () => {
  const pure = files.filter(({ room }) => PURE_ROOMS.includes(room))

  it('know no clock, chance, network, DOM or disk', () => {
    expect(pure.flatMap(impuritiesOf)).toEqual([])
  })

  it('import pure packages only', () => {
    const impure = pure.flatMap((file) =>
      importsOf(file)
        .filter((specifier) => !specifier.startsWith('.'))
        .filter(
          (specifier) => !PURE_PACKAGES.some((name) => `${specifier}/`.startsWith(`${name}/`)),
        )
        .map((specifier) => `${file.path} imports ${specifier}`),
    )
    expect(impure).toEqual([])
  })

  it.each([
    ['const now = Date.now()', ['Date.now']],
    ['const now = new Date()', ['new Date()']],
    ['const day = new Date(at)', []],
    ['const dice = () => Math.random()', ['Math.random']],
    ['await fetch(url)', ['fetch']],
    ['export const size = window.innerWidth', ['window']],
    ['const window = tokens.slice(0, 4); use(window)', []],
    ['const value = deck.document', []],
    ['const value = { document: 1 }', []],
    ['const value = { document }', ['document']],
    ['interface A { history: string }', []],
    ['// Date.now() is not for us\nconst text = "Math.random()"', []],
  ])('are searched thoroughly: %s', (code, found) => {
    const file = { path: 'x.ts', room: 'domain', code }
    expect(impuritiesOf(file)).toEqual(found.map((what) => `x.ts uses ${what}`))
  })
})
