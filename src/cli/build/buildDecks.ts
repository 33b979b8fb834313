import { finish } from '../../domain/tasks.ts'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { stdout } from 'node:process'
import { fileURLToPath } from 'node:url'
import { deckToDraft } from '../../domain/article/deck.ts'
import { type Deck, SIDES } from '../../domain/model.ts'
import { extractTerms } from '../../domain/terms/extractTerms.ts'
import { linkBitext } from '../../domain/terms/linkBitext.ts'
import { readDeck, writeDeck } from '../../formats/deckFile.ts'
import { loadPivots } from './compilePivots.ts'
import { loadDictionary } from '../dictionary.ts'
import { agreementF1, realign } from './realign.ts'
import { parsePlaces, shelfText, shelfWords, writeCatalogue, writeShelfWords } from './shelf.ts'
import { parsePicks, termsOfPicks, type Pick } from './starterTerms.ts'

/**
 * Fills in the terms of the starter decks and what the shelf shows of them, and prints how well the pipeline does on them by itself: strict F1 of
 * the beads, and the share of the picks it proposes (headword; headword and counterpart). Run it after any change of a deck or of
 * `data/starterTerms.tsv`: `npx tsx src/cli/build/buildDecks.ts`.
 */
const DECKS = new URL('../../../decks/', import.meta.url)
const PICKS = new URL('../data/starterTerms.tsv', import.meta.url)
const PLACES = new URL('../data/starterShelf.tsv', import.meta.url)
/** Beside the decks in their folder. */
const OTHERS = ['index.json', 'deck.schema.json']

async function readDecks(order: readonly string[]): Promise<{ file: string; deck: Deck }[]> {
  const names = await readdir(DECKS)
  const files = names.filter((name) => name.endsWith('.json') && !OTHERS.includes(name))
  const decks = []
  for (const file of files) {
    const { value: deck, issues } = readDeck(await readFile(new URL(file, DECKS), 'utf8'))
    if (!deck) throw new RangeError(`${file}: ${issues.map(({ found }) => found).join(', ')}`)
    decks.push({ file, deck })
  }
  const rank = ({ deck }: { deck: Deck }) => {
    const at = order.indexOf(deck.id)
    return at < 0 ? order.length : at
  }
  return decks.sort((a, b) => rank(a) - rank(b))
}

/** How many of the picks the pipeline proposes among as many terms as there are picks, and among all. */
function foundShares(picks: readonly Pick[], terms: readonly { zh: string; en: string }[]): string {
  const counterpart = new Map(terms.map(({ zh, en }) => [zh, en.toLowerCase()]))
  const heads = picks.filter(({ zh }) => counterpart.has(zh)).length
  const pairs = picks.filter(({ zh, en }) => counterpart.get(zh) === en.toLowerCase()).length
  const percent = (count: number) => `${Math.round((100 * count) / picks.length)} %`
  return `${percent(heads)} of the headwords, ${percent(pairs)} of the pairs`
}

const dictionary = await loadDictionary('full')
const pivots = await loadPivots()
const picksOf = parsePicks(await readFile(PICKS, 'utf8'))
const places = parsePlaces(await readFile(PLACES, 'utf8'))
const built = []
const texts = []
for (const { file, deck } of await readDecks([...picksOf.keys()])) {
  const authored = deckToDraft({ ...deck, terms: [] })
  const linked = finish(linkBitext(authored, dictionary, null))
  const found = finish(extractTerms(linked, authored, dictionary))
  const picks = picksOf.get(deck.id)
  if (!picks) throw new RangeError(`${deck.id} has no picks in starterTerms.tsv`)
  const terms = termsOfPicks(deck, picks, found, dictionary)
  const whole = { ...deck, terms }
  await writeFile(new URL(file, DECKS), writeDeck(whole))
  const place = places.get(deck.id)
  if (!place) throw new RangeError(`${deck.id} has no place in starterShelf.tsv`)
  built.push(whole)
  texts.push(shelfText(file, whole, place))
  const f1 = agreementF1([realign(authored, dictionary, pivots)])
  stdout.write(
    `${file}: ${deck.beads.length} beads, aligned with F1 ${f1.toFixed(3)}; ` +
      `${terms.length} terms, the pipeline finds ${foundShares(picks, found)}\n`,
  )
}
await writeFile(new URL('index.json', DECKS), writeCatalogue(texts))
for (const side of SIDES) {
  const words = writeShelfWords(shelfWords(built, side, dictionary))
  await writeFile(new URL(`shelf/words-${side}.json`, DECKS), words)
}
stdout.write(`${fileURLToPath(new URL('index.json', DECKS))}: ${built.length} decks\n`)
