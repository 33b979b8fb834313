import type { IssueCode } from '../domain/errors.ts'
import type { Format } from './format.ts'
import { startsWith } from './startsWith.ts'

/** How files begin that are no text and that no format reads: zip, PDF, Office before 2007, PNG, JPEG, GIF, RIFF, ELF. */
const MAGIC: readonly (readonly [magic: string, code: IssueCode])[] = [
  ['PK\x03\x04', 'zipFile'],
  ['%PDF-', 'pdfFile'],
  ['\xd0\xcf\x11\xe0', 'oldOfficeFile'],
  ['\x89PNG', 'notText'],
  ['\xff\xd8\xff', 'notText'],
  ['GIF8', 'notText'],
  ['RIFF', 'notText'],
  ['\x7fELF', 'notText'],
]

/** What to say of a file that is certainly no text; null when it may be one. */
export function foreignIssue(bytes: Uint8Array): IssueCode | null {
  return MAGIC.find(([magic]) => startsWith(bytes, magic))?.[1] ?? null
}

/** Files that nobody reads, so that each is refused by its name. Formats made of such files stand above it in the table. */
export const foreign: Format = {
  id: 'foreign',
  extensions: [],
  sniff: ({ bytes }) => foreignIssue(bytes) !== null,
  read: ({ name, bytes }) => ({
    value: null,
    issues: [{ code: foreignIssue(bytes) ?? 'notText', found: name }],
  }),
}
