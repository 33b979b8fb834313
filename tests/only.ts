/**
 * `npm run test:engines` and `npm run test:kills`: one kind of browser tests on a fresh build. The last line is
 * `N passed, N failed`, with what was not run; exits 1 when something failed.
 */
import { mkdirSync } from 'node:fs'
import { engineTests, inModules, killTests, node, results } from './browserSteps.ts'

const said: string[] = []
const kinds = {
  engines: () => engineTests((engine, why) => said.push(`– ${engine}: not run here: ${why}`)),
  kills: () => killTests(200),
}

const kind = process.argv[2]
if (kind !== 'engines' && kind !== 'kills') throw new TypeError('only.ts engines | kills')
mkdirSync(results, { recursive: true })
if (!(await node(inModules('tsx/dist/cli.mjs'), ['src/cli/build.ts']))) process.exit(1)
const { passed, failed } = await kinds[kind]()
console.log(`\n${[...said, `${passed} passed, ${failed} failed`].join('\n')}`)
process.exitCode = failed > 0 ? 1 : 0
