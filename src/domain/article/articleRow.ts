import type { Alignment, Article, Provenance, Sides } from '../model.ts'
import { fieldOf, inOrder, under, valueOf, withFacts, type Merged } from '../records/merged.ts'
import { deletedAt } from '../records/writing.ts'
import { cutChunks } from './alignmentChunks.ts'
import { newestDeck, type VersionBody } from './versions.ts'
import { termsFact, TERMS, type TermList } from './termLists.ts'

/** What is known of an article without its texts. */
export type SharedHead = Omit<Article, 'segments' | 'beads' | 'terms' | 'revision'>

/** Names of facts and fields of an article's row. */
export const BASE = 'base'
export const CHUNK = 'chunk/'
export const CONTENT = 'content/'
export const FORMERLY = 'formerly/'
export const DOUBT = 'doubt/'
export const TITLE = 'title/'
export const PROVENANCE = 'provenance/'
export const LEVEL = 'level'
export const ADDRESS = 'address'

/** What is said of a text: by its deck, and by the learner. */
export type About = Pick<Article, 'title' | 'provenance' | 'level' | 'address'>

/** The fields of what is said, by their names. */
export const aboutFields = (about: About): Readonly<Record<string, string>> => ({
  ...partsUnder(TITLE, about.title),
  ...partsUnder(PROVENANCE, about.provenance),
  ...(about.level === undefined ? {} : { [LEVEL]: about.level }),
  ...(about.address === undefined ? {} : { [ADDRESS]: about.address }),
})

/** Id of an article that is no deck: what two devices import is one article. */
export const articleIdOf = (contentHash: string): string => `a${contentHash}`

/** A name for every part of a value that is a field of its own. */
export const partsUnder = <T extends object>(
  prefix: string,
  value: T,
): Readonly<Record<string, T[keyof T]>> =>
  Object.fromEntries(Object.entries(value).map(([name, part]) => [prefix + name, part]))

/** The facts that say when an article came and what it is recognised by. */
export const arrivalFacts = (addedAt: number, contentHash: string) => ({
  [BASE]: { createdAt: addedAt },
  [CONTENT + contentHash]: { createdAt: addedAt },
})

const textOf = (row: Merged, field: string): string => {
  const value = fieldOf(row, field)
  return typeof value === 'string' ? value : ''
}

function addedAtOf(row: Merged): number {
  const base = valueOf(row.facts, BASE)
  const at: unknown = typeof base === 'object' && base !== null && Reflect.get(base, 'createdAt')
  return typeof at === 'number' ? at : 0
}

/** What an article's row says besides its texts. */
export function headOf(row: Merged): SharedHead {
  const provenance = (name: keyof Provenance) => textOf(row, PROVENANCE + name)
  const deck = newestDeck(row)
  const deleted = deletedAt(row)
  const level = textOf(row, LEVEL)
  const address = textOf(row, ADDRESS)
  return {
    id: row.id,
    title: { zh: textOf(row, `${TITLE}zh`), en: textOf(row, `${TITLE}en`) },
    provenance: {
      source: provenance('source'),
      author: provenance('author'),
      translator: provenance('translator'),
      date: provenance('date'),
      licence: provenance('licence'),
    },
    ...(level === '' ? {} : { level }),
    ...(address === '' ? {} : { address }),
    addedAt: addedAtOf(row),
    archived: fieldOf(row, 'archived') === true,
    contentHashes: inOrder(row, CONTENT).map(([hash]) => hash),
    ...(deck === 0 ? {} : { deckRevision: deck }),
    settledDoubts: [...under(row.fields, DOUBT)]
      .flatMap(([name, { v }]) => (v === true ? [name] : []))
      .sort(),
    ...(deleted === null ? {} : { deletedAt: deleted }),
  }
}

/** Ids under which an article was known before it was named by its content. */
export const formerIdsOf = (row: Merged): readonly string[] =>
  [...under(row.facts, FORMERLY)].map(([id]) => id).sort()

/** The row with everything a version is to speak of, and what the version says. */
export function withBody(
  row: Merged,
  revision: Sides<string>,
  alignment: Alignment,
  terms: string | TermList,
): { readonly row: Merged; readonly body: VersionBody } {
  const { names, chunks } = cutChunks(alignment)
  const list = typeof terms === 'string' ? { name: terms, fact: {} } : termsFact(terms)
  return {
    row: withFacts(row, { ...partsUnder(CHUNK, chunks), ...partsUnder(TERMS, list.fact) }),
    body: { revision, chunks: names, terms: list.name },
  }
}
