import type { Deck, Side, Sides } from '../../domain/model.ts'
import { SIDES } from '../../domain/model.ts'
import { guessScript } from '../../domain/zh/guessScript.ts'
import { xmlText } from './markup.ts'

/** Before the names of properties that only Duizhao knows. */
export const OURS = 'x-duizhao-'

/**
 * A deck as TMX 1.4b: a unit for each pair, then for each term. What translation tools have no name for stands in properties,
 * so that reading it back gives the same deck.
 */
export function writeTmx(deck: Deck): string {
  const zh = deck.beads.map((bead) => bead.zh).join('')
  const language = { zh: guessScript(zh) === 'simplified' ? 'zh-CN' : 'zh-TW', en: 'en' }
  const unit = (props: readonly string[], texts: Sides<string>) => {
    const variants = SIDES.filter((side) => texts[side] !== '').map((side) =>
      variantOf(language[side], texts[side]),
    )
    return `    <tu>${props.join('')}${variants.join('')}</tu>\n`
  }
  const pairs = deck.beads.map(({ paragraph, confidence, ...texts }) =>
    unit(
      [
        ...(paragraph ? [prop('paragraph', '1')] : []),
        ...(confidence === undefined ? [] : [prop('confidence', String(confidence))]),
      ],
      texts,
    ),
  )
  const terms = deck.terms.map(({ kind, reading, gloss, headword, zh, en }) =>
    unit(
      [
        prop('kind', kind),
        prop('reading', reading),
        ...gloss.map((meaning) => prop('meaning', meaning)),
        ...(headword === undefined ? [] : [prop('headword', headword)]),
      ],
      { zh, en },
    ),
  )
  return `${headOf(deck)}  <body>\n${pairs.join('')}${terms.join('')}  </body>\n</tmx>\n`
}

function headOf({ id, revision, level, title, provenance }: Deck): string {
  const titled = (side: Side) => prop(`title-${side}`, title[side])
  const { source, author, translator, date, licence } = provenance
  const props = [
    prop('id', id),
    prop('revision', String(revision)),
    ...SIDES.map(titled),
    ...Object.entries({ level, source, author, translator, date, licence })
      .filter(([, value]) => value !== '')
      .map(([name, value]) => prop(name, value)),
  ]
  const attributes =
    'creationtool="Duizhao" creationtoolversion="1" segtype="block" o-tmf="duizhao-deck" ' +
    'adminlang="en" srclang="*all*" datatype="plaintext"'
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n' +
    `<tmx version="1.4">\n  <header ${attributes}>\n` +
    props.map((one) => `    ${one}\n`).join('') +
    '  </header>\n'
  )
}

const prop = (name: string, value: string): string =>
  `<prop type="${OURS}${name}">${xmlText(value)}</prop>`

const variantOf = (language: string, text: string): string =>
  `<tuv xml:lang="${language}"><seg>${xmlText(text)}</seg></tuv>`
