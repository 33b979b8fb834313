import { readTextFile } from './inputFile.ts'

/**
 * The lines of a text file: no byte order mark, no carriage returns, no empty line after the last one.
 *
 * @throws Complaint when it cannot be read or is no text
 */
export async function readLines(file: string): Promise<readonly string[]> {
  const lines = (await readTextFile(file)).split(/\r\n|\n|\r/)
  if (lines.at(-1) === '') lines.pop()
  return lines
}
