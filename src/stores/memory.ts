import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { cardId, cardsOf as cardsOfNote, directionOf, hasKind } from '../domain/cards/cards.ts'
import { read as readKind } from '../domain/cards/kinds/read.ts'
import { indexedCards, queueNotes, type IndexedNote } from '../domain/cards/queueNotes.ts'
import { srsSettingsOf } from '../domain/learner/settings.ts'
import { AppError } from '../domain/errors.ts'
import type { Card, Entry, EntryDraft, Level, Side } from '../domain/model.ts'
import { isStable as isStableState } from '../domain/srs/models.ts'
import {
  buildQueue,
  hasMoreNew,
  rerankNew,
  summarise,
  type Queue,
  type QueueSummary,
} from '../domain/srs/queue/queue.ts'
import { momentFor, type ReplayState } from '../domain/srs/replay.ts'
import type { Moment } from '../domain/time.ts'
import { noteIndex } from '../storage/cardIndex.ts'
import type { Disk } from '../storage/database.ts'
import { bringUpToDate, loadState, saveImage } from '../storage/memoryImage.ts'
import { appendEntries, sealPending } from '../storage/reviewLog.ts'
import { subscribe } from '../storage/tabs.ts'
import { useDisk } from './disk.ts'
import { trackKnowledge, type Known } from './memory/knowledge.ts'
import { trackNewOrder } from './memory/newOrder.ts'
import { useProblems } from './problems.ts'
import { useSettings } from './settings.ts'

export type { Known }

const NOTHING: QueueSummary = {
  learning: 0,
  reviews: 0,
  fresh: 0,
  minutes: 0,
  backlog: 0,
  paused: false,
  nextAt: null,
}

/** What the log says: where every card stands, what today holds, and which words are known. */
export const useMemory = defineStore('memory', () => {
  const disk = useDisk()
  const settings = useSettings()
  const problems = useProblems()

  const notes = shallowRef<readonly IndexedNote[]>([])
  const queueable = computed(() => queueNotes(notes.value))
  /** All of them are made only where somebody counts them. */
  const cards = computed(() => indexedCards(notes.value))
  const summary = shallowRef<QueueSummary>(NOTHING)
  const loaded = ref(false)
  const loadedAt = ref(0)
  const begun = ref(false)
  /** Raised whenever `state` changed in place, so that what is computed from it is computed again. */
  const changes = ref(0)
  /** Raised whenever notes or articles may have changed on the disk. */
  const textsRead = ref(0)
  const knowledge = trackKnowledge(isStableWord)
  const order = trackNewOrder()
  let state: ReplayState | null = null
  let queue: Queue | null = null
  let more = 0
  let srs = srsSettingsOf(settings.learner)
  let learning = settings.learner.learning
  let limits = settings.learner.articleLimits
  let listening = false
  let reading: Promise<void> | null = null
  /** Entries that came while the disk was being read, which may have missed them. */
  let late: readonly Entry[] = []

  /** The moment as the scheduler counts it, where the learner is now. */
  function now(at = Date.now()): Moment {
    const utcOffset = -new Date(at).getTimezoneOffset()
    return state === null ? { at, utcOffset } : momentFor(state, at, utcOffset)
  }

  /** Reads what is on disk the first time; afterwards only sees to it that the queue is today's. */
  async function load(): Promise<void> {
    const wanted = srsSettingsOf(settings.learner)
    const changed =
      learning !== settings.learner.learning || JSON.stringify(wanted) !== JSON.stringify(srs)
    if (changed) {
      srs = wanted
      learning = settings.learner.learning
      return await reload()
    }
    if (state === null) return await (reading ?? reload())
    // It was made a moment ago, as a rule: the entrance reads ahead of the screens.
    const isCurrent = queue?.day === now().day && limits === settings.learner.articleLimits
    if (isCurrent) refresh()
    else rebuild()
  }

  async function read(): Promise<void> {
    const wanted = srs
    const device = await disk.open()
    if (!listening) listen(device)
    const [index, replayed] = await Promise.all([
      noteIndex(device),
      loadState(device, wanted),
      knowledge.load(),
    ])
    if (wanted !== srs) return
    notes.value = index
    textsRead.value += 1
    state = await bringUpToDate(device, replayed, late)
    late = []
    rebuild()
    loaded.value = true
  }

  function listen(device: Disk): void {
    listening = true
    subscribe(device, (change) => {
      if (change.kind === 'entries') void problems.attempt(() => takeOthers(change.entries))
      else if (change.kind !== 'settings') void problems.attempt(reload)
    })
  }

  /** Reads the disk again: after an import, a restored backup, or another tab's changes of notes. */
  async function reload(): Promise<void> {
    const mine = read()
    reading = mine
    try {
      await mine
    } finally {
      if (reading === mine) reading = null
    }
  }

  /** Only the card index again: after an import or an edit of notes in this tab. */
  async function reloadCards(): Promise<void> {
    if (state === null) return await load()
    notes.value = await noteIndex(await disk.open())
    textsRead.value += 1
    rebuild()
  }

  function rebuild(): void {
    if (state === null) return
    limits = settings.learner.articleLimits
    const moment = now()
    // What was asked for besides was asked for that day.
    if (queue !== null && queue.day !== moment.day) more = 0
    const input = {
      notes: queueable.value,
      states: state.cards,
      now: moment,
      settings: state.settings,
      more,
      limitsOf: (article: string) => limits[article] ?? {},
      newRank: order.rank,
      alike: order.alike,
    }
    queue = buildQueue(queue?.last ? { ...input, last: queue.last } : input)
    const { introducedToday, reviewedToday } = queue.survey
    begun.value = introducedToday.total + reviewedToday.total > 0
    refresh()
  }

  function refresh(): void {
    if (state === null || queue === null) return
    loadedAt.value = Date.now()
    summary.value = summarise(queue, loadedAt.value)
    changes.value += 1
  }

  /** What a review needs; everything in it is replaced when the past has to be looked at again. */
  function today(): { readonly state: ReplayState; readonly queue: Queue } {
    if (state === null || queue === null) throw new TypeError('memory is not loaded')
    return { state, queue }
  }

  /** Another tab's entries use up the day's limits, too. */
  async function takeOthers(entries: readonly Entry[]): Promise<void> {
    await take(entries)
    rebuild()
  }

  async function take(entries: readonly Entry[]): Promise<void> {
    if (reading !== null) late = [...late, ...entries]
    if (state === null) return
    const before = state
    state = await bringUpToDate(await disk.open(), before, entries)
    if (state !== before) return rebuild()
    if (entries.some(({ type }) => type === 'answer')) begun.value = true
    refresh()
  }

  /** A word that became known, or unknown again, changes the order of the new cards. */
  function recheck(word: string): void {
    if (order.recheck(word)) showReranked()
  }

  function showReranked(): void {
    if (queue === null) return
    rerankNew(queue)
    refresh()
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

  /**
   * Puts the new cards in their order, fewest unknown words first. For an idle moment: it may start the language thread.
   * Where there is no dictionary yet, they stay in the order they came.
   */
  async function arrangeNew(): Promise<void> {
    if (state === null || queue === null) return
    const byArticle = new Map<string, Set<string>>()
    const headwords = new Map<string, string>()
    const { cards: states } = state
    for (const note of notes.value) {
      if (note.article === '' || note.learning !== learning) continue
      if (cardsOfNote(note).every(({ id }) => states.has(id))) continue
      const others = byArticle.get(note.article)
      if (others === undefined) byArticle.set(note.article, new Set([note.id]))
      else others.add(note.id)
      headwords.set(note.id, note.headword)
    }
    const side = learning
    try {
      await order.arrange(byArticle, headwords, side, (word, level) => {
        return knowledge.of(word, level, side) === 'known'
      })
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'dictionaryUnavailable')) throw error
    }
    showReranked()
  }

  function askForMore(count: number): void {
    more += count
    rebuild()
  }

  const canLearnMore = computed(() => changes.value > 0 && queue !== null && hasMoreNew(queue))

  const isStable = (card: Pick<Card, 'id'>): boolean => {
    const found = state?.cards.get(card.id)
    return state !== null && found !== undefined && isStableState(found, state.settings)
  }

  /** The notes of words that are read. */
  const readNotes = computed(() => {
    const words = new Map<string, IndexedNote>()
    for (const note of notes.value) {
      if (note.kind === 'term' && hasKind(note, readKind)) words.set(note.headword, note)
    }
    return words
  })

  /** Whether the reading card of a word is stable; null when it has none. */
  function isStableWord(word: string): boolean | null {
    const note = readNotes.value.get(word)
    if (note === undefined || changes.value === 0) return null
    return isStable({ id: cardId(note.id, readKind.kind, directionOf(readKind, note.learning)) })
  }

  async function sayKnown(word: string, known = true): Promise<void> {
    await knowledge.say(word, known)
    recheck(word)
  }

  /** Notes and matured sentences of every article, for the lists of articles. */
  const byArticle = computed(() => {
    const counts = new Map<string, { notes: number; faded: number }>()
    if (changes.value === 0 || state === null) return counts
    for (const note of notes.value) {
      const faded = note.kind === 'sentence' && cardsOfNote(note).some(isStable)
      for (const article of note.articles) {
        const count = counts.get(article) ?? { notes: 0, faded: 0 }
        counts.set(article, count)
        count.notes += 1
        if (faded) count.faded += 1
      }
    }
    return counts
  })
  const cardsOf = (article: string): number => byArticle.value.get(article)?.notes ?? 0
  const fadedOf = (article: string): number => byArticle.value.get(article)?.faded ?? 0

  return {
    notes,
    cards,
    summary,
    loaded,
    loadedAt,
    begun,
    changes,
    textsRead,
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
    arrangeNew,
    recheck,
    askForMore,
    knowledgeOf: (key: string, level: Level, side: Side): Known => knowledge.of(key, level, side),
    sayKnown,
    isStable,
    cardsOf,
    fadedOf,
  }
})
