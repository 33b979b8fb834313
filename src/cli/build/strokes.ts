import { copyFileSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { createRequire } from 'node:module'
import type { Plugin } from 'vite'

/** Of the npm package: a file a character, and the licence they are under. */
const DATA = dirname(createRequire(import.meta.url).resolve('hanzi-writer-data/package.json'))
const LICENCE = 'ARPHICPL.TXT'

/** Name of a character's file in the app: its code point. */
const nameOf = (character: string): string => `${character.codePointAt(0)?.toString(16)}.json`

/**
 * Puts the strokes of every character into a built app, unaltered and with their licence: `strokes/5916.json` is 外. They
 * are fetched one by one, when somebody wants to see one.
 */
export function copyStrokes(dist: string): void {
  const folder = join(dist, 'strokes')
  mkdirSync(folder, { recursive: true })
  copyFileSync(join(DATA, LICENCE), join(folder, LICENCE))
  for (const file of readdirSync(DATA)) {
    const [character, ...rest] = file.replace(/\.json$/, '')
    if (character === undefined || rest.length > 0 || !file.endsWith('.json')) continue
    copyFileSync(join(DATA, file), join(folder, nameOf(character)))
  }
}

/** The same files while the app is developed, from where they are. */
export function strokesWhileDeveloping(base: string): Plugin {
  return {
    name: 'duizhao-strokes',
    apply: 'serve',
    configureServer({ middlewares }) {
      middlewares.use(`${base}strokes/`, (request, response, next) => {
        const code = /^\/([0-9a-f]+)\.json$/.exec(request.url ?? '')?.[1]
        if (code === undefined) return next()
        try {
          const file = join(DATA, `${String.fromCodePoint(Number.parseInt(code, 16))}.json`)
          response.setHeader('Content-Type', 'application/json')
          response.end(readFileSync(file))
        } catch {
          response.statusCode = 404
          response.end()
        }
      })
    },
  }
}
