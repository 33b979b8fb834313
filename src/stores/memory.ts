import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { knowledgeOf as knowledgeOfWord } from '../domain/coverage.ts'
import { atOrBelow, type LearnerSettings } from '../domain/learner.ts'
import type { Card, Entry, Level, Side } from '../domain/model.ts'
import { isLocked, STABLE_DAYS } from '../domain/cards/cards.ts'
import { buildQueue, summarise, type Queue, type QueueSummary } from '../domain/srs/queue.ts'
import { dayCounts, momentFor, type ReplayState } from '../domain/srs/replay.ts'
import { DEFAULT_SRS_SETTINGS, type SrsSettings } from '../domain/srs/settings.ts'
import type { Moment } from '../domain/time.ts'
import { cardIndex, type IndexedCard } from '../storage/cardIndex.ts'
import { bringUpToDate, loadState, saveImage } from '../storage/memoryImage.ts'
import { appendEntries, sealPending, type EntryDraft } from '../storage/reviewLog.ts'
import { markKnown, readKnown } from '../storage/settings.ts'
import { subscribe } from '../storage/tabs.ts'
import { useDisk } from './disk.ts'
import { useProblems } from './problems.ts'
import { useSettings } from './settings.ts'

/** How well a word is known. */
export type Known = 'new' | 'learning' | 'known'

const NOTHING: QueueSummary = {
  learning: 0,
  reviews: 0,
  fresh: 0,
  minutes: 0,
  backlog: 0,
  paused: false,
  nextAt: null,
}

const srsSettingsOf = (learner: LearnerSettings): SrsSettings => ({
  ...DEFAULT_SRS_SETTINGS,
  newPerDay: learner.newPerDay,
  reviewsPerDay: learner.reviewsPerDay,
  desiredRetention: learner.desiredRetention,
  rolloverHour: learner.rolloverHour,
  twoButtons: learner.buttons === 'two',
})

/** What the log says: where every card stands, what today holds, and which words are known. */
export const useMemory = defineStore('memory', () => {
  const disk = useDisk()
  const settings = useSettings()
  const problems = useProblems()

  const cards = shallowRef<readonly IndexedCard[]>([])
  const summary = shallowRef<QueueSummary>(NOTHING)
  const loaded = ref(false)
  const loadedAt = ref(0)
  const begun = ref(false)
  const said = shallowRef<ReadonlySet<string>>(new Set())
  /** Raised whenever `state` changed in place, so that what is computed from it is computed again. */
  const changes = ref(0)
  let state: ReplayState | null = null
  let queue: Queue | null = null
  let more = 0
  let srs = srsSettingsOf(settings.learner)
  let learning = settings.learner.learning
  let listening = false

  /** The moment as the scheduler counts it, where the learner is now. */
  function now(at = Date.now()): Moment {
    const utcOffset = -new Date(at).getTimezoneOffset()
    return state === null ? { at, utcOffset } : momentFor(state, at, utcOffset)
  }

  /** Reads what is on disk the first time; afterwards only sees to it that the queue is today's. */
  async function load(): Promise<void> {
    const wanted = srsSettingsOf(settings.learner)
    if (
      state === null ||
      learning !== settings.learner.learning ||
      JSON.stringify(wanted) !== JSON.stringify(srs)
    ) {
      srs = wanted
      learning = settings.learner.learning
      const device = await disk.open()
      if (!listening) listen(device)
      const [index, replayed, words] = await Promise.all([
        cardIndex(device),
        loadState(device, srs),
        readKnown(device, settings.learner.learning),
      ])
      cards.value = index
      state = replayed
      said.value = words
    }
    rebuild()
    loaded.value = true
  }

  function listen(device: Awaited<ReturnType<typeof disk.open>>): void {
    listening = true
    subscribe(device, (change) => {
      if (change.kind === 'entries') void problems.attempt(() => take(change.entries))
      else if (change.kind !== 'settings') void problems.attempt(reload)
    })
  }

  /** Reads the disk again: after an import, a restored backup, or another tab's changes of notes. */
  async function reload(): Promise<void> {
    state = null
    await load()
  }

  /** Only the card index again: after an import or an edit of notes in this tab. */
  async function reloadCards(): Promise<void> {
    if (state === null) return await load()
    cards.value = await cardIndex(await disk.open())
    rebuild()
  }

  function rebuild(): void {
    if (state === null) return
    const moment = now()
    const { cards: states } = state
    const input = {
      cards: cards.value.filter((card) => !isLocked(card, (id) => states.get(id))),
      states,
      now: moment,
      settings: state.settings,
      more,
    }
    queue = buildQueue(queue?.last ? { ...input, last: queue.last } : input)
    refresh()
  }

  function refresh(): void {
    if (state === null || queue === null) return
    loadedAt.value = Date.now()
    summary.value = summarise(queue, loadedAt.value)
    const done = dayCounts(state, queue.day)
    begun.value = done.introduced + done.reviewed > 0
    changes.value += 1
  }

  /** What a review needs; everything in it is replaced when the past has to be looked at again. */
  function today(): { readonly state: ReplayState; readonly queue: Queue } {
    if (state === null || queue === null) throw new TypeError('memory is not loaded')
    return { state, queue }
  }

  async function take(entries: readonly Entry[]): Promise<void> {
    if (state === null) return
    const before = state
    state = await bringUpToDate(await disk.open(), before, entries)
    if (state !== before) rebuild()
    else refresh()
  }

  /** Entries as they stand in the log, on disk when the promise resolves. Throws what {@link appendEntries} throws. */
  async function append(drafts: readonly EntryDraft[]): Promise<readonly Entry[]> {
    const entries = await appendEntries(await disk.open(), drafts)
    await take(entries)
    return entries
  }

  /** Tidies up when nothing else is to be done: seals full segments and writes the image for the next start. */
  async function settle(): Promise<void> {
    if (state === null) return
    const device = await disk.open()
    await sealPending(device)
    await saveImage(device, state)
  }

  function askForMore(count: number): void {
    more += count
    rebuild()
  }

  const canLearnMore = computed(() => {
    if (changes.value === 0 || state === null || queue === null) return false
    const { cards: states } = state
    const waiting = new Set(queue.fresh.slice(queue.freshDone).map((card) => card.id))
    return cards.value.some(
      (card) =>
        !states.has(card.id) &&
        !waiting.has(card.id) &&
        !isLocked(card, (id) => states.get(id)) &&
        !queue!.takenNotes.has(card.note),
    )
  })

  /** Stability in days of each headword's reading card; 0 for one not answered yet. */
  const stabilities = computed(() => {
    const words = new Map<string, number>()
    if (changes.value === 0 || state === null) return words
    for (const card of cards.value) {
      if (card.noteKind !== 'term' || card.kind !== 'read') continue
      words.set(card.headword, state.cards.get(card.id)?.memory?.stability ?? 0)
    }
    return words
  })

  /** Whether a word of `side` is known, being learnt, or new to this learner. */
  function knowledgeOf(key: string, level: Level, side: Side): Known {
    return knowledgeOfWord(
      { key, level },
      {
        said: said.value,
        declared: (one) => atOrBelow(one, side, settings.learner),
        stability: (word) => stabilities.value.get(word) ?? null,
      },
    )
  }

  async function sayKnown(word: string, known = true): Promise<void> {
    const words = new Set(said.value)
    if (known) words.add(word)
    else words.delete(word)
    said.value = words
    await markKnown(await disk.open(), settings.learner.learning, [word], known)
  }

  /** Notes and matured sentences of every article, for the lists of articles. */
  const byArticle = computed(() => {
    const counts = new Map<string, { notes: Set<string>; faded: number }>()
    if (changes.value === 0 || state === null) return counts
    for (const card of cards.value) {
      for (const article of card.articles) {
        const count = counts.get(article) ?? { notes: new Set(), faded: 0 }
        counts.set(article, count)
        count.notes.add(card.note)
        if (card.noteKind === 'sentence' && isStable(card)) count.faded += 1
      }
    }
    return counts
  })
  const isStable = (card: Pick<Card, 'id'>): boolean =>
    (state?.cards.get(card.id)?.memory?.stability ?? 0) >= STABLE_DAYS
  const cardsOf = (article: string): number => byArticle.value.get(article)?.notes.size ?? 0
  const fadedOf = (article: string): number => byArticle.value.get(article)?.faded ?? 0

  return {
    cards,
    summary,
    loaded,
    loadedAt,
    begun,
    said,
    changes,
    nextAt: computed(() => summary.value.nextAt),
    canLearnMore,
    load,
    reload,
    reloadCards,
    today,
    now,
    append,
    settle,
    refresh,
    rebuild,
    askForMore,
    knowledgeOf,
    sayKnown,
    isStable,
    cardsOf,
    fadedOf,
  }
})
