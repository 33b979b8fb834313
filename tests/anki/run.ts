/**
 * `npm run test:anki [NOTES]`: a real Anki imports what we write, and we read what it exports. With no number, a learner with
 * 50 notes, and one with 10,000. The last line is `N passed, N failed`; exits 1 when something failed.
 */
import { ankiTests } from './ankiTests.ts'

const asked = Number(process.argv[2] ?? 0)
const { passed, failed } = await ankiTests(asked > 0 ? [asked] : [50, 10_000], (why) =>
  console.log(`– Anki: not run here: ${why}`),
)
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 ? 1 : 0
