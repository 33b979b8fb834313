import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { AppError } from '../domain/errors.ts'
import type { Note, Rating } from '../domain/model.ts'
import type { EditsSent } from '../domain/notes/noteRow.ts'
import { standingOf } from '../domain/cards/standing.ts'
import {
  comingSoon,
  dropped,
  nextCard,
  type Queue,
  type QueueCard,
} from '../domain/srs/queue/queue.ts'
import { practiceOrder } from '../domain/srs/queue/survey.ts'
import type { Moment } from '../domain/time.ts'
import type { Undo } from '../storage/change.ts'
import { deleteNote, editNote } from '../storage/notes.ts'
import { cardActions } from './review/applyAction.ts'
import type { CardAction } from './review/cardActions.ts'
import { trackButtons } from './review/cardButtons.ts'
import { effectOn } from './review/effectOn.ts'
import { trackHint } from './review/cardHint.ts'
import { oneAtATime } from './review/oneAtATime.ts'
import { cardSources, type ShownCard } from './review/cardSources.ts'
import { trackSession } from './review/session.ts'
import { useChanges, type Change } from './changes.ts'
import { untilIdle } from './idle.ts'
import { useDisk } from './disk.ts'
import { useMemory } from './memory.ts'
import { useSettings } from './settings.ts'
import { useUndo, type Doing } from './undo.ts'

/** A session: the card that is shown, what its buttons mean, and everything this session did, in order. */
export const useReview = defineStore('review', () => {
  const disk = useDisk()
  const memory = useMemory()
  const stack = useUndo()
  const settings = useSettings()
  const sources = cardSources(disk.open, (card) => {
    const { cards, settings: srs } = memory.today().state
    const found = cards.get(card)
    return { reps: found?.reps ?? 0, ...standingOf(card, found, srs, settings.learner.kindsOff) }
  })
  const apply = cardActions()

  const current = shallowRef<ShownCard | null>(null)
  /** Raised with every card that comes up, the same card again included. */
  const shown = ref(0)
  const ready = ref(false)
  const busy = ref(false)
  const once = oneAtATime(busy)
  const lastArticle = ref<string | null>(null)
  const moment = shallowRef<Moment | null>(null)
  const hint = trackHint(current)
  const session = trackSession()
  const buttons = trackButtons(current, moment)
  /** The note of a card that was just forgotten once too often. */
  const leech = shallowRef<{ readonly card: string; readonly note: Note } | null>(null)
  /** Cards still to come in a practice; null while this is a review. */
  const practice = shallowRef<readonly QueueCard[] | null>(null)
  let shownAt = 0

  useChanges().onChange(hear)
  /** A card that changed is drawn anew; one that is gone, or that another tab was faster to answer, is passed over. */
  async function hear(change: Change): Promise<void> {
    if (change.everything || change.notes.size + change.articles.size > 0) sources.forget()
    const up = current.value?.question.card.id
    for (const entry of change.entries)
      if (entry.type === 'flag' && entry.card === up) buttons.flagged(entry.id)
    if (current.value === null || busy.value) return
    const what = effectOn(current.value, change)
    if (what === 'answered' && practice.value === null) await showNext()
    if (what === 'changed' && !(await show(current.value.question.card.id))) await leave()
  }

  const left = computed(() =>
    practice.value === null
      ? memory.summary.learning + memory.summary.reviews + memory.summary.fresh
      : practice.value.length,
  )
  const canUndo = computed(() => stack.lastOf('review') !== null)
  const answered = computed(() => stack.count('review.answered'))
  const begin = (): Promise<void> => start(() => null)
  /** Asks what was learnt already, least sure first, and writes nothing: no schedule moves. */
  const beginPractice = (): Promise<void> => start(({ input, day }) => practiceOrder(input, day))

  async function start(practised: (queue: Queue) => readonly QueueCard[] | null): Promise<void> {
    await memory.load()
    practice.value = practised(memory.today().queue)
    stack.forget('review')
    session.forget()
    lastArticle.value = null
    leech.value = null
    await showNext()
    ready.value = true
  }

  /** The next card, or the end of the session. A card whose note is gone is passed over. */
  async function showNext(): Promise<void> {
    for (;;) {
      const { queue } = memory.today()
      const next = practice.value === null ? nextCard(queue, Date.now()) : practice.value[0]
      if (next === null || next === undefined) break
      if (await show(next.id)) return
      if (practice.value === null) dropped(queue, next)
      else practice.value = practice.value.slice(1)
    }
    current.value = null
  }

  async function show(cardId: string): Promise<boolean> {
    const found = await sources.read(cardId)
    if (found === null) return false
    current.value = found
    moment.value = memory.now()
    shownAt = Date.now()
    buttons.reset()
    hint.hide()
    shown.value += 1
    if (found.question.article) lastArticle.value = found.question.article.id
    return true
  }

  /** Gets ready what the answer and the next cards will need, when the page is idle. */
  async function readAhead(): Promise<void> {
    await untilIdle(250, { timeout: 250 })
    if (current.value === null) return
    buttons.workOut()
    const cards = practice.value?.slice(1, 2) ?? comingSoon(memory.today().queue)
    sources.prepare(cards, current.value.question.card.id)
  }

  /** Writes the answer, and only then draws the next card. */
  async function answer(rating: Rating): Promise<void> {
    await once(current.value, async (card) => {
      leech.value = null
      try {
        if (practice.value === null) await write(card, rating)
        else practise(practice.value, card, rating)
      } catch (error) {
        // Another tab was faster: its entry is in the log by now, this card is done.
        if (error instanceof AppError && error.code === 'alreadyAnswered') await showNext()
        throw error
      }
      await showNext()
    })
  }

  async function write(card: ShownCard, rating: Rating): Promise<void> {
    const { id } = card.question.card
    const isNew = !memory.today().state.cards.get(id)?.reps
    const pressed = buttons.press(rating, Date.now(), shownAt)
    const [entry] = pressed === null ? [] : await memory.append([pressed.draft])
    if (entry === undefined) return
    const forgetIt = session.add(card, rating, isNew)
    const takeBack = () => memory.append([{ type: 'void', entry: entry.id }])
    remember('review.answered', id, () => takeBack().then(forgetIt))
    if (pressed?.leech) leech.value = { card: id, note: card.note }
  }

  /** What was forgotten comes again at the end. */
  function practise(cards: readonly QueueCard[], card: ShownCard, rating: Rating): void {
    const [done, ...rest] = cards
    if (done === undefined) return
    practice.value = rating === 'again' ? [...rest, done] : rest
    const forgetIt = session.add(card, rating, false)
    remember('review.answered', done.id, async () => forgetIt(), cards)
  }

  /**
   * Keeps how something is taken back; its card comes up again then.
   *
   * @param cards of the practice, as they were before
   */
  function remember(what: Doing, card: string, back?: Undo, cards = practice.value): void {
    if (back === undefined) return
    const undoStep = async () => {
      busy.value = true
      leech.value = null
      try {
        await back()
        practice.value = cards
        if (!(await show(card))) await showNext()
      } finally {
        busy.value = false
      }
    }
    stack.push({ what, title: '', place: 'review', undo: undoStep })
  }

  /** Takes back the last thing done in this session; false when there is nothing. */
  const undo = async (): Promise<boolean> => !busy.value && (await stack.undo('review')) !== null

  /** What the card's menu does. A flag leaves the card where it is; everything else goes on to the next. */
  async function act(action: CardAction): Promise<void> {
    await once(current.value, async ({ question, note }) => {
      const { id } = question.card
      remember('review.acted', id, await apply(action, id, note))
      if (action.do !== 'flag') await leave()
    })
  }

  /** Deletes the note of the card that is shown: the next one comes. */
  async function remove(): Promise<void> {
    await once(current.value, async ({ question, note }) => {
      const { undo: back } = await deleteNote(await disk.open(), note.id)
      remember('review.acted', question.card.id, back)
      await leave()
    })
  }

  async function leave(): Promise<void> {
    practice.value = practice.value?.slice(1) ?? null
    await showNext()
  }

  /** Writes the learner's own wording over the term; the card stays up, its memory untouched. */
  async function edit(edits: EditsSent): Promise<void> {
    await once(current.value, async ({ question, note }) => {
      if (note.kind === 'term') await rewrite(question.card.id, note, edits)
    })
  }

  async function rewrite(card: string, before: Note, edits: EditsSent): Promise<void> {
    if (Object.keys(edits).length === 0) return
    const { undo: back } = await editNote(await disk.open(), before.id, edits)
    remember('review.acted', card, back)
    const up = current.value
    if (up?.note.id === before.id) await show(up.question.card.id)
  }

  /** What becomes of the card that was forgotten too often: it is put aside, or worded anew; null leaves it as it is. */
  async function treatLeech(how: 'suspend' | EditsSent | null): Promise<void> {
    await once(leech.value, async ({ card, note }) => {
      if (how === 'suspend') {
        remember('review.acted', card, await apply({ do: 'suspend' }, card, note))
        if (current.value?.question.card.id === card) await leave()
      } else if (how !== null) await rewrite(card, note, how)
      leech.value = null
    })
  }

  /** Time went by: a learning card may have come due, the interval on a button may have changed. */
  async function tick(): Promise<void> {
    memory.tick()
    if (current.value !== null) moment.value = memory.now()
    else if (ready.value && practice.value === null) await showNext()
  }

  async function more(): Promise<void> {
    memory.askForMore(5)
    await showNext()
  }

  /** Leaves the session: what it did stays, what it can undo ends. */
  async function end(): Promise<void> {
    current.value = null
    ready.value = false
    stack.forget('review')
    practice.value = null
    sources.forget()
    await memory.settle()
  }

  return {
    question: computed(() => current.value?.question ?? null),
    note: computed(() => current.value?.note ?? null),
    place: computed(() => current.value?.place ?? null),
    shown,
    undone: computed(() => stack.taken),
    ready,
    busy,
    left,
    canUndo,
    practising: computed(() => practice.value !== null),
    answered,
    outcome: session.outcome,
    lastArticle,
    /** Seconds until the card comes back, per button: what is said here is what is logged. null in a practice. */
    intervals: computed(() => (practice.value === null ? buttons.intervals.value : null)),
    flag: buttons.flag,
    leech,
    hint: hint.shown,
    canHint: hint.possible,
    toggleHint: hint.toggle,
    readAhead,
    fixed: (card: string, back?: Undo) => remember('review.acted', card, back),
    begin,
    beginPractice,
    answer,
    undo,
    act,
    remove,
    edit,
    treatLeech,
    tick,
    more,
    end,
  }
})
