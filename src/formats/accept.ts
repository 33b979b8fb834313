import { backupFormat } from './backupFormat.ts'
import { deckFormat } from './deckFormat.ts'
import type { Format } from './format.ts'
import { FORMATS } from './table.ts'

/** What a file dialog is told to offer: the endings of these formats, then their media types. */
export const acceptOf = (formats: readonly Format[]): string =>
  [
    ...formats.flatMap(({ extensions }) => extensions.map((extension) => `.${extension}`)),
    ...formats.flatMap(({ mediaTypes = [] }) => mediaTypes),
  ].join(',')

/** What is chosen where: a backup is no text to import. Its readers are large; a page has it as `__ACCEPT__`. */
export const ACCEPT = {
  import: acceptOf(FORMATS.filter((format) => format !== backupFormat)),
  deck: acceptOf([deckFormat]),
  backup: acceptOf([backupFormat]),
} as const
