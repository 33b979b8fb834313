import { readdir, readFile, writeFile } from 'node:fs/promises'
import { resolve } from 'node:path'
import { argv, stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import type { Dictionary } from '../../domain/dictionary/dictionary.ts'
import { STEPS_PER_POWER } from '../../domain/dictionary/frequency.ts'
import { tokenizeZh } from '../../domain/text/tokenizeZh.ts'
import { openClass, tokenClass, WORD_CLASSES } from '../../domain/text/wordClasses.ts'
import { NO_COST } from '../../domain/text/wordPairs.ts'
import { loadDictionary } from '../dictionary.ts'

/**
 * What words cost beside each other (`domain/text/wordPairs.json`), counted in the sentences of the project as they are cut
 * today: `npx tsx src/cli/training/trainWordPairs.ts`, two or three times over, until it hardly moves.
 */

/** Pairs that are taken to have been seen besides, as often as chance would have them: so few sightings say little. */
const PRIOR = 5
/** Nothing is ten times as likely, or as unlikely, because of its neighbour. */
const MOST = STEPS_PER_POWER

const path = (relative: string): string => fileURLToPath(new URL(relative, import.meta.url))

/** The Chinese of everyday sentences and starter decks. */
async function ownSentences(): Promise<readonly string[]> {
  const everyday = await readFile(path('../data/everyday.tsv'), 'utf8')
  const sentences = everyday.split('\n').map((line) => line.split('\t')[0] ?? '')
  const folder = path('../../../decks/')
  for (const file of (await readdir(folder)).toSorted()) {
    if (!file.endsWith('.json')) continue
    const deck: { readonly beads?: readonly { readonly zh: string }[] } = JSON.parse(
      await readFile(resolve(folder, file), 'utf8'),
    )
    sentences.push(...(deck.beads ?? []).map(({ zh }) => zh))
  }
  return sentences.filter((sentence) => sentence !== '')
}

/** A row of characters for each class on the left, as `wordPairs.ts` reads them. */
export function countPairs(
  sentences: readonly string[],
  dictionary: Dictionary,
): readonly string[] {
  const size = WORD_CLASSES.length
  const pairs = new Float64Array(size * size)
  const [lefts, rights] = [new Float64Array(size), new Float64Array(size)]
  let total = 0
  for (const sentence of sentences) {
    let left = openClass('edge')
    for (const right of [...tokenizeZh(sentence, dictionary).map(tokenClass), openClass('edge')]) {
      pairs[left * size + right]!++
      lefts[left]!++
      rights[right]!++
      total++
      left = right
    }
  }
  return WORD_CLASSES.map((_, left) =>
    WORD_CLASSES.map((__, right) => {
      const chance = (lefts[left]! * rights[right]!) / total
      const surprise = Math.log10((pairs[left * size + right]! + PRIOR) / (chance + PRIOR))
      const cost = Math.max(-MOST, Math.min(MOST, Math.round(-STEPS_PER_POWER * surprise)))
      return String.fromCharCode(NO_COST + cost)
    }).join(''),
  )
}

if (argv[1] === fileURLToPath(import.meta.url)) {
  const file = path('../../domain/text/wordPairs.json')
  const rows = countPairs(await ownSentences(), await loadDictionary('full'))
  const text = `${JSON.stringify(rows, null, 1)}\n`
  stdout.write(text === (await readFile(file, 'utf8')) ? 'the table stays\n' : 'a new table\n')
  await writeFile(file, text)
}
