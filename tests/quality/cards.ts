import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { loadPivots } from '../../src/cli/build/compilePivots.ts'
import { loadDictionary } from '../../src/cli/dictionary.ts'
import { contentHash } from '../../src/domain/text/normalize.ts'
import { SIDES } from '../../src/domain/model.ts'
import { finish } from '../../src/domain/tasks.ts'
import { extractTerms } from '../../src/domain/terms/extractTerms.ts'
import { linkBitext } from '../../src/domain/terms/linkBitext.ts'
import {
  kept,
  ofTask,
  printedAnswer,
  questionsOf,
  starterDecks,
  toldBy,
  type Made,
} from '../domain/cards/fairness.ts'
import type { QualityRow } from './row.ts'
import { readBitext, TEXTS } from './termLists.ts'

/** Every card of the starter decks and of the ceasefire text, in both directions: how many there are, and how many are unfair. */
export async function measureCards(): Promise<QualityRow[]> {
  const decks = starterDecks().map(([, draft]) => kept(draft))
  const made = (sources: readonly ReturnType<typeof kept>[]) =>
    sources.flatMap((source) => SIDES.flatMap((learning) => questionsOf(source, learning)))
  const present = existsSync(resolve(TEXTS, 'ceasefire.txt'))
  return [
    ...rowsOf('starter decks', made(decks)),
    ...rowsOf('ceasefire', present ? made([await ceasefire()]) : null),
  ]
}

async function ceasefire() {
  const dictionary = await loadDictionary('full')
  const pivots = await loadPivots()
  const bitext = readBitext('ceasefire.txt', dictionary, pivots)
  const linked = finish(linkBitext(bitext, dictionary, pivots))
  const terms = finish(extractTerms(linked, bitext, dictionary))
  const { texts } = bitext
  return kept({ ...bitext, terms, title: { zh: '', en: '' }, contentHash: contentHash(texts) })
}

function rowsOf(name: string, made: readonly Made[] | null): QualityRow[] {
  const figures = made === null ? null : countsOf(made)
  const row = (
    what: string,
    key: keyof ReturnType<typeof countsOf>,
    floor: number,
  ): QualityRow => ({
    name: `cards, ${name}, ${what}`,
    value: figures?.[key] ?? null,
    goal: floor,
    floor,
    better: floor === 0 ? 'lower' : 'higher',
    ...(figures === null ? { note: '../shared/texts is not here' } : {}),
  })
  return [
    row('cards', 'cards', 1),
    row('… gaps that print their answer', 'printed', 0),
    row('… gaps whose word stands elsewhere and is cut out there, too', 'cut', 1),
    row('… gaps laid from tiles', 'tiles', 1),
    row('… words first asked as a choice', 'choices', 1),
    row('… words without a fair choice', 'refused', 1),
    row('… choices told by their form', 'told', 0),
    row('… choices with a second right answer', 'twice', 0),
    row('… sentences with figures to check', 'spots', 0),
    row('… of which one is wrong', 'wrong', 0),
  ].map((one) => (/figures|wrong$/.test(one.name) ? { ...one, floor: 0, better: 'higher' } : one))
}

function countsOf(made: readonly Made[]) {
  const first = made.filter(({ stage }) => stage === 'first')
  const gaps = [...ofTask(made, 'gap'), ...ofTask(made, 'tiles'), ...ofTask(made, 'typed')]
  const choices = ofTask(first, 'choice')
  const words = first.filter(
    ({ plain, note }) => plain.card.kind === 'read' && note.kind === 'term',
  )
  const cloze = first.filter(({ plain }) => plain.card.kind === 'cloze')
  const spots = ofTask(made, 'spot')
  return {
    cards: first.length,
    printed: gaps.filter(({ question }) => printedAnswer(question, question.learning)).length,
    cut: cloze.filter(({ plain }) => plain.question.some(({ cuts }) => cuts !== undefined)).length,
    tiles: ofTask(first, 'tiles').length,
    choices: choices.length,
    refused: words.length - choices.length,
    told: choices.filter(({ question }) => toldBy(question).length > 0).length,
    twice: choices.filter(({ question, note }) => {
      const right = note.kind === 'term' ? [...note.counterparts, ...note.gloss] : []
      return question.options.some((one, at) => at !== question.right && right.includes(one))
    }).length,
    spots: spots.length,
    wrong: spots.filter(({ question }) => question.wrong !== null).length,
  }
}
