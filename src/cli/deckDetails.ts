import type { Provenance, Side, Sides } from '../domain/model.ts'
import { SIDES } from '../domain/model.ts'
import { Complaint } from './inputFile.ts'

/** Fields of a deck that somebody wants otherwise than its file has them. */
export interface DeckDetails extends Partial<Provenance> {
  readonly title?: Partial<Sides<string>>
  readonly level?: string
}

/** What is said of a deck on the command line. */
export interface Said {
  readonly learning: Side
  readonly details: DeckDetails
}

const FIELDS = ['author', 'translator', 'source', 'date', 'licence', 'level'] as const

/** Options whose value says something of the deck that is made. */
export const DETAIL_OPTIONS = ['--title', ...FIELDS.map((field) => `--${field}`)]

/**
 * What the options say.
 *
 * @throws Complaint when one says what cannot be
 */
export function saidIn(values: ReadonlyMap<string, string>): Said {
  const learning = SIDES.find((side) => side === (values.get('--learning') ?? 'zh'))
  if (learning === undefined) throw new Complaint('--learning takes zh or en.')
  const fields = FIELDS.flatMap((field) => {
    const value = values.get(`--${field}`)
    return value === undefined ? [] : [[field, value.trim()]]
  })
  const title = values.get('--title')
  const details: DeckDetails = Object.fromEntries(fields)
  return {
    learning,
    details: title === undefined ? details : { ...details, title: titleIn(title) },
  }
}

/** Both titles with a bar between them, in either order; one alone is of the language it is in. */
function titleIn(said: string): Partial<Sides<string>> {
  const parts = said.split('|').map((part) => part.trim())
  if (parts.length > 2 || parts.some((part) => part === ''))
    throw new Complaint(
      '--title takes a title, or two with one bar between them: "中文 | English".',
    )
  const [one = '', two] = parts
  if (two === undefined) return isChinese(one) ? { zh: one } : { en: one }
  return !isChinese(one) && isChinese(two) ? { zh: two, en: one } : { zh: one, en: two }
}

const isChinese = (text: string): boolean => /\p{Script=Han}/u.test(text)
