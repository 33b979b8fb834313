import { isDeepStrictEqual } from 'node:util'
import { zipSync } from 'fflate'
import { deckToDraft } from '../../src/domain/article/deck.ts'
import type { Entry } from '../../src/domain/srs/entries.ts'
import { untranslated } from '../../src/domain/doubts/marks.ts'
import { clauses } from '../../src/domain/text/clauses.ts'
import { recogniseLayout } from '../../src/domain/text/layout.ts'
import type { Source } from '../../src/domain/text/layoutTypes.ts'
import { normalize } from '../../src/domain/text/normalize.ts'
import { segmentEn } from '../../src/domain/text/segmentEn.ts'
import { segmentZh } from '../../src/domain/text/segmentZh.ts'
import { tokenizeEn } from '../../src/domain/text/tokenizeEn.ts'
import { readBackup, writeBackup } from '../../src/formats/backup.ts'
import { crc32 } from '../../src/formats/crc32.ts'
import { readDeck, writeDeck } from '../../src/formats/deckFile.ts'
import { ENCODINGS } from '../../src/formats/encoding.ts'
import { isEntry } from '../../src/formats/modelChecks.ts'
import { packEntries, unpackEntries } from '../../src/formats/packedEntries.ts'
import { readClipboard, readInput } from '../../src/formats/readInput.ts'
import { textOf } from '../../src/formats/sourceText.ts'
import { collectionOf, packageOf } from '../formats/ankiCollections.ts'
import type { Random } from './dice.ts'
import { mutated, mutatedBytes } from './mutate.ts'
import * as seeds from './seeds.ts'
import { answered } from './verdict.ts'

/** Something that reads what others wrote: makes an input of chance, and throws when it is not answered as it should be. */
export type Target = (dice: Random) => Promise<void> | void

const bytesOf = (text: string): Uint8Array<ArrayBuffer> => new TextEncoder().encode(text)

function layoutOf(source: Source): void {
  const { value } = recogniseLayout(source)
  if (value === null) return
  for (const { zh, en } of value.ties)
    if (zh.from > zh.to || en.from > en.to) throw new Error('a tie ends before it begins')
}

async function file(
  name: string,
  bytes: Uint8Array<ArrayBuffer>,
  encoding?: string,
): Promise<Source | null> {
  const given = { name, bytes, ...(encoding === undefined ? {} : { encoding }) }
  const input = answered(await readInput([given]))
  if (input !== null) layoutOf(input.source)
  return input?.source ?? null
}

/** A file of this name: a text of chance, and now and then changed bytes of it. */
const fileOf =
  (name: string, texts: readonly string[]): Target =>
  async (dice) => {
    const bytes = bytesOf(mutated(dice.one(texts), dice))
    await file(name, dice.below(3) === 0 ? mutatedBytes(bytes, dice) : bytes)
  }

/** Tags in what was read. A text may speak of tags, when it was written with entities. */
function withoutMarkup(html: string, source: Source | null): void {
  if (source === null || source.kind === 'deck' || /&(?:lt|#0*60|#x0*3c)/i.test(html)) return
  const tag = /<\/?(?:script|svg|img|iframe|style|a|p|div|table|td|b)[\s>]/i.exec(textOf(source))
  if (tag !== null) throw new Error(`markup survives: ${tag[0]}`)
}

const html: Target = async (dice) => {
  const text = mutated(dice.one(seeds.HTML), dice)
  withoutMarkup(text, await file('page.html', bytesOf(text)))
}

const clipboard: Target = async (dice) => {
  const page = mutated(dice.one(seeds.HTML), dice)
  const text = mutated(dice.one(seeds.TEXTS), dice)
  const source = answered(await readClipboard({ html: page, text }))
  if (source !== null) layoutOf(source)
}

const encodings: Target = async (dice) => {
  const [text, encoded] = dice.one(seeds.ENCODED)
  const bytes = mutatedBytes(dice.below(2) === 0 ? encoded : bytesOf(mutated(text, dice)), dice)
  const chosen = dice.one(['', 'utf-7', ...ENCODINGS])
  await file(dice.one(['a.txt', 'a', 'a.csv', 'a.md', 'a.html']), bytes, chosen || undefined)
}

const twoFiles: Target = async (dice) => {
  const one = { name: 'a.txt', bytes: bytesOf(mutated(dice.one(seeds.TEXTS), dice)) }
  const other = {
    name: dice.one(['b.csv', 'b.html', 'b.json', 'b']),
    bytes: bytesOf(mutated(dice.one(seeds.ALL), dice)),
  }
  const input = answered(await readInput([one, other]))
  if (input !== null) layoutOf(input.source)
}

const subtitlePair: Target = async (dice) => {
  const [one, two] = [0, 1].map((at) => ({
    name: dice.one(['a.srt', 'a.vtt', 'a.ass', 'a.lrc']).replace('a', String(at)),
    bytes: bytesOf(mutated(dice.one(seeds.SUBTITLES), dice)),
  }))
  const input = answered(await readInput([one!, two!]))
  if (input !== null) layoutOf(input.source)
}

/** Files of Office and books: more often than not the zip around them is whole, else nothing in it would be met. */
const zipped: Target = async (dice) => {
  const [[name, text] = ['', ''], ...others] = dice.one(seeds.ZIPPED)
  const parts = [[name, mutated(text, dice)] as const, ...others]
  const bytes = zipSync(Object.fromEntries(parts.map(([part, of]) => [part, bytesOf(of)])))
  await file(
    'a.zip',
    dice.below(6) === 0 ? mutatedBytes(new Uint8Array(bytes), dice) : new Uint8Array(bytes),
  )
}

const TYPES = { 1: ['Hanzi', 'English'], 2: ['Text'] }
const NOTES = Array.from({ length: 12 }, (_, at) => ({
  type: 1 + Number(at % 9 === 0),
  fields: [`桥${at}<br>`, `bridge ${at} `.repeat(at * 12)],
}))
const collections = [11, 18].map((version) => collectionOf(version, TYPES, NOTES))

const ankiPackage: Target = async (dice) => {
  const database = mutatedBytes(new Uint8Array(dice.one(collections)), dice)
  const container = dice.one([1, 2, 3] as const)
  const bytes = packageOf(container, database)
  await file('a.apkg', dice.below(8) === 0 ? mutatedBytes(bytes, dice) : bytes)
}

const deck: Target = async (dice) => {
  const text = mutated(dice.one(seeds.DECKS), dice)
  const read = answered(readDeck(text))
  await file('deck.json', bytesOf(text))
  if (read === null) return
  if (!isDeepStrictEqual(readDeck(writeDeck(read)).value, read))
    throw new Error('a deck changes when it is written')
  const { texts, terms } = deckToDraft(read)
  for (const { occurrences } of terms)
    for (const { zh, en } of occurrences)
      if ((zh?.end ?? 0) > texts.zh.length || (en?.end ?? 0) > texts.en.length)
        throw new Error('a term stands outside of its text')
}

/** A backup, compressed or not, its checksum made right again more often than not: else nothing behind it would be met. */
const backupOf =
  (lines: () => Promise<readonly string[]>): Target =>
  async (dice) => {
    const body = [...(await lines())]
    const at = dice.below(body.length)
    if (dice.below(6) === 0) body.splice(at, 1, ...body.slice(dice.below(body.length)))
    else body[at] = mutated(body[at]!, dice)
    const text = body.map((line) => `${line}\n`).join('')
    const whole = text + `{"crc32":${crc32(bytesOf(text))}}\n`
    const bytes = bytesOf(dice.below(5) === 0 ? mutated(whole, dice) : whole)
    const zipped = dice.below(8) === 0 ? mutatedBytes(await seeds.gzip(bytes), dice) : bytes
    const backup = answered(await readBackup(zipped))
    if (backup === null) return
    const again = answered(await readBackup(await writeBackup(backup)))
    if (!isDeepStrictEqual(again, backup)) throw new Error('a backup changes when it is written')
  }

const columns: Target = (dice) => {
  const entries: Entry[] = []
  for (const entry of seeds.ENTRIES) {
    const text = dice.below(2) === 0 ? mutated(JSON.stringify(entry), dice) : JSON.stringify(entry)
    try {
      const value: unknown = JSON.parse(text)
      if (isEntry(value)) entries.push(value)
    } catch (error) {
      if (!(error instanceof SyntaxError)) throw error
    }
  }
  const packed = unpackEntries(structuredClone(packEntries(entries)))
  const missing = entries.filter((entry) => !packed.some((one) => isDeepStrictEqual(one, entry)))
  if (missing.length > 0 || packed.length !== entries.length)
    throw new Error(`lost in columns: ${JSON.stringify(missing[0]).slice(0, 300)}`)
}

const language: Target = (dice) => {
  const text = mutated(dice.one(seeds.TEXTS), dice)
  for (const ranges of [segmentZh(text), segmentEn(text), tokenizeEn(text)])
    for (const [at, { start, end }] of ranges.entries())
      if (start >= end || end > text.length || start < (ranges[at - 1]?.end ?? 0))
        throw new Error(`ranges out of order at ${start}`)
  const [line = ''] = text.split('\n')
  for (const side of ['zh', 'en'] as const) clauses(line.slice(0, 2000), side)
  untranslated(line, 0, text, 0)
  normalize(text)
}

export const TARGETS: Readonly<Record<string, Target>> = {
  text: fileOf('a.txt', seeds.TEXTS),
  markdown: fileOf('a.md', seeds.MARKDOWN),
  csv: fileOf('a.csv', seeds.TABLES),
  tsv: fileOf('a.tsv', seeds.TABLES),
  nameless: fileOf('', seeds.ALL),
  html,
  clipboard,
  encodings,
  twoFiles,
  subtitles: fileOf('a.srt', seeds.SUBTITLES),
  subtitlePair,
  cards: fileOf('a.txt', seeds.CARDS),
  memories: fileOf('a.tmx', seeds.MEMORIES),
  zipped,
  ankiPackage,
  deck,
  backup: backupOf(seeds.backupLines),
  oldBackup: backupOf(seeds.oldBackupLines),
  columns,
  language,
}
