import type { Article, Note, Side, Sides, TextRange } from '../../model.ts'
import type { Place } from '../../notes/places.ts'
import { seededRandom, shuffled } from '../../random.ts'
import { sameMeaning, type Meant } from '../sameMeaning.ts'
import { looksAlike, shapeOf, standsOut, wordClass, type ClassedTerm } from '../wordClass.ts'
import type { Form } from './form.ts'

const OTHERS = 3

/**
 * To choose the meaning out of four: how a word is met the first time. The others are counterparts of other words of this
 * article, of the same part of speech, as long and written alike; where the article has no three such words, or one could
 * tell the answer by its form, the word is asked without choices.
 */
export const choice: Form = {
  form: 'choice',
  of: 'read',
  stages: ['first'],
  says: {
    zh: { asks: '选出意思', name: '四选一' },
    en: { asks: 'Which one is it?', name: 'Choice of four' },
  },
  ask: (plain, note, place, { seed }) => {
    if (plain.task !== 'recall' || plain.term === null || place === null) return null
    const side = plain.answers
    const own = { en: plain.term.en, isName: isName(plain.term, note, place.article) }
    const answer = side === 'zh' ? plain.term.zh : uncapitalised(own, place.en, place)
    const others = distractors({ ...plain.term, [side]: answer }, note, place, side)
    if (answer === '' || others.length < OTHERS) return null
    const random = seededRandom(seed)
    // A few draws: the first three may leave the answer as the only long one.
    for (let draw = 0; draw < 8; draw++) {
      const options = shuffled([answer, ...shuffled(others, random).slice(0, OTHERS)], random)
      const right = options.indexOf(answer)
      const shapes = options.map((option) => shapeOf(option, side))
      if (standsOut(shapes, right, side)) continue
      return { ...plain, task: 'choice', term: plain.term, options, right }
    }
    return null
  },
}

/** What could stand beside the answer: never another right one, and no two that mean the same. */
function distractors(
  term: Sides<string>,
  note: Note,
  { article, texts }: Place,
  side: Side,
): readonly string[] {
  if (note.kind !== 'term') return []
  const own = ownTerm(term, note, article)
  const kind = wordClass(own, texts)
  if (kind === null) return []
  const shape = shapeOf(term[side], side)
  const meant: Meant[] = [own, { ...own, en: note.counterparts.join(' '), gloss: note.gloss }]
  const found: string[] = []
  for (const other of article.terms) {
    const at = other.occurrences.find(({ en }) => en !== null)?.en ?? null
    const word = { en: other.en, isName: other.kind === 'name' }
    const text = side === 'zh' ? other.zh : uncapitalised(word, at, { article, texts })
    if (text === '' || !looksAlike(shape, shapeOf(text, side), side)) continue
    if (meant.some((one) => sameMeaning(one, other)) || wordClass(other, texts) !== kind) continue
    meant.push(other)
    found.push(text)
  }
  return found
}

/** The term of the article that a note was made from. */
const listedTerm = (term: Sides<string>, { learning }: Note, { terms }: Article) =>
  terms.find((one) => one[learning] === term[learning])

const isName = (term: Sides<string>, note: Note, article: Article): boolean =>
  listedTerm(term, note, article)?.kind === 'name'

/** The note as a term of the article, worded as it is asked. */
function ownTerm(term: Sides<string>, note: Note, article: Article): ClassedTerm {
  const listed = listedTerm(term, note, article)
  const gloss = note.kind === 'term' && note.learning === 'zh' ? note.gloss : []
  const { kind = 'word', occurrences = [] } = listed ?? {}
  return { ...term, kind, occurrences, gloss: listed?.gloss ?? gloss }
}

/** A counterpart without the capital that it has only because it begins a sentence. */
function uncapitalised(
  { en, isName }: { readonly en: string; readonly isName: boolean },
  range: TextRange | null,
  { article, texts }: Pick<Place, 'article' | 'texts'>,
): string {
  if (isName || range === null) return en
  const before = texts.en.slice(0, range.start).replace(/[“"‘'(]+$/, '')
  const begins =
    article.segments.en.some(({ start }) => start === before.length) ||
    /[.!?:,]["”’]?\s*$/.test(before)
  return begins ? en.charAt(0).toLowerCase() + en.slice(1) : en
}
