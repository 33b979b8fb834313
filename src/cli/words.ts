import { tokenizeZh } from '../domain/text/tokenizeZh.ts'
import { loadChinese } from './dictionary.ts'
import { linesOf, readTextFile } from './inputFile.ts'

/**
 * The words of each line of a Chinese text file, separated by two spaces; white space of the line is left out.
 *
 * @throws Complaint when the file cannot be read or is no text
 */
export async function words(file: string): Promise<string> {
  const lines = linesOf(await readTextFile(file))
  const dictionary = await loadChinese()
  const cut = lines.map((line) =>
    tokenizeZh(line, dictionary)
      .filter(({ kind }) => kind !== 'space')
      .map(({ text }) => text)
      .join('  '),
  )
  return cut.map((line) => `${line}\n`).join('')
}
