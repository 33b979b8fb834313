import { isHanzi } from './hanzi.ts'
import type { TextRange } from '../model.ts'

/** Characters that nobody sees: soft hyphens, zero-width marks, directions, variants of the character before. */
const UNSEEN = String.raw`\u00ad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufe00-\ufe0f`
/** After a letter or a figure; emoji need theirs. */
const UNSEEN_AFTER = new RegExp(`(?<=[\\p{L}\\p{N}\\u2e80-\\u2fd5])[${UNSEEN}]+`, 'gu')
const FOLDED = new RegExp(`[${UNSEEN}\\u2e80-\\u2fd5\\uf900-\\ufaff\\uff21-\\uff3a\\uff41-\\uff5a]`)
/** Hanzi one by one, a space between them, as scanners read. */
const HANZI = String.raw`[\u2e80-\u2fd5\u3007\u3400-\u9fff\uf900-\ufaff]`
const SPACED = new RegExp(`(?<!${HANZI})(?:${HANZI} ){3,}${HANZI}(?!${HANZI})`, 'g')

/** Radicals of the supplement that stand for a whole hanzi; the others of Unicode's fold by NFKC. */
const SUPPLEMENT: ReadonlyMap<string, string> = new Map(
  [
    ...'⺁厂⺈刀⺊卜⺒巳⺓幺⺜日⺝月⺟母⺠民⺧牛⺩王⺫目⺬示⺮竹⺶羊⺷羊⺸羊⺻聿⺼肉⺽臼⻁虎⻂衣⻄西⻅见⻆角⻇角⻉贝⻊足⻋车⻏邑⻑長⻓长⻔门⻖阜⻗雨⻘青⻙韦⻚页⻛风⻜飞⻝食⻠食⻡首⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻪黾⻫斉⻬齐⻭歯⻮齿⻯竜⻰龙⻱龜⻲亀⻳龟'.matchAll(
      /../gu,
    ),
  ].map(([[radical, hanzi]]) => [radical!, hanzi!]),
)

/** A character as it is compared: a radical or a compatibility form as its hanzi, a full-width letter as a plain one. */
const foldCharacter = (character: string): string =>
  SUPPLEMENT.get(character) ?? character.normalize('NFKC')

/** The text as it is compared, one character for one, with its radicals and compatibility hanzi as the hanzi they are. */
export function foldHanzi(text: string): string {
  return text.replace(/[\u2e80-\u2fd5\uf900-\ufaff]/g, foldCharacter)
}

const ALL_UNSEEN = new RegExp(`[${UNSEEN}]+`, 'gu')

/** A word without the characters that nobody sees, as it is learnt. */
export const withoutUnseen = (word: string): string => word.replace(ALL_UNSEEN, '')

/** A text as its words are found in it, and where its offsets stand in the text as it came. */
export interface Folded {
  readonly text: string
  /** Of an offset into the folded text. */
  readonly given: (offset: number) => number
  /** Of an offset into the given one. */
  readonly folded: (offset: number) => number
}

/**
 * A Chinese text without what hides its words: radicals, compatibility hanzi, full-width letters, unseen characters, spaces
 * between single hanzi. Only for comparing: stored is what was given. Null when there is nothing to fold.
 */
export function foldZh(text: string): Folded | null {
  if (!FOLDED.test(text) && text.search(SPACED) < 0) return null
  const left: TextRange[] = []
  const leave =
    (pattern: RegExp, within = 0) =>
    (part: string) => {
      for (const { index, 0: found } of part.matchAll(pattern))
        left.push({ start: within + index, end: within + index + found.length })
    }
  leave(UNSEEN_AFTER)(text)
  for (const { index, 0: row } of text.matchAll(SPACED)) leave(/ /g, index)(row)
  left.sort((a, b) => a.start - b.start)
  const places: number[] = []
  const inverse = new Int32Array(text.length + 1)
  let folded = ''
  let gap = 0
  for (let at = 0; at < text.length;) {
    inverse[at] = folded.length
    while (gap < left.length && left[gap]!.end <= at) gap++
    if (gap < left.length && left[gap]!.start <= at) {
      at++
      continue
    }
    const character = String.fromCodePoint(text.codePointAt(at)!)
    const form = character < '\u2e80' ? character : foldWhole(character)
    for (let i = 0; i < form.length; i++) places.push(at + Math.min(i, character.length - 1))
    if (character.length > 1) inverse[at + 1] = folded.length + form.length - 1
    folded += form
    at += character.length
  }
  inverse[text.length] = folded.length
  places.push(text.length)
  return {
    text: folded,
    given: (offset) => places[offset] ?? text.length,
    folded: (offset) => inverse[offset] ?? folded.length,
  }
}

/** As {@link foldCharacter} where one character stays one and what is folded is a hanzi, a letter or a figure. */
function foldWhole(character: string): string {
  const code = character.codePointAt(0)!
  const isForm =
    (code >= 0x2e80 && code <= 0x2fd5) ||
    (code >= 0xf900 && code <= 0xfaff) ||
    /[\uff21-\uff3a\uff41-\uff5a]/.test(character)
  if (!isForm) return character
  const form = foldCharacter(character)
  return [...form].length === 1 && (isHanzi(form.codePointAt(0)!) || /\w/.test(form))
    ? form
    : character
}
