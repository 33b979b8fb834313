import { textOf } from '../domain/bitext/bitext.ts'
import { type Doubt } from '../domain/doubts/doubt.ts'
import { findDoubts } from '../domain/doubts/findDoubts.ts'
import { finish } from '../domain/tasks.ts'
import { linkBitext } from '../domain/terms/linkBitext.ts'
import { loadResources, readBitext } from './bitext.ts'

/** What `check` prints of a doubt: the sentences of the pair as they stand, and why they are worth a look. */
interface Printed {
  readonly zh: string
  readonly en: string
  readonly kind: Doubt['code']
  readonly reason: string
}

const REASONS: Readonly<Record<Doubt['code'], (doubt: Doubt) => string>> = {
  sideMissing: ({ zh }) =>
    `This ${zh ? 'Chinese' : 'English'} has no ${zh ? 'English' : 'Chinese'} beside it.`,
  numbersDiffer: ({ found: [a, b] }) =>
    b === undefined ? `${a} stands on one side only.` : `${a} on one side, ${b} on the other.`,
  nameMissing: ({ zh, found: [a, b] }) =>
    zh ? `“${a}” is missing on the English side.` : `“${a}” (${b}) is missing on the Chinese side.`,
  nameSpellings: ({ found: [a, b] }) => `One name, two spellings: ${a} here, ${b} elsewhere.`,
  termVaries: ({ found: [a, b] }) =>
    `One English word, two Chinese ones: ${a} here, ${b} elsewhere.`,
  calque: ({ found: [a] }) => `“${a}” follows the English sentence word for word.`,
  untranslated: ({ found: [a] }) => `“${a}” was left in English.`,
  quotesUnbalanced: () => 'The Chinese side opens or closes a quotation mark without its partner.',
  unrelated: () => 'The two sides share hardly a word; they may not belong together.',
  clauseMissing: ({ zh, found: [a] }) =>
    `“${a}” has no counterpart in the ${zh ? 'English' : 'Chinese'}.`,
  polarityDiffers: ({ found: [side] }) =>
    side === 'zh'
      ? 'The Chinese says no, the English does not.'
      : 'The English says no, the Chinese does not.',
  wordDiffers: ({ found: [a, b] }) =>
    a === ''
      ? `Nothing in the English says “${b}”.`
      : `“${a}” in the English, “${b}” in the Chinese.`,
  lengthOutlier: () => 'One side is much longer, and its words have no counterpart.',
}

/**
 * What looks wrong in the translation of a Chinese file, or in how the two go together, as a JSON array.
 *
 * @param segmented each line of the files is a segment
 * @throws Complaint when a file cannot be used
 */
export async function check(zhFile: string, enFile: string, segmented: boolean): Promise<string> {
  const bitext = await readBitext(zhFile, enFile, segmented)
  const { dictionary, pivots } = await loadResources()
  const linked = finish(linkBitext(bitext, dictionary, pivots))
  const doubts = finish(findDoubts(linked, bitext, dictionary))
  const printed = doubts.map((doubt): Printed => ({
    zh: textOf(bitext, doubt.bead, 'zh'),
    en: textOf(bitext, doubt.bead, 'en'),
    kind: doubt.code,
    reason: REASONS[doubt.code](doubt),
  }))
  return `${JSON.stringify(printed)}\n`
}
