import type { Level, Side } from '../../domain/model.ts'
import {
  lookAlike,
  newOrder,
  type NewOrder,
  type Spelled,
} from '../../domain/srs/queue/newOrder.ts'
import { useDisk } from '../disk.ts'
import { useLanguage } from '../language.ts'
import { unlessNoDictionary } from '../unlessNoDictionary.ts'

/** After all cards whose focus is known, in the order they came. */
const UNRANKED = 1e6

/**
 * The order of new cards, i+1 first. A part of the memory store: it is made after the start, in idle moments, and until then new
 * cards come in the order they were added.
 */
export function trackNewOrder() {
  const disk = useDisk()
  const language = useLanguage()
  let order: NewOrder | null = null
  let isKnown: (word: string) => boolean = () => false
  let spelled: ReadonlyMap<string, Spelled> = new Map()

  /**
   * Makes the order anew for these articles; where there is no dictionary yet, it stays as it is.
   *
   * @param noteNeeded ids of notes with a new card, by article
   * @param headwords of the notes
   */
  async function arrange(...given: Parameters<typeof arrangeNow>): Promise<void> {
    await unlessNoDictionary(arrangeNow(...given))
  }

  async function arrangeNow(
    noteNeeded: ReadonlyMap<string, ReadonlySet<string>>,
    headwords: ReadonlyMap<string, string>,
    learning: Side,
    known: (word: string, level: Level) => boolean,
  ): Promise<void> {
    const levels = new Map<string, Level>()
    const foci: { card: string; words: string[]; rarity: number }[] = []
    const spellings = new Map<string, Spelled>()
    // Not on the start path.
    const { fociOf } = await import('./foci.ts')
    const device = await disk.open()
    for (const [article, notes] of noteNeeded) {
      const record = await fociOf(device, article, notes, learning, language.open)
      if (record === null) continue
      for (const { key, level } of record.words) levels.set(key, level)
      for (const { note, reading, rarity, words } of record.foci) {
        if (!notes.has(note)) continue
        const keys = words.flatMap((place) => record.words[place]?.key ?? [])
        foci.push({ card: note, words: keys, rarity })
        const headword = headwords.get(note) ?? ''
        if (headword !== '') spellings.set(note, { headword, reading })
      }
    }
    isKnown = (word) => known(word, levels.get(word) ?? {})
    order = newOrder(foci, isKnown)
    spelled = spellings
  }

  /** A note's place among those with new cards. */
  function rank(note: string): number {
    const place = order?.rank(note) ?? Infinity
    return Number.isFinite(place) ? place : UNRANKED
  }

  function alike(a: string, b: string): boolean {
    const [one, other] = [spelled.get(a), spelled.get(b)]
    return one !== undefined && other !== undefined && a !== b && lookAlike(one, other)
  }

  /** Looks again whether a word is known; whether that changed any card's place. */
  function recheck(word: string): boolean {
    return (order?.setKnown(word, isKnown(word)).length ?? 0) > 0
  }
  return { arrange, rank, alike, recheck }
}
