import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { deckToDraft } from '../../../src/domain/article/deck.ts'
import type { Draft } from '../../../src/domain/article/draft.ts'
import type { ArticleTexts } from '../../../src/domain/article/showArticle.ts'
import { askedAs } from '../../../src/domain/cards/askedAs.ts'
import { cardsOf } from '../../../src/domain/cards/cards.ts'
import type { Passage } from '../../../src/domain/cards/passages.ts'
import type { Question, QuestionFor, Task } from '../../../src/domain/cards/question.ts'
import { questionOf } from '../../../src/domain/cards/questionOf.ts'
import type { Stage } from '../../../src/domain/cards/standing.ts'
import type { Note, Side } from '../../../src/domain/model.ts'
import { placesOf } from '../../../src/domain/notes/places.ts'
import { revisionTree } from '../../../src/domain/article/revisionTree.ts'
import { hash32 } from '../../../src/domain/srs/fuzz.ts'
import { offersOf } from '../../offers.ts'
import { revision } from '../../make.ts'

/** Every card of an article in every form it takes, and what of them is not fair. */

const DECKS = join(import.meta.dirname, '../../../decks')

/** The starter decks, by name. */
export const starterDecks = (): readonly (readonly [string, Draft])[] =>
  readdirSync(DECKS)
    .filter((file) => /^[a-z-]+\.json$/.test(file) && file !== 'index.json')
    .map((file) => [
      file.replace('.json', ''),
      deckToDraft(JSON.parse(readFileSync(join(DECKS, file), 'utf8'))),
    ])

/** A draft as it is once it was kept. */
export function kept(draft: Draft): ArticleTexts {
  const { texts, segments, beads, terms, title, contentHash } = draft
  const revisions = { zh: revision('zh', texts.zh), en: revision('en', texts.en) }
  const article = {
    id: 'A',
    title,
    addedAt: 0,
    provenance: { source: '', author: '', translator: '', date: '', licence: '' },
    archived: false,
    contentHashes: [contentHash],
    settledDoubts: [],
    revision: { zh: revisions.zh.id, en: revisions.en.id },
    segments,
    beads,
    terms,
  }
  return { article, texts, tree: revisionTree([revisions.zh, revisions.en]) }
}

/** A question with the note it is about. */
export interface Made {
  readonly note: Note
  readonly stage: Stage
  readonly question: Question
  /** As the kind itself has it. */
  readonly plain: Question
}

/** What every card of an article asks at every stage. */
export function questionsOf(source: ArticleTexts, learning: Side): readonly Made[] {
  const { terms, sentences } = offersOf(source.article, source.texts, learning, 0)
  return [...terms, ...sentences].flatMap((note) => {
    const place = placesOf(note, source)[0] ?? null
    return cardsOf(note).flatMap((card) =>
      (['first', 'young', 'grown'] as const).flatMap((stage): readonly Made[] => {
        const plain = questionOf(card, note, place)
        if (plain === null) return []
        const standing = { stage, seed: hash32(`${card.id} ${stage}`), off: [] }
        return [{ note, stage, plain, question: askedAs(plain, note, place, standing) }]
      }),
    )
  })
}

export const ofTask = <T extends Task>(made: readonly Made[], task: T) =>
  made.filter(
    (one): one is Made & { readonly question: QuestionFor<T> } => one.question.task === task,
  )

/** What can be read of a passage before its answer is shown. */
export function visibleOf({ text, gap, cuts = [] }: Passage): string {
  const holes = [...(gap === null ? [] : [gap]), ...cuts].toSorted((a, b) => b.start - a.start)
  return holes.reduce((seen, { start, end }) => `${seen.slice(0, start)}▁${seen.slice(end)}`, text)
}

/** The answer of a gap where it is printed beside it; null when it is not. */
export function printedAnswer(
  { question, term }: QuestionFor<'gap' | 'tiles' | 'typed'>,
  learning: Side,
): string | null {
  const answers = [
    term[learning],
    ...question.flatMap(({ text, gap }) => (gap ? [text.slice(gap.start, gap.end)] : [])),
  ]
  const seen = question.map(visibleOf).join(' ').toLowerCase()
  const stands = (answer: string) =>
    learning === 'zh'
      ? seen.includes(answer.toLowerCase())
      : ` ${seen.replace(/[^\p{L}\p{N}'’-]+/gu, ' ')} `.includes(` ${answer.toLowerCase()} `)
  return answers.find((answer) => answer !== '' && stands(answer)) ?? null
}

/** By what of its form alone the answer of a choice can be told; empty when by nothing. */
export function toldBy({ options, right }: QuestionFor<'choice'>): readonly string[] {
  const answer = options[right] ?? ''
  const others = options.filter((_, at) => at !== right)
  const alone = (feature: (text: string) => unknown) =>
    others.every((other) => feature(other) !== feature(answer))
  const length = [...answer].length
  const lengths = others.map((other) => [...other].length)
  const features = {
    capital: alone((text) => /\p{Lu}/u.test(text)),
    punctuation: alone((text) => text.replace(/[\p{L}\s]/gu, '')),
    words: alone((text) => text.split(' ').length),
    length: length > 1.5 * Math.max(...lengths) + 3 || 1.5 * length + 3 < Math.min(...lengths),
    article: alone((text) => /^(?:a|an|the|to)\s/i.test(text)),
    ending: alone((text) => /(?:ing|ed|ly)$/i.exec(text.split(' ')[0] ?? '')?.[0]),
  }
  return Object.entries(features).flatMap(([name, told]) => (told ? [name] : []))
}
