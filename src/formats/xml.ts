import { Parser } from 'htmlparser2'
import type { Issue } from '../domain/errors.ts'

/** Each open element costs the parser as much as are open; no file that somebody wrote is a tenth as deep. */
const DEEPEST = 256

/** Hears the elements of an XML text by their local names, in small letters. */
export interface XmlHandler {
  onOpen(name: string, attributes: Readonly<Record<string, string>>): void
  onText(text: string): void
  onClose(name: string): void
}

/** Why a text is read no further. */
class TooDeep extends Error {}

const localName = (name: string) => name.slice(name.indexOf(':') + 1).toLowerCase()

/**
 * What is wrong with an XML text on the way through it: `tooDeep`, and then what is behind it was not heard, or `cutOff` when elements
 * were still open at its end. Entities that the text declares stand for nothing: none is ever expanded.
 */
export function readXml(text: string, handler: XmlHandler): readonly Issue[] {
  let depth = 0
  let unclosed = 0
  const parser = new Parser(
    {
      onopentag(name, attributes) {
        if (++depth > DEEPEST) throw new TooDeep()
        handler.onOpen(localName(name), attributes)
      },
      ontext: (data) => handler.onText(data),
      onclosetag(name, isImplied) {
        depth--
        if (isImplied && depth === 0) unclosed++
        handler.onClose(localName(name))
      },
    },
    { xmlMode: true, decodeEntities: true },
  )
  try {
    parser.end(text)
  } catch (error) {
    if (error instanceof TooDeep) return [{ code: 'tooDeep' }]
    throw error
  }
  return unclosed > 0 ? [{ code: 'cutOff' }] : []
}
