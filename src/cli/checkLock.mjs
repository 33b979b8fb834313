/**
 * Says which platform packages package-lock.json names without an entry, and fails if there are any: `npm ci` would refuse
 * such a lock file on every machine. A registry mirror that lacks the newest builds makes npm write one.
 *
 * Plain JavaScript on Node's own modules: it runs before anything is installed.
 */
import { readFileSync } from 'node:fs'

const lock = JSON.parse(readFileSync(new URL('../../package-lock.json', import.meta.url), 'utf8'))
const nameOf = (/** @type {string} */ path) => path.split('node_modules/').pop()
const present = new Set(Object.keys(lock.packages).map(nameOf))

const missing = Object.entries(lock.packages).flatMap(([path, { optionalDependencies = {} }]) =>
  Object.keys(optionalDependencies)
    .filter((name) => !present.has(name))
    .map((name) => `${nameOf(path) || 'package.json'} needs ${name}`),
)
if (missing.length > 0) {
  console.error(`package-lock.json is incomplete:\n  ${missing.join('\n  ')}`)
  console.error('Choose versions whose platform packages all exist; then delete node_modules and')
  console.error('package-lock.json, and run npm install.')
  process.exit(1)
}
console.log(`package-lock.json is complete: ${present.size} packages`)
