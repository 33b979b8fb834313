import type { Dictionary } from '../../dictionary/dictionary.ts'
import type { TextRange } from '../../model.ts'
import { lemmaEn, stemEn } from '../../text/lemmaEn.ts'
import { seen, tokenizeEn } from '../../text/tokenizeEn.ts'
import { tokenizeZh } from '../../text/tokenizeZh.ts'
import { isFunctionEn, isFunctionZh } from './closedClass.ts'
import { oneSpelling } from './spelling.ts'

/** A Chinese word of a bead; ranges are offsets into the side's text. */
export interface ZhWord extends TextRange {
  readonly text: string
  /** Carries meaning: may be a term, counts as evidence. */
  readonly content: boolean
  /** Follows the word before it without punctuation or space. */
  readonly joined: boolean
  /** Found to be a foreign name by its sound (`findNames`). */
  readonly name: boolean
}

/** An English word of a bead; ranges are offsets into the side's text. */
export interface EnWord extends TextRange {
  readonly text: string
  readonly lemma: string
  readonly stem: string
  readonly content: boolean
  /** Nothing but a space or a hyphen stands between the word before it and this one. */
  readonly joined: boolean
  /** A hyphen stands between the word before it and this one. */
  readonly hyphened: boolean
  readonly capital: boolean
  /** The first word of a sentence or quotation: its capital says nothing. */
  readonly initial: boolean
  /** `'s` and the like. */
  readonly clitic: boolean
}

/** 三十, 一句, 半个: a number, or a number with its measure word. */
const NUMERAL =
  /^[〇零一二两三四五六七八九十百千万亿半几多数分之]+[个句块条天次份位名种件场座家只张年月日号点分岁里元]?$/
const HANZI = /^[\u3400-\u9fff\uf900-\ufaff〇]/
/** Headwords up to this many hanzi are put together again from the words Viterbi cut them into. */
const LONGEST_MERGE = 8

/**
 * Chinese words of `text` between two offsets: the most likely path, then neighbours joined to the longest headword
 * of three hanzi or more that they spell (安全 | 理事会 → 安全理事会).
 */
export function zhWordsOf(
  text: string,
  range: TextRange,
  dictionary: Dictionary,
): readonly ZhWord[] {
  const tokens = tokenizeZh(text.slice(range.start, range.end), dictionary)
  const words: ZhWord[] = []
  let end = -1
  let brackets = 0
  for (let i = 0; i < tokens.length;) {
    const last = mergeEnd(tokens, i, dictionary)
    const parts = tokens.slice(i, last)
    const [first] = parts
    const final = parts.at(-1)
    i = last
    if (first && /^[（(]$/.test(first.text)) brackets = 1
    else if (first && /^[）)]$/.test(first.text)) brackets = 0
    if (!first || !final || first.kind === 'punctuation' || first.kind === 'space') continue
    const word = parts.map((part) => part.text).join('')
    const hanzi = HANZI.test(word)
    words.push({
      start: range.start + first.start,
      end: range.start + final.end,
      text: word,
      // Latin in brackets repeats the name before it.
      content:
        first.kind === 'latin'
          ? brackets === 0
          : hanzi && first.kind !== 'number' && !NUMERAL.test(word) && !isFunctionZh(word),
      joined: first.start === end,
      name: false,
    })
    end = final.end
  }
  return words
}

type Token = ReturnType<typeof tokenizeZh>[number]

/** Hanzi that make a new word of the one before them: 牛仔|队, 滑雪|者; or of the one after: 主|教练. */
const SUFFIX = /^[者员队军县州郡省区镇村岛湖河山党社局署厅院馆奖罪业症]$/
const PREFIX = /^主$/

function mergeEnd(tokens: readonly Token[], from: number, dictionary: Dictionary): number {
  const [here, next] = [tokens[from], tokens[from + 1]]
  if (here && next && PREFIX.test(here.text) && isNoun(next, dictionary)) {
    const end = headwordEnd(tokens, from, dictionary)
    return end > from + 1 ? end : headwordEnd(tokens, from + 1, dictionary)
  }
  const single = strayEnd(tokens, from, dictionary)
  const end = single > from + 1 ? single : headwordEnd(tokens, from, dictionary)
  const after = tokens[end]
  const last = tokens[end - 1]
  if (after === undefined || last === undefined) return end
  // 盆地 | 区 is 地区 cut wrongly; but a 警察局 | 长 is a 局长.
  const headword = dictionary.has(last.text.slice(-1) + after.text)
  const joins =
    (SUFFIX.test(after.text) && !headword && (single > from + 1 || isNoun(last, dictionary))) ||
    (after.text === '长' && headword && last.text.length > 2 && isNoun(last, dictionary)) ||
    // 警察 | 局长 is a 警察局长.
    (/^.长$/u.test(after.text) &&
      isNoun(last, dictionary) &&
      dictionary.has(last.text + after.text[0]!)) ||
    (after.text === '家' && last.text.endsWith('学') && isNoun(last, dictionary))
  return joins ? end + 1 : end
}

/** log10 frequency of a single hanzi below which it is hardly a word by itself. */
const STRAY = -4.2

/** The end of a row of single hanzi that are a word the dictionary lacks: 海鹰 in 海鹰队, 跑锋. */
function strayEnd(tokens: readonly Token[], from: number, dictionary: Dictionary): number {
  let end = from
  let stray = false
  while (end < tokens.length) {
    const token = tokens[end]!
    if (token.kind !== 'word' || token.text.length > 1 || !HANZI.test(token.text)) break
    if (isFunctionZh(token.text) || (end > from && SUFFIX.test(token.text))) break
    stray ||= (dictionary.logFrequency(token.text) ?? -8) < STRAY
    end++
  }
  return stray && end - from === 2 ? end : from + 1
}

function isNoun(token: Token, dictionary: Dictionary): boolean {
  return (
    token.text.length >= 2 &&
    token.kind !== 'number' &&
    token.kind !== 'latin' &&
    dictionary.has(token.text) &&
    !isFunctionZh(token.text)
  )
}

function headwordEnd(tokens: readonly Token[], from: number, dictionary: Dictionary): number {
  let word = ''
  let best = from + 1
  for (let i = from; i < tokens.length && word.length < LONGEST_MERGE; i++) {
    const token = tokens[i]!
    if ((token.kind !== 'word' && token.kind !== 'name') || /^[的了]$/.test(token.text)) break
    word += token.text
    if (i > from && word.length >= 3 && word.length <= LONGEST_MERGE && dictionary.has(word))
      best = i + 1
  }
  return best
}

/** Function words that are no verbs, though they look like the stem of one. */
const NOT_VERBS = /^(?:i|mine|last|long|second|near|like|will|down|well|own|even)$/

/** As much of what stands between two words as is looked at. */
const LONGEST_GAP = 40

/** English words of `text` between two offsets; clitics included, punctuation not. */
export function enWordsOf(text: string, range: TextRange): readonly EnWord[] {
  const words: EnWord[] = []
  let end = range.start
  for (const token of tokenizeEn(text.slice(range.start, range.end))) {
    const start = range.start + token.start
    const gap = text.slice(end, start)
    const norm = oneSpelling(token.norm)
    const lemma = token.kind === 'number' ? norm : lemmaEn(norm)
    const clitic = token.kind === 'clitic'
    const spelling = seen(text.slice(start, range.start + token.end))
    words.push({
      start,
      end: range.start + token.end,
      text: spelling,
      lemma,
      stem: stemEn(norm),
      content:
        token.kind !== 'number' &&
        !clitic &&
        token.norm.length > 1 &&
        !isFunctionEn(token.norm) &&
        // mining, lasting: no forms of a pronoun or an ordinal
        (!isFunctionEn(lemma) || (NOT_VERBS.test(lemma) && /(?:ing|ed)$/.test(token.norm))),
      joined: words.length > 0 && /^(?:\s+|-|)$/.test(gap),
      hyphened: gap === '-',
      capital: /^\p{Lu}/u.test(spelling),
      initial:
        words.length === 0 || /[.!?:"“”‘]\s*["“‘(]*$/.test(gap.trimEnd().slice(-LONGEST_GAP)),
      clitic,
    })
    end = range.start + token.end
  }
  return words
}

/** Written with a capital that is not the sentence's. */
export function isProper(word: EnWord): boolean {
  return word.capital && !word.initial && word.content
}
