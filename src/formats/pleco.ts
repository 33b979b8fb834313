import type { Issue } from '../domain/errors.ts'
import { isHanzi } from '../domain/text/hanzi.ts'
import { bitextOf, textFormat } from './format.ts'
import { readXml, type XmlHandler } from './xml.ts'

/** Numbers or marks of tones: a reading has them in its first syllables. */
const READING = /^[a-zü:]{1,6}[1-5]|[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]/i
const LONGEST_READING = 200
/** How Pleco breaks lines inside of a definition, and what it puts around words for its own use. */
const OWN_BREAK = /[\ueab1\ueab2]/g
const OWN_MARKS = /[\ue000-\uf8ff]/g
const CLASS =
  /^(?:(?:noun|verb|adjective|adverb|pronoun|preposition|conjunction|numeral|number|measure word|classifier|particle|interjection|onomatopoeia|idiom|phrase|prefix|suffix|auxiliary(?: verb)?|affix|bound form|proper noun|set phrase|abbreviation)(?=[\s,;:])[,;:]?\s*)+/i
/** A text is Pleco's when this share of its lines are cards. */
const CARD_SHARE = 0.8
const MOST_ISSUES = 20

const cardsIn = (text: string) =>
  text
    .split(/\r\n|[\n\r]/)
    .map((line, at) => ({ line, at }))
    .filter(({ line }) => line.trim() !== '' && !line.trimStart().startsWith('//'))

interface Card {
  readonly word: string
  /** Whether the word stands there in the other script, too. */
  readonly isDouble: boolean
  readonly reading: string
  readonly definition: string
}

/** 停火[停火] tab reading tab definition: a card; what is in brackets is the other script. Null when a line is none. */
function cardOf(line: string): Card | null {
  const [head = '', reading, ...definition] = line.split('\t')
  const open = head.indexOf('[')
  const word = (open < 0 ? head : head.slice(0, open)).trim()
  if (reading === undefined || word === '' || !isHanzi(word.codePointAt(0)!)) return null
  return {
    word,
    isDouble: open > 0 && head.trimEnd().endsWith(']'),
    reading: reading.trim(),
    definition: definitionOf(definition.join(' ')),
  }
}

/** A definition without its word classes; senses (1 noun … 2 verb …) become a list. */
function definitionOf(text: string): string {
  const senses = text
    .replace(OWN_BREAK, '\n')
    .replace(OWN_MARKS, '')
    .split(/\n+|(?:^|\s)(?=\d{1,2}\s+[a-z])/i)
    .map((sense) =>
      sense
        .trim()
        .replace(/^\d{1,2}[.)]?\s+/, '')
        .replace(CLASS, '')
        .trim(),
    )
  return senses.filter((sense) => sense !== '').join('; ')
}

/** Flashcards as Pleco writes them into a text. */
export const plecoText = textFormat({
  id: 'plecoText',
  extensions: [],
  looksLike: (text) => {
    const lines = cardsIn(text.slice(0, 100_000))
    const cards = lines.flatMap(({ line }) => {
      const card = cardOf(line)
      const isRead =
        card !== null && card.reading.length < LONGEST_READING && READING.test(card.reading)
      return isRead ? [card] : []
    })
    const isMarked = /^[ \t]{0,9}\/\//m.test(text) || cards.some(({ isDouble }) => isDouble)
    return cards.length > 0 && isMarked && cards.length >= CARD_SHARE * lines.length
  },
  read: (text) => {
    const issues: Issue[] = []
    const rows: (readonly string[])[] = []
    for (const { line, at } of cardsIn(text)) {
      const card = cardOf(line)
      if (card !== null) rows.push([card.word, card.reading, card.definition])
      else if (issues.length < MOST_ISSUES)
        issues.push({ code: 'raggedRow', line: at + 1, found: line.slice(0, 60) })
    }
    return { value: bitextOf({ kind: 'rows', rows }), issues }
  },
})

/** Flashcards as Pleco writes them into XML. */
export const plecoXml = textFormat({
  id: 'plecoXml',
  extensions: [],
  looksLike: (text) => /^[^<]{0,4}(?:<\?xml[^>]*>\s*)?<plecoflash\b/.test(text),
  read: (text) => {
    const cards = new PlecoCards()
    const issues = readXml(text, cards)
    if (cards.rows.length === 0) return { value: null, issues: [...issues, { code: 'empty' }] }
    return { value: bitextOf({ kind: 'rows', rows: cards.rows }), issues }
  },
})

/** Collects the cards: of two headwords the simplified one, of two readings the first. */
class PlecoCards implements XmlHandler {
  readonly rows: string[][] = []
  #card = { word: '', reading: '', definition: '', isSimplified: false }
  #text = ''
  #charset = ''

  onOpen(name: string, attributes: Readonly<Record<string, string>>): void {
    this.#text = ''
    if (name === 'card') this.#card = { word: '', reading: '', definition: '', isSimplified: false }
    if (name === 'headword') this.#charset = attributes['charset'] ?? ''
  }

  onText(text: string): void {
    this.#text += text
  }

  onClose(name: string): void {
    const card = this.#card
    const text = this.#text.trim()
    this.#text = ''
    if (
      name === 'headword' &&
      (card.word === '' || (this.#charset === 'sc' && !card.isSimplified))
    ) {
      card.word = text
      card.isSimplified = this.#charset === 'sc'
    }
    if (name === 'pron' && card.reading === '') card.reading = text
    if (name === 'defn' && card.definition === '') card.definition = definitionOf(text)
    if (name === 'card' && card.word !== '')
      this.rows.push([card.word, card.reading, card.definition])
  }
}
