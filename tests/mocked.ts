import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const here = import.meta.dirname

/**
 * Tests of screens that exchange a module, themselves or by one of the `…Here.ts`. It must not have been loaded before
 * them, so each has its modules to itself.
 */
export const MOCKED = readdirSync(join(here, 'ui'), { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.test.ts'))
  .map((file) => join('tests/ui', file))
  .filter((file) => /vi\.mock\(|Here\.ts'/.test(readFileSync(join(here, '..', file), 'utf8')))
