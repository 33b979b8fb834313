import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { AppError } from '../domain/errors.ts'
import {
  shelfCoverage,
  textsThatFit,
  type ShelfText,
  type ShelfWords,
} from '../domain/learner/shelf.ts'
import type { Side } from '../domain/model.ts'
import {
  keptStarterDecks,
  readCatalogue,
  readShelfWords,
  readStarterDeck,
} from '../storage/starterDecks.ts'
import { useLibrary } from './library.ts'
import { useMemory } from './memory.ts'
import { useSettings } from './settings.ts'

/** The texts that come with the app: how much of each this learner can read, which are on this device, and which fits next. */
export const useShelf = defineStore('shelf', () => {
  const library = useLibrary()
  const memory = useMemory()
  const settings = useSettings()

  const texts = shallowRef<readonly ShelfText[]>([])
  const words = shallowRef<{ readonly side: Side; readonly of: ShelfWords } | null>(null)
  /** Files that open without a network. */
  const kept = shallowRef<ReadonlySet<string>>(new Set())
  /** What is being taken along: whose key, how many of its texts are here. */
  const taking = ref<{ readonly key: string; readonly done: number; readonly of: number } | null>(
    null,
  )
  let abort: AbortController | null = null

  const learning = computed(() => settings.learner.learning)

  /** Shares of the running words that are known, by a text's id, 0 … 1; empty until the words are there. */
  const covered = computed<ReadonlyMap<string, number>>(() => {
    const found = words.value
    if (found === null || found.side !== learning.value || memory.changes < 0) return new Map()
    return shelfCoverage(
      found.of,
      found.side,
      (key, level) => memory.knowledgeOf(key, level, found.side) === 'known',
    )
  })
  /** What can be read next, what fits best first; none when everything was taken, or nothing is known of the texts yet. */
  const fitting = computed(() =>
    covered.value.size === 0
      ? []
      : textsThatFit(texts.value, covered.value, library.ids, settings.learner),
  )
  const next = computed(() => fitting.value[0] ?? null)

  /** Reads the catalogue, once, and the words of the side that is learnt. */
  async function load(): Promise<void> {
    await Promise.all([memory.load(), library.load()])
    if (texts.value.length === 0) texts.value = await readCatalogue()
    await look()
    const side = learning.value
    if (words.value?.side !== side) words.value = { side, of: await readShelfWords(side) }
  }

  /** The same where nobody asked for it: that it cannot be had now is no problem. */
  async function loadQuietly(): Promise<void> {
    try {
      await load()
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'textUnavailable')) throw error
    }
  }

  async function look(): Promise<void> {
    kept.value = await keptStarterDecks(texts.value.map(({ file }) => file))
  }

  /** Fetches texts so that they open without a network; `key` tells what they are. Cancelled, those that came stay. */
  async function takeAlong(key: string, wanted: readonly ShelfText[]): Promise<void> {
    cancel()
    const own = new AbortController()
    abort = own
    const missing = wanted.filter(({ file }) => !kept.value.has(file))
    taking.value = { key, done: 0, of: missing.length }
    try {
      for (const [at, { file }] of missing.entries()) {
        await readStarterDeck(file, own.signal)
        if (abort === own) taking.value = { key, done: at + 1, of: missing.length }
      }
    } catch (error) {
      if (!own.signal.aborted) throw error
    } finally {
      if (abort === own) {
        abort = null
        taking.value = null
      }
      await look()
    }
  }

  function cancel(): void {
    abort?.abort()
  }

  return {
    learning,
    texts,
    covered,
    kept,
    taking,
    fitting,
    next,
    load,
    loadQuietly,
    look,
    takeAlong,
    cancel,
  }
})
