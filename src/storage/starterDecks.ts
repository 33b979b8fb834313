import index from '../../decks/index.json'
import type { Sides } from '../domain/model.ts'

/** A deck that comes with the app. */
export interface StarterDeck {
  readonly file: string
  readonly id: string
  readonly title: Sides<string>
  readonly level: string
  readonly sentences: number
  readonly revision: number
}

const urls = import.meta.glob<string>('../../decks/*.json', {
  query: '?url',
  import: 'default',
  eager: true,
})

/** The decks that come with the app, easiest first. */
export const STARTER_DECKS: readonly StarterDeck[] = index

/** The deck file as it was built; part of the precache, so it is there offline. */
export async function readStarterDeck(deck: StarterDeck): Promise<Uint8Array<ArrayBuffer>> {
  const url = urls[`../../decks/${deck.file}`]
  if (url === undefined) throw new RangeError(`no deck ${deck.file}`)
  const response = await fetch(url)
  if (!response.ok) throw new Error(`${response.status} ${url}`)
  return new Uint8Array(await response.arrayBuffer())
}
