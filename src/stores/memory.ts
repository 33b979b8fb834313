import { keepQuietly } from '../storage/refusals.ts'
import { type Entry, type EntryDraft } from '../domain/srs/entries.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { kindsAsked } from '../domain/cards/kinds/chosen.ts'
import { indexedCards, queueNotes, type IndexedNote } from '../domain/cards/queueNotes.ts'
import { srsSettingsOf } from '../domain/learner/settings.ts'
import { AppError } from '../domain/errors.ts'
import type { Card, Level, Side } from '../domain/model.ts'
import { isStable as isStableState } from '../domain/srs/models.ts'
import {
  answered,
  backlogOf,
  buildQueue,
  hasMoreNew,
  rerankNew,
  summarise,
  type Queue,
  type QueueSummary,
} from '../domain/srs/queue/queue.ts'
import { cardNamed } from '../domain/srs/queue/notes.ts'
import { momentFor, type ReplayState } from '../domain/srs/replay.ts'
import type { Moment } from '../domain/time.ts'
import { noteIndex } from '../storage/derived/cardIndex.ts'
import { bringUpToDate, loadState } from '../storage/derived/memoryImage.ts'
import type { Undo } from '../storage/change.ts'
import { useChanges, type Change } from './changes.ts'
import { useDisk } from './disk.ts'
import { trackCounts } from './memory/counts.ts'
import { trackKnowledge, type Known } from './memory/knowledge.ts'
import { reviewsAhead } from './memory/ahead.ts'
import { add, NONE, type Late } from './memory/late.ts'
import { newCards } from './memory/newCards.ts'
import { NOTHING } from './memory/nothing.ts'
import { trackNewOrder } from './memory/newOrder.ts'
import { writing } from './memory/writing.ts'
import { useSettings } from './settings.ts'

export type { Known }

/** Minutes east of UTC. */
const offsetAt = (at: number): number => -new Date(at).getTimezoneOffset()

/** Entries after which what was to come today still is. */
const STAYS: ReadonlySet<string> = new Set(['answer', 'flag', 'weights'])

/** What the log says: where every card stands, what today holds, and which words are known. */
export const useMemory = defineStore('memory', () => {
  const disk = useDisk()
  const settings = useSettings()

  const notes = shallowRef<readonly IndexedNote[]>([])
  const queueable = computed(() => queueNotes(notes.value, kindsAsked(settings.learner.kindsOff)))
  /** All of them are made only where somebody counts them. */
  const cards = computed(() => indexedCards(notes.value))
  const summary = shallowRef<QueueSummary>(NOTHING)
  const loaded = ref(false)
  const loadedAt = ref(0)
  const begun = ref(false)
  /** Raised whenever `state` changed in place, so that what is computed from it is computed again. */
  const changes = ref(0)
  const knowledge = trackKnowledge((word) => counts.isStableWord(word))
  const order = trackNewOrder()
  let state: ReplayState | null = null
  let queue: Queue | null = null
  let more = 0
  let srs = srsSettingsOf(settings.learner)
  let learning = settings.learner.learning
  /** What the queue was made by. */
  let chosen = settings.learner
  let reading: Promise<void> | null = null
  /** What came while the disk was being read, which may have missed it. */
  let late: Late = NONE

  /** The moment as the scheduler counts it, where the learner is now. */
  function now(at = Date.now()): Moment {
    return state === null ? { at, utcOffset: offsetAt(at) } : momentFor(state, at, offsetAt)
  }

  /** Reads what is on disk the first time; afterwards only sees to it that the queue is today's. */
  async function load(): Promise<void> {
    const wanted = srsSettingsOf(settings.learner)
    const changed =
      learning !== settings.learner.learning || JSON.stringify(wanted) !== JSON.stringify(srs)
    if (changed) {
      srs = wanted
      learning = settings.learner.learning
      return await reread()
    }
    if (state === null) return await (reading ?? reread())
    // It was made a moment ago, as a rule: the entrance reads ahead of the screens.
    const { articleLimits, kindsOff } = settings.learner
    const isSame = chosen.articleLimits === articleLimits && chosen.kindsOff === kindsOff
    if (isSame && queue?.day === now().day) refresh()
    else rebuild()
  }

  async function read(): Promise<void> {
    const wanted = srs
    const device = await disk.open()
    const [index, replayed] = await Promise.all([
      noteIndex(device),
      loadState(device, wanted),
      knowledge.load(),
    ])
    if (wanted !== srs) return
    const { entries, texts } = late
    late = NONE
    notes.value = texts ? await noteIndex(device) : index
    state = await bringUpToDate(device, replayed, entries)
    rebuild()
    loaded.value = true
  }

  /** Reads the disk again. */
  async function reread(): Promise<void> {
    const mine = read()
    reading = mine
    try {
      await mine
    } finally {
      if (reading === mine) reading = null
    }
  }

  /** Whoever wrote it: own writes arrive here like those of another tab. */
  async function hear(change: Change): Promise<void> {
    const texts = change.notes.size + change.articles.size > 0
    if (reading !== null) late = add(late, change.entries, texts)
    if (state === null) return
    if (change.everything) return await reread()
    if (change.settings.has('learner')) await load()
    if (texts) notes.value = await noteIndex(await disk.open())
    const isPast = await take(change.entries)
    if (texts || isPast) rebuild()
    else if (change.entries.length > 0) goOn(change.entries)
    const words = await knowledge.hear(change.settings)
    if (words.filter(order.recheck).length > 0) showReranked()
  }
  useChanges().onChange(hear)

  function rebuild(): void {
    if (state === null) return
    chosen = settings.learner
    const moment = now()
    // What was asked for besides was asked for that day.
    if (queue !== null && queue.day !== moment.day) more = 0
    const input = {
      notes: queueable.value,
      states: state.cards,
      now: moment,
      settings: state.settings,
      more,
      limitsOf: (article: string) => chosen.articleLimits[article] ?? {},
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

  /** Brings the state up to date; whether the queue has to be made anew. */
  async function take(entries: readonly Entry[]): Promise<boolean> {
    if (state === null || entries.length === 0) return false
    const before = state
    state = await bringUpToDate(await disk.open(), before, entries)
    return state !== before || entries.some(({ type }) => !STAYS.has(type))
  }

  /** Goes on in the queue after answers, which use up the day's limits whoever gave them. */
  function goOn(entries: readonly Entry[]): void {
    if (queue === null) return
    let isReranked = false
    for (const entry of entries) {
      if (entry.type !== 'answer') continue
      begun.value = true
      const card = cardNamed(queue.input.notes, entry.card)
      if (card === null) continue
      answered(queue, card)
      if (order.recheck(counts.headwordOf(card))) isReranked = true
    }
    if (isReranked) rerankNew(queue)
    refresh()
  }
  function showReranked(): void {
    if (queue === null) return
    rerankNew(queue)
    refresh()
  }

  /** Entries as they stand in the log, on disk when the promise resolves. Throws what `appendEntries` throws. */
  async function append(drafts: readonly EntryDraft[]): Promise<readonly Entry[]> {
    try {
      const { appendEntries } = await writing()
      return await appendEntries(await disk.open(), drafts)
    } catch (error) {
      // Another tab was faster, and its message may be still on the way: its entry is in the log by now.
      if (error instanceof AppError && error.code === 'alreadyAnswered') await reread()
      throw error
    }
  }

  /** Tidies up when nothing else is to be done, as far as there is room: seals full segments and writes the image for the next start. */
  async function settle(): Promise<void> {
    if (state === null) return
    rebuild()
    const device = await disk.open()
    const { sealPending } = await writing()
    const { saveImage } = await import('../storage/derived/make/memoryImage.ts')
    await keepQuietly(() => sealPending(device))
    await saveImage(device, state)
  }

  /** Time went by: something may have come due, or the day may have ended. */
  function tick(): void {
    if (queue !== null && queue.day !== now().day) rebuild()
    else refresh()
  }

  /** Puts the new cards in their order, fewest unknown words first. For an idle moment: it may start the language thread. */
  async function arrangeNew(): Promise<void> {
    if (state === null || queue === null) return
    const { byArticle, headwords } = newCards(notes.value, learning, hasState)
    const side = learning
    const isKnown = (word: string, level: Level) => knowledge.of(word, level, side) === 'known'
    await order.arrange(byArticle, headwords, side, isKnown)
    showReranked()
  }

  const hasState = (card: string): boolean => state?.cards.has(card) ?? false

  function askForMore(count: number): void {
    more += count
    rebuild()
  }

  /** Reviews of each of the seven days after today. */
  const ahead = computed<readonly number[]>(() => {
    if (changes.value === 0 || state === null || queue === null) return []
    return reviewsAhead(state, queue.day, summary.value)
  })

  // For Today: a review need not count it with every answer.
  const backlog = computed(() => (changes.value > 0 && queue !== null ? backlogOf(queue) : 0))
  const canLearnMore = computed(() => changes.value > 0 && queue !== null && hasMoreNew(queue))

  const isStable = (card: Pick<Card, 'id'>): boolean => {
    const found = state?.cards.get(card.id)
    return state !== null && found !== undefined && isStableState(found, state.settings)
  }

  /** Marks a word as known, or as not known; how to take that back. */
  const sayKnown = (word: string, known = true): Promise<Undo | undefined> =>
    knowledge.say(word, known)

  const counts = trackCounts(notes, (card) => (changes.value === 0 ? null : isStable(card)))

  return {
    notes,
    cards,
    summary,
    loaded,
    loadedAt,
    begun,
    changes,
    nextAt: computed(() => summary.value.nextAt),
    ahead,
    backlog,
    canLearnMore,
    load,
    today,
    now,
    append,
    settle,
    tick,
    arrangeNew,
    askForMore,
    knowledgeOf: (key: string, level: Level, side: Side): Known => knowledge.of(key, level, side),
    sayKnown,
    isStable,
    cardsOf: counts.cardsOf,
    cardOf: counts.cardOf,
    fadedOf: counts.fadedOf,
  }
})
