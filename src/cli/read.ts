import { readZh } from '../domain/zh/pinyin.ts'
import { loadDictionary } from './dictionary.ts'
import { linesOf, readTextFile } from './inputFile.ts'

/**
 * For each line of a Chinese text file a JSON array: one numbered citation syllable for every hanzi.
 *
 * @throws Complaint when the file cannot be read or is no text
 */
export async function read(file: string): Promise<string> {
  const lines = linesOf(await readTextFile(file))
  const dictionary = await loadDictionary('full')
  const readings = lines.map((line) => {
    return JSON.stringify(readZh(line, dictionary).filter((syllable) => syllable !== null))
  })
  return readings.map((line) => `${line}\n`).join('')
}
