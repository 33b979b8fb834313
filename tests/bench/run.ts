/**
 * `npm run bench`: what the built app weighs and how fast it is, one table. Nothing passes or fails: timings are this
 * machine's, and depend on what else it does.
 */
import { spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { measureBytes } from './bytes.ts'
import { type Figure, renderFigures } from './figure.ts'

const root = join(import.meta.dirname, '../..')
const dist = join(root, 'dist')

const measurements: readonly (readonly [
  name: string,
  measure: () => readonly Figure[] | Promise<readonly Figure[]>,
])[] = [['bytes', () => measureBytes(dist)]]

const tsx = join(root, 'node_modules/tsx/dist/cli.mjs')
const built = spawnSync(process.execPath, [tsx, 'src/cli/build.ts'], {
  cwd: root,
  stdio: 'inherit',
})
if (built.status !== 0) process.exit(1)

for (const [name, measure] of measurements) {
  console.log(`\n${name}\n${renderFigures(await measure())}`)
}
