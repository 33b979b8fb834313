import { ankiPackage } from './ankiPackage.ts'
import { ankiText } from './ankiText.ts'
import { backupFormat } from './backupFormat.ts'
import { book } from './book.ts'
import { cedict } from './cedictLines.ts'
import { deckFormat } from './deckFormat.ts'
import { deckTable } from './deckTable.ts'
import { deckTmx } from './deckTmx.ts'
import { csv, tsv } from './delimited.ts'
import { foreign } from './foreign.ts'
import type { Content, Format } from './format.ts'
import { htmlPage } from './htmlPage.ts'
import { markdown } from './markdown.ts'
import { markdownTable } from './markdownTable.ts'
import { plecoText, plecoXml } from './pleco.ts'
import { plainText } from './plainText.ts'
import { spreadsheet } from './spreadsheet.ts'
import { ass, lrc, subtitles } from './subtitles.ts'
import { tmx, xliff } from './translationMemory.ts'
import { wordDocument } from './wordDocument.ts'

/** Every format we know, the surest first: those told by their bytes, then those told by their text. */
export const FORMATS: readonly Format[] = [
  backupFormat,
  ankiPackage,
  spreadsheet,
  wordDocument,
  book,
  foreign,
  deckFormat,
  deckTmx,
  deckTable,
  htmlPage,
  subtitles,
  ass,
  lrc,
  ankiText,
  tmx,
  xliff,
  plecoXml,
  plecoText,
  cedict,
  markdownTable,
  tsv,
  markdown,
  csv,
  plainText,
]

/** The format of what was put in: told by content first, then by name; plain text when neither tells. */
export function formatOf(content: Content, formats: readonly Format[] = FORMATS): Format {
  const extension = /\.([a-z0-9]+)$/i.exec(content.name)?.[1]?.toLowerCase() ?? ''
  const isNamed = ({ extensions }: Format) => extensions.includes(extension)
  return formats.find((one) => one.sniff(content)) ?? formats.find(isNamed) ?? plainText
}
