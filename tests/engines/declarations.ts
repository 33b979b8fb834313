import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** A property with its value, as a built stylesheet has it. */
export interface Declaration {
  readonly property: string
  readonly value: string
}

const BLOCK = /\{([^{}]*)\}/g

/** Every declaration of the built stylesheets once, custom properties and vendors' own apart. */
export function builtDeclarations(built: string): readonly Declaration[] {
  const folder = join(built, 'assets')
  const sheets = readdirSync(folder).filter((name) => name.endsWith('.css'))
  const found = new Map<string, Declaration>()
  for (const sheet of sheets) {
    const css = readFileSync(join(folder, sheet), 'utf8').replace(/\/\*.*?\*\//gs, '')
    for (const [, block = ''] of css.matchAll(BLOCK))
      for (const one of block.split(';')) {
        const colon = one.indexOf(':')
        const property = one.slice(0, colon).trim()
        const value = one
          .slice(colon + 1)
          .replace(/\s*!important$/, '')
          .trim()
        const isKnown = !property.startsWith('-') || property.startsWith('-webkit-')
        if (colon > 0 && isKnown && !value.startsWith('-webkit-'))
          found.set(`${property}:${value}`, { property, value })
      }
  }
  return [...found.values()]
}
