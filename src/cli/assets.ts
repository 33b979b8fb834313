import { fileURLToPath } from 'node:url'
import { ensureDictionary } from './build/compileDictionary.ts'
import { ensureLearnersEnglish } from './build/compileLearnersEnglish.ts'
import { ensurePivots } from './build/compilePivots.ts'
import { ensurePronunciations } from './build/compilePronunciations.ts'

/**
 * Compiles whatever `.generated` lacks or holds in an older form; nothing else is touched.
 *
 * Silent on stdout: a command that needs the assets may be printing JSON there.
 */
export async function ensureAssets(): Promise<void> {
  await ensureDictionary()
  await ensurePivots()
  await ensurePronunciations()
  await ensureLearnersEnglish()
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await ensureAssets()
