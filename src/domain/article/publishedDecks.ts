import type { Sides } from '../model.ts'

/** A deck that is published somewhere. */
export interface PublishedDeck {
  readonly address: string
  readonly title: Sides<string>
  readonly level: string
}

/** What lies at an address: a deck, a list of decks, or something else. */
export type Published =
  | { readonly kind: 'deck'; readonly id: string; readonly revision: number }
  | { readonly kind: 'catalogue'; readonly decks: readonly PublishedDeck[] }
  | { readonly kind: 'other' }

/** More are on no list that a person reads. */
const MOST_DECKS = 1_000

const valueIn = (of: unknown, name: string): unknown =>
  typeof of === 'object' && of !== null && Object.hasOwn(of, name)
    ? Reflect.get(of, name)
    : undefined
const textIn = (of: unknown, name: string): string => {
  const value = valueIn(of, name)
  return typeof value === 'string' ? value : ''
}

/** The address that somebody typed, whole; null when it is none of the web. */
export function webAddress(typed: string, base?: string): string | null {
  const said = typed.trim()
  const whole = base !== undefined || /^[a-z][a-z\d+.-]*:/i.test(said) ? said : `https://${said}`
  if (said === '' || !URL.canParse(whole, base)) return null
  const { protocol, username, href } = new URL(whole, base)
  return (protocol === 'https:' || protocol === 'http:') && username === '' ? href : null
}

/**
 * What a file at an address is. A catalogue is a list as `decks/index.json` is: of each deck its file, beside the list or
 * anywhere, its title and its level.
 */
export function publishedIn(text: string, address: string): Published {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return { kind: 'other' }
  }
  if (textIn(value, 'format') === 'duizhao-deck') {
    const revision = valueIn(value, 'revision')
    return {
      kind: 'deck',
      id: textIn(value, 'id'),
      revision: typeof revision === 'number' ? revision : 0,
    }
  }
  if (!Array.isArray(value)) return { kind: 'other' }
  const decks = value.slice(0, MOST_DECKS).flatMap((one: unknown): readonly PublishedDeck[] => {
    const file = textIn(one, 'file')
    const found = file === '' ? null : webAddress(file, address)
    const names = valueIn(one, 'title')
    const title = { zh: textIn(names, 'zh'), en: textIn(names, 'en') }
    return found === null ? [] : [{ address: found, title, level: textIn(one, 'level') }]
  })
  return decks.length === 0 ? { kind: 'other' } : { kind: 'catalogue', decks }
}
