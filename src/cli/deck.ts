import { finish } from '../domain/tasks.ts'
import { basename } from 'node:path'
import { buildArticle } from '../domain/article/build.ts'
import { deckToDraft, draftToDeck } from '../domain/article/deck.ts'
import type { Draft } from '../domain/article/draft.ts'
import { type Deck, NO_PROVENANCE, type Side } from '../domain/model.ts'
import { learnersTerms } from '../domain/terms/english/learnersTerms.ts'
import { extractTerms } from '../domain/terms/extractTerms.ts'
import { linkBitext } from '../domain/terms/linkBitext.ts'
import { recogniseLayout } from '../domain/text/layout.ts'
import type { Source } from '../domain/text/layoutTypes.ts'
import { readInput } from '../formats/readInput.ts'
import { deckIdOf, writeDeck } from '../formats/deckFile.ts'
import { loadLearnersEnglish } from './build/compileLearnersEnglish.ts'
import { loadPivots } from './build/compilePivots.ts'
import { loadDictionary } from './dictionary.ts'
import type { DeckDetails, Said } from './deckDetails.ts'
import { deckOfRows } from './deckOfRows.ts'
import { Complaint, readBytes, sentenceOf } from './inputFile.ts'
import { revised } from './revised.ts'
import { writeWhole } from './wholeFile.ts'

/**
 * The deck file that one bilingual file, or a file for each side, makes. A deck keeps its beads; its terms are looked for when it has none.
 *
 * @param note is told what was guessed on the way, a sentence at a time
 * @throws Complaint when a file cannot be used
 */
export async function deck(
  files: readonly string[],
  said: Said,
  note: (sentence: string) => void,
): Promise<string> {
  return writeDeck(await readDeckOf(files, said, note, false))
}

/**
 * The same, written to a file. A deck that stands there already is corrected by it: its revision counts up.
 *
 * @throws Complaint when a file cannot be used; nothing is written then
 */
export async function deckInto(
  files: readonly string[],
  out: string,
  said: Said,
  note: (sentence: string) => void,
): Promise<string> {
  const made = await revised(await readDeckOf(files, said, note, false), out)
  await writeWhole(out, writeDeck(made)).catch((cause: unknown) => {
    throw new Complaint(`${out} cannot be written.`, { cause })
  })
  return ''
}

/**
 * The deck that files make, with what was said of it.
 *
 * @param keepRows whether each row of a table is a pair as it is; else sentences are paired within it
 */
export async function readDeckOf(
  files: readonly string[],
  { learning, details }: Said,
  note: (sentence: string) => void,
  keepRows: boolean,
): Promise<Deck> {
  const inputs = []
  for (const file of files) inputs.push({ name: file, bytes: await readBytes(file) })
  const { value: input, issues } = await readInput(inputs)
  const names = files.map((file) => basename(file)).join(' and ')
  const nameOf = (found: string | undefined) => files.find((file) => file === found) ?? names
  // The last is the one that ended it.
  const end = issues.at(-1)
  if (!input) throw new Complaint(sentenceOf(end, nameOf(end?.found)))
  for (const issue of issues) note(sentenceOf(issue, names))
  return withDetails(await deckOf(input.source, names, learning, note, keepRows), details)
}

function withDetails(found: Deck, { title, level = found.level, ...origin }: DeckDetails): Deck {
  return {
    ...found,
    title: { ...found.title, ...title },
    level,
    provenance: { ...found.provenance, ...origin },
  }
}

async function deckOf(
  source: Source,
  names: string,
  learning: Side,
  note: (sentence: string) => void,
  keepRows: boolean,
): Promise<Deck> {
  if (source.kind === 'deck') return withTerms(source.deck, learning)
  const { value: layout, issues } = recogniseLayout(source)
  if (!layout) throw new Complaint(sentenceOf(issues[0], names))
  for (const issue of issues) note(sentenceOf(issue, names))
  if (keepRows && layout.kind === 'columns') {
    return withTerms(deckOfRows(layout), learning)
  }
  const dictionary = await loadDictionary('full')
  const draft = finish(buildArticle(layout, dictionary, { learning, pivots: await loadPivots() }))
  return draftToDeck(await forLearner(draft, learning), {
    id: deckIdOf(draft),
    provenance: NO_PROVENANCE,
  })
}

/** The draft with its terms as somebody learns them: of English, in the form and the order of its dictionary. */
async function forLearner(draft: Draft, learning: Side): Promise<Draft> {
  if (learning === 'zh') return draft
  const terms = learnersTerms(draft.terms, draft, await loadLearnersEnglish())
  return { ...draft, terms: finish(terms) }
}

async function withTerms(given: Deck, learning: Side): Promise<Deck> {
  const draft = deckToDraft(given)
  if (given.terms.length > 0) {
    if (learning === 'zh') return given
    return { ...given, terms: draftToDeck(await forLearner(draft, learning), given).terms }
  }
  const dictionary = await loadDictionary('full')
  const linked = finish(linkBitext(draft, dictionary, null))
  const terms = finish(extractTerms(linked, draft, dictionary, { learning }))
  const found = await forLearner({ ...draft, terms }, learning)
  return { ...given, terms: draftToDeck(found, given).terms }
}
