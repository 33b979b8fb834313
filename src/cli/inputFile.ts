import { readFile } from 'node:fs/promises'
import type { Issue, IssueCode } from '../domain/errors.ts'
import { decodeText } from '../formats/encoding.ts'
import { foreignIssue } from '../formats/foreign.ts'

/** What stops a command, as one sentence for the person who typed it. */
export class Complaint extends Error {
  constructor(sentence: string, options?: { cause?: unknown }) {
    super(sentence, options)
    this.name = 'Complaint'
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'does not exist',
  EISDIR: 'is a folder, not a file',
  EACCES: 'may not be read',
  EPERM: 'may not be read',
}

/**
 * The bytes of a file.
 *
 * @throws Complaint when it cannot be read
 */
export async function readBytes(file: string): Promise<Uint8Array<ArrayBuffer>> {
  try {
    return new Uint8Array(await readFile(file))
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? String(cause.code) : ''
    throw new Complaint(`${file} ${REASONS[code] ?? 'cannot be read'}.`, { cause })
  }
}

/**
 * The text of a file in whatever encoding it is, without a byte order mark.
 *
 * @throws Complaint when it cannot be read or is no text
 */
export async function readTextFile(file: string): Promise<string> {
  const bytes = await readBytes(file)
  const code = foreignIssue(bytes)
  if (code !== null) throw new Complaint(sentenceOf({ code }, file))
  const { value, issues } = decodeText(bytes)
  if (!value) throw new Complaint(sentenceOf(issues[0], file))
  return value.text
}

/** The lines of a text, kept as they are; blank lines at the end are none. */
export function linesOf(text: string): string[] {
  const lines = text.split(/\r\n|\n|\r/)
  while (lines.length > 0 && lines.at(-1)!.trim() === '') lines.pop()
  return lines
}

const SENTENCES: Partial<Record<IssueCode, (file: string, found: string, line: number) => string>> =
  {
    empty: (file) => `${file} is empty.`,
    tooLarge: (file) => `${file} is larger than 10 MB.`,
    notText: (file) => `${file} is not a text file.`,
    zipFile: (file) => `${file} is a zip file of a kind that cannot be read; unpack it first.`,
    brokenZip: (file) => `${file} is damaged or protected by a password.`,
    zipTooLarge: (file) => `${file} unpacks to more than can be read; split it.`,
    hiddenSheet: (_file, found) => `Hidden sheets were left out: ${found}.`,
    ankiTooNew: (file) =>
      `${file} is of a newer Anki; export it as "Notes in plain text", or with "Support older Anki versions".`,
    ankiDamaged: (file) => `${file} is damaged; export it from Anki again.`,
    badBytes: (file, found, line) =>
      `${file} could not be read whole: ${found} bad places, the first in line ${line}.`,
    besideTable: (_file, found, line) =>
      `Line ${line} stands beside the table and was left out: ${found}`,
    badTime: (_file, found, line) =>
      `Line ${line} was left out, its times cannot be read: ${found}`,
    timeOffset: (_file, found) =>
      `The second file runs ${found} seconds behind the first; that was evened out.`,
    tooDeep: (file) => `${file} is nested too deeply and was not read to its end.`,
    cutOff: (file) => `${file} ends in the middle.`,
    compressedFile: (file) => `${file} is compressed; unpack it first.`,
    pdfFile: (file) => `${file} is a PDF; give its text.`,
    oldOfficeFile: (file) => `${file} is a document of an old Office version; give its text.`,
    backupFound: (file) => `${file} is a backup of Duizhao; it is restored in the app.`,
    encodingGuessed: (file, found) => `${file} was read as ${found}, which is a guess.`,
    oneLanguageOnly: (file) => `${file} is in one language only.`,
    noChinese: (file) => `${file} has no Chinese in it.`,
    noEnglish: (file) => `${file} has no English in it.`,
    raggedRow: (file, found, line) =>
      `${file} has too few or too many cells in line ${line}: ${found}`,
    notADeck: (file) => `${file} is not a Duizhao deck.`,
    deckTooNew: (file, found) => `${file} is a deck of version ${found}, which is too new.`,
    deckFieldMissing: (file, found) => `${file} is a deck in which ${found} is missing or wrong.`,
    tooManyFiles: () => 'One file or two are read, not more.',
  }

/** An issue as one sentence about a file. */
export function sentenceOf(issue: Issue | undefined, file: string): string {
  const speak = issue && SENTENCES[issue.code]
  return speak ? speak(file, issue.found ?? '', issue.line ?? 0) : `${file} cannot be used.`
}
