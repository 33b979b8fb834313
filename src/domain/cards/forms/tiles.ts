import { syllablesOf } from '../../en/syllables.ts'
import type { Side, Sides } from '../../model.ts'
import type { Place } from '../../notes/places.ts'
import { seededRandom, shuffled } from '../../random.ts'
import { sameMeaning } from '../sameMeaning.ts'
import { missingIn } from './missing.ts'
import type { Form } from './form.ts'

/** More make a puzzle of it. */
const MOST_PIECES = 6
/** Tiles beside those that are needed. */
const SPARE = 3
const LEAST_TILES = 6

/**
 * To lay what is missing from tiles, until the gap can be filled for certain: its own characters and others of this
 * article. English is laid in words, or, of one word, in syllables.
 */
export const tiles: Form = {
  form: 'tiles',
  of: 'cloze',
  stages: ['first', 'young'],
  says: {
    zh: { asks: '用字块填空', name: '字块填空' },
    en: { asks: 'Lay the missing word', name: 'Fill the gap with tiles' },
  },
  ask: (plain, _note, place, { seed }) => {
    const missing = missingIn(plain)
    if (plain.task !== 'gap' || missing === null || place === null) return null
    const side = plain.answers
    const pieces = piecesOf(missing, side)
    if (pieces.length === 0 || pieces.length > MOST_PIECES) return null
    const spare = Math.max(SPARE, LEAST_TILES - pieces.length)
    const random = seededRandom(seed)
    const others = otherPieces(plain.term, missing, place, side)
    const chosen = shuffled(others, random).slice(0, spare)
    if (chosen.length < spare) return null
    const laid = shuffled([...pieces, ...chosen], random)
    return { ...plain, task: 'tiles', missing, pieces, tiles: laid }
  },
}

/**
 * What is laid: hanzi one by one; of English the words, of one word its syllables, of one syllable its letters. Nothing
 * when it holds figures or marks.
 */
function piecesOf(text: string, side: Side): readonly string[] {
  if (side === 'zh') return /^\p{sc=Han}+$/u.test(text) ? [...text] : []
  if (!/^[\p{L}’'-]+(?: [\p{L}’'-]+)*$/u.test(text)) return []
  if (text.includes(' ')) return text.split(' ')
  const syllables = syllablesOf(text)
  return syllables.length > 1 ? syllables : [...text]
}

type Cut = 'hanzi' | 'words' | 'syllables' | 'letters'

/** Into what a text is cut: a word among syllables would be seen at once. */
function cutOf(text: string, side: Side): Cut {
  if (side === 'zh') return 'hanzi'
  if (text.includes(' ')) return 'words'
  return syllablesOf(text).length > 1 ? 'syllables' : 'letters'
}

/** Pieces of other words of the article, each once, none of a word that would be right as well. */
function otherPieces(
  term: Sides<string>,
  missing: string,
  { article }: Place,
  side: Side,
): readonly string[] {
  const own = article.terms.find((one) => one[side] === term[side]) ?? { ...term, gloss: [] }
  const taken = new Set(piecesOf(missing, side).map((piece) => piece.toLowerCase()))
  const cut = cutOf(missing, side)
  const found: string[] = []
  for (const other of article.terms) {
    const text = other[side]
    if (hasCapital(text) !== hasCapital(missing) || sameMeaning(own, other)) continue
    if (cut !== 'letters' && cutOf(text, side) !== cut) continue
    const pieces = piecesOf(text, side)
    for (const piece of cut === 'letters' ? pieces.join('').toLowerCase() : pieces) {
      if (taken.has(piece.toLowerCase())) continue
      taken.add(piece.toLowerCase())
      found.push(piece)
    }
  }
  return found
}

const hasCapital = (text: string): boolean => /\p{Lu}/u.test(text)
