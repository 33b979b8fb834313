import { Parser } from 'htmlparser2'
import type { Parsed } from '../domain/errors.ts'
import { type Deck, type DeckBead, type DeckTerm, TERM_KINDS } from '../domain/model.ts'
import { checkedDeck } from './deckFile.ts'
import { textFormat } from './format.ts'
import { OURS } from './write/tmx.ts'
import { deckOfSaid } from './deckOfSaid.ts'

/** TMX nests elements four deep; each element that is open costs the parser as much as those around it. */
const DEEPEST = 60

/** A deck as TMX, as we write it, perhaps changed in a translation tool. */
export const deckTmx = textFormat({
  id: 'deckTmx',
  extensions: [],
  looksLike: (text) => /^\s*<(?:\?xml|!DOCTYPE tmx|tmx)/.test(text) && isOurs(text.slice(0, 4000)),
  read: (text) => {
    const { value, issues } = readDeckTmx(text)
    return { value: value && { kind: 'deck', deck: value }, issues }
  },
})

const isOurs = (head: string): boolean => head.includes('<tmx') && head.includes(`"${OURS}id"`)

/** What is said of one thing: values by name, of which there may be several. */
type Said = Map<string, string[]>

/** A unit, or the whole, as it is read. */
interface Unit {
  readonly said: Said
  readonly texts: { zh: string; en: string }
}

function readDeckTmx(text: string): Parsed<Deck | null> {
  const about: Unit = { said: new Map(), texts: { zh: '', en: '' } }
  const units: Unit[] = []
  let unit = about
  let language = ''
  let name = ''
  let open: string | null = null
  let depth = 0
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        if (++depth > DEEPEST) parser.pause()
        if (tag === 'tu') units.push((unit = { said: new Map(), texts: { zh: '', en: '' } }))
        else if (tag === 'tuv') language = attributes['xml:lang'] ?? attributes['lang'] ?? ''
        else if (tag === 'prop' || tag === 'seg') {
          name = attributes['type'] ?? ''
          open = ''
        }
      },
      ontext(data) {
        if (open !== null) open += data
      },
      onclosetag(tag) {
        depth--
        if (open === null || (tag !== 'prop' && tag !== 'seg')) return
        if (tag === 'seg') unit.texts[/^zh/i.test(language) ? 'zh' : 'en'] = open
        else if (name.startsWith(OURS)) say(unit.said, name.slice(OURS.length), open)
        open = null
      },
    },
    { xmlMode: true },
  )
  parser.end(text)
  if (depth > DEEPEST) return { value: null, issues: [{ code: 'notADeck' }] }
  const { value, issues } = checkedDeck(deckOf(about, units))
  return isCutOff(text) ? { value, issues: [{ code: 'cutOff' }, ...issues] } : { value, issues }
}

/** The parser closes what is open at the end without a word. */
const isCutOff = (text: string): boolean => !/<\/tmx\s*>/.test(text.slice(-1_000))

function say(said: Said, name: string, value: string): void {
  const values = said.get(name)
  if (values === undefined) said.set(name, [value])
  else values.push(value)
}

function deckOf(about: Unit, units: readonly Unit[]): Omit<Deck, 'format' | 'version'> {
  const value = (name: string, { said }: Unit = about) => said.get(name)?.[0] ?? ''
  const beads: DeckBead[] = []
  const terms: DeckTerm[] = []
  for (const unit of units) {
    const { zh, en } = unit.texts
    const kind = TERM_KINDS.find((one) => one === value('kind', unit))
    if (kind === undefined) {
      const confidence = value('confidence', unit)
      beads.push({
        ...(value('paragraph', unit) === '' ? {} : { paragraph: true }),
        ...{ zh, en },
        ...(confidence === '' ? {} : { confidence: Number(confidence) }),
      })
      continue
    }
    const headword = unit.said.get('headword')?.[0]
    terms.push({
      ...{ zh, en },
      ...(headword === undefined ? {} : { headword }),
      reading: value('reading', unit),
      gloss: unit.said.get('meaning') ?? [],
      kind,
    })
  }
  const title = { zh: value('title-zh'), en: value('title-en') }
  return deckOfSaid(value, { title, beads, terms })
}
