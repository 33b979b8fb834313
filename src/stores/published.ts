import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import { type PublishedDeck, publishedIn, webAddress } from '../domain/article/publishedDecks.ts'
import { ShelfError } from '../sync/shelf.ts'
import { type SyncClient, syncClient } from '../sync/thread/client.ts'
import { useImporting } from './importing.ts'
import { useLibrary } from './library.ts'

/** Why nothing came from an address. */
export type PublishedTrouble =
  | 'badAddress'
  | 'unreachable'
  | 'notThere'
  | 'tooLarge'
  | 'trouble'
  | 'noDeck'

/** A newer revision of a deck that is here and followed. */
export interface NewerDeck extends PublishedDeck {
  readonly revision: number
}

function troubleOf(error: unknown): PublishedTrouble {
  if (!(error instanceof ShelfError)) throw error
  const known = (['unreachable', 'notThere', 'tooLarge'] as const).find((one) => one === error.code)
  return known ?? 'trouble'
}

/** Decks at addresses that the learner typed in. Nothing is asked for of itself, and nothing changes before they say so. */
export const usePublished = defineStore('published', () => {
  const importing = useImporting()
  const library = useLibrary()
  const busy = ref(false)
  const trouble = ref<PublishedTrouble | null>(null)
  /** What the list at an address offers. */
  const offered = shallowRef<readonly PublishedDeck[]>([])
  /** Of the decks that are followed; null before anybody looked. */
  const newer = shallowRef<readonly NewerDeck[] | null>(null)
  let client: SyncClient | null = null

  async function read(address: string): Promise<Uint8Array<ArrayBuffer>> {
    return await (client ??= syncClient()).published(address)
  }

  async function working(work: () => Promise<void>): Promise<void> {
    if (busy.value) return
    busy.value = true
    trouble.value = null
    try {
      await work()
    } catch (error) {
      trouble.value = troubleOf(error)
    } finally {
      busy.value = false
    }
  }

  /** Takes the deck at an address into an import, or shows the decks that a list there offers; whether an import began. */
  async function add(typed: string): Promise<boolean> {
    let began = false
    await working(async () => {
      offered.value = []
      const address = webAddress(typed)
      if (address === null) {
        trouble.value = 'badAddress'
        return
      }
      const bytes = await read(address)
      const found = publishedIn(new TextDecoder().decode(bytes), address)
      if (found.kind === 'other') trouble.value = 'noDeck'
      else if (found.kind === 'catalogue') offered.value = found.decks
      else {
        await importing.takeDeckFrom(address, new File([bytes], 'deck.json'))
        began = true
      }
    })
    return began
  }

  /** Looks whether there are newer revisions of the decks that are followed. One that cannot be had stops no other. */
  async function look(): Promise<void> {
    await working(async () => {
      await library.load()
      const found: NewerDeck[] = []
      for (const { id, title, level = '', address = '', deckRevision = 0 } of library.articles) {
        const from = webAddress(address)
        if (address === '' || from === null) continue
        try {
          const deck = publishedIn(new TextDecoder().decode(await read(from)), from)
          if (deck.kind === 'deck' && deck.id === id && deck.revision > deckRevision)
            found.push({ title, level, address: from, revision: deck.revision })
        } catch (error) {
          trouble.value = troubleOf(error)
        }
      }
      newer.value = found
    })
  }

  return { busy, trouble, offered, newer, add, look }
})
