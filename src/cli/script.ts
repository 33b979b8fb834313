import type { Script } from '../domain/zh/script.ts'
import { toSimplified, toTraditional } from '../domain/zh/script.ts'
import { loadDictionary } from './dictionary.ts'
import { linesOf, readTextFile } from './inputFile.ts'

/**
 * The lines of a Chinese text file in the script asked for. Which script the file is in is decided once, for all of it.
 *
 * @throws Complaint when the file cannot be read or is no text
 */
export async function script(file: string, to: Script): Promise<string> {
  const lines = linesOf(await readTextFile(file))
  const convert = to === 'traditional' ? toTraditional : toSimplified
  const converted = convert(lines.join('\n'), await loadDictionary('full'))
  return lines.length === 0 ? '' : `${converted}\n`
}
