import type { Dictionary } from '../domain/dictionary/dictionary.ts'
import { tokenizeZh } from '../domain/text/tokenizeZh.ts'
import { readZh } from '../domain/zh/pinyin.ts'
import { spokenReadings } from '../domain/zh/sandhi.ts'
import { UNKNOWN } from '../domain/zh/unknown.ts'
import { loadChinese } from './dictionary.ts'
import { linesOf, readTextFile } from './inputFile.ts'

/**
 * For each line of a Chinese text file a JSON array: one numbered syllable for every hanzi, empty where nobody knows it, in its
 * citation tone or, `spoken`, with the tone it has beside the others.
 *
 * @throws Complaint when the file cannot be read or is no text
 */
export async function read(file: string, spoken: boolean): Promise<string> {
  const lines = linesOf(await readTextFile(file))
  const dictionary = await loadChinese()
  const readings = lines.map((line) => {
    const syllables = spoken ? spokenLine(line, dictionary) : readZh(line, dictionary)
    const known = syllables.flatMap((syllable) => (syllable === UNKNOWN ? '' : (syllable ?? [])))
    return JSON.stringify(known)
  })
  return readings.map((line) => `${line}\n`).join('')
}

function spokenLine(line: string, dictionary: Dictionary): readonly (string | null)[] {
  const tokens = tokenizeZh(line, dictionary)
  return spokenReadings(line, readZh(line, dictionary, { tokens }), tokens)
}
