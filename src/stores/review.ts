import { defineStore } from 'pinia'
import { computed, ref, shallowRef, watch } from 'vue'
import { AppError } from '../domain/errors.ts'
import type { Note, Rating, TermEdits } from '../domain/model.ts'
import {
  answered as answeredInQueue,
  comingSoon,
  nextCard,
  type QueueCard,
} from '../domain/srs/queue/queue.ts'
import { cardNamed } from '../domain/srs/queue/notes.ts'
import { answerEntry } from '../domain/srs/schedule.ts'
import { practiceOrder } from '../domain/srs/queue/survey.ts'
import type { Moment } from '../domain/time.ts'
import { deleteNote, editNote, putNote } from '../storage/notes.ts'
import { entriesOf, type CardAction } from './review/cardActions.ts'
import { trackButtons } from './review/cardButtons.ts'
import { trackHint } from './review/cardHint.ts'
import { cardSources, type ShownCard } from './review/cardSources.ts'
import { useDisk } from './disk.ts'
import { useMemory } from './memory.ts'

export type { CardAction }

/** Something of this session that undo can take back, and the card to return to. */
interface Step {
  readonly card: string
  readonly wasAnswer: boolean
  takeBack(): Promise<void>
}

/** A session: the card that is shown, what its buttons mean, and everything this session did, in order. */
export const useReview = defineStore('review', () => {
  const disk = useDisk()
  const memory = useMemory()
  const sources = cardSources(disk.open)

  const current = shallowRef<ShownCard | null>(null)
  /** Raised with every card that comes up, the same card again included. */
  const shown = ref(0)
  const ready = ref(false)
  const busy = ref(false)
  const steps = shallowRef<readonly Step[]>([])
  const lastArticle = ref<string | null>(null)
  const moment = shallowRef<Moment | null>(null)
  const hint = trackHint(current)
  const buttons = trackButtons(current, moment)
  /** The note of a card that was just forgotten once too often. */
  const leech = shallowRef<{ readonly card: string; readonly note: Note } | null>(null)
  /** Cards still to come in a practice; null while this is a review. */
  const practice = shallowRef<readonly QueueCard[] | null>(null)
  let shownAt = 0
  /** The card that is shown, as the queue knows it. */
  let asked: QueueCard | null = null

  watch(() => memory.textsRead, sources.forget)

  const left = computed(() =>
    practice.value === null
      ? memory.summary.learning + memory.summary.reviews + memory.summary.fresh
      : practice.value.length,
  )
  const canUndo = computed(() => steps.value.length > 0 && !busy.value)
  const answered = computed(() => steps.value.filter((step) => step.wasAnswer).length)
  const flag = computed(() => {
    if (current.value === null || memory.changes === 0) return 0
    return memory.today().state.cards.get(current.value.question.card.id)?.flag ?? 0
  })

  /** Seconds until the card comes back, per button: what is said here is what is logged. null in a practice. */
  const intervals = computed(() => (practice.value === null ? buttons.intervals.value : null))

  async function begin(): Promise<void> {
    practice.value = null
    await memory.load()
    await start()
  }

  /** Asks what was learnt already, least sure first, and writes nothing: no schedule moves. */
  async function beginPractice(): Promise<void> {
    await memory.load()
    const { queue } = memory.today()
    practice.value = practiceOrder(queue.input, queue.day)
    await start()
  }

  async function start(): Promise<void> {
    steps.value = []
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
      if (await show(next.id)) {
        asked = next
        return
      }
      if (practice.value === null) answeredInQueue(queue, next)
      else practice.value = practice.value.slice(1)
    }
    current.value = null
  }

  async function show(cardId: string): Promise<boolean> {
    const found = await sources.read(cardId, repsOf(cardId))
    if (found === null) return false
    current.value = found
    moment.value = memory.now()
    shownAt = Date.now()
    buttons.reset()
    asked = null
    hint.hide()
    shown.value += 1
    if (found.question.article) lastArticle.value = found.question.article.id
    const soon = practice.value?.slice(1, 2) ?? comingSoon(memory.today().queue)
    for (const { id } of soon) if (id !== cardId) sources.prepare(id, repsOf(id))
    return true
  }

  const repsOf = (card: string): number => memory.today().state.cards.get(card)?.reps ?? 0

  /** Writes the answer, and only then draws the next card. */
  async function answer(rating: Rating): Promise<void> {
    if (current.value === null || busy.value) return
    busy.value = true
    leech.value = null
    try {
      if (practice.value === null) await write(current.value, rating)
      else practise(practice.value, rating)
    } catch (error) {
      // Another tab was faster: its entry is in the log by now, this card is done.
      if (!(error instanceof AppError && error.code === 'alreadyAnswered')) throw error
      await memory.reload()
      await showNext()
      throw error
    } finally {
      busy.value = false
    }
    await showNext()
  }

  async function write({ question, note }: ShownCard, rating: Rating): Promise<void> {
    const at = Date.now()
    const choice = buttons.choicesAt(at)?.[rating]
    if (choice === undefined || moment.value === null) return
    const { state, queue } = memory.today()
    const { id } = question.card
    const draft = answerEntry({
      card: id,
      rating,
      tookMs: at - shownAt,
      at: { ...moment.value, at },
      choice,
      previous: state.cards.get(id)?.last ?? null,
      settings: state.settings,
    })
    const [entry] = await memory.append([draft])
    if (entry === undefined) return
    remember({ card: id, wasAnswer: true, takeBack: () => takeBackEntries([entry.id]) })
    if (choice.leech) leech.value = { card: id, note }
    const done = asked ?? cardNamed(queue.input.notes, id)
    if (done !== null) answeredInQueue(queue, done)
    if (note.kind === 'term') memory.recheck(note.headword)
    memory.refresh()
  }

  /** What was forgotten comes again at the end. */
  function practise(cards: readonly QueueCard[], rating: Rating): void {
    const [done, ...rest] = cards
    if (done === undefined) return
    practice.value = rating === 'again' ? [...rest, done] : rest
    remember({
      card: done.id,
      wasAnswer: true,
      takeBack: async () => {
        practice.value = cards
      },
    })
  }

  const remember = (step: Step): void => {
    steps.value = [...steps.value, step]
  }
  const takeBackEntries = async (ids: readonly string[]): Promise<void> => {
    await memory.append(ids.map((entry) => ({ type: 'void' as const, entry })))
  }

  /** Takes back the last thing done in this session and returns to its card; false when there is nothing. */
  async function undo(): Promise<boolean> {
    const step = steps.value[steps.value.length - 1]
    if (step === undefined || busy.value) return false
    busy.value = true
    leech.value = null
    try {
      await step.takeBack()
      steps.value = steps.value.slice(0, -1)
      memory.rebuild()
      if (!(await show(step.card))) await showNext()
      return true
    } finally {
      busy.value = false
    }
  }

  /** What the card's menu does. A flag leaves the card where it is; everything else goes on to the next. */
  async function act(action: CardAction): Promise<void> {
    if (current.value === null) return
    const { question, note } = current.value
    await apply(action, question.card.id, note)
    if (action.do !== 'flag') await leave()
  }

  async function apply(action: CardAction, card: string, note: Note): Promise<void> {
    const drafts = entriesOf(action, card, note, memory.today().queue.day)
    const entries = await memory.append(drafts)
    const word = action.do === 'known' && note.kind === 'term' ? note.headword : null
    if (word !== null) await memory.sayKnown(word)
    remember({
      card,
      wasAnswer: false,
      takeBack: async () => {
        await takeBackEntries(entries.map((entry) => entry.id))
        if (word !== null) await memory.sayKnown(word, false)
      },
    })
    if (action.do !== 'flag') memory.rebuild()
  }

  /** Deletes the note of the card that is shown. */
  async function remove(): Promise<void> {
    if (current.value === null) return
    const { question, note } = current.value
    await deleteNote(await disk.open(), note.id)
    remember({ card: question.card.id, wasAnswer: false, takeBack: () => putBack(note) })
    await memory.reloadCards()
    await leave()
  }

  /** Goes on from a card that was put aside. */
  async function leave(): Promise<void> {
    practice.value = practice.value?.slice(1) ?? null
    await showNext()
  }

  async function putBack(before: Note): Promise<void> {
    await putNote(await disk.open(), before)
    await memory.reloadCards()
  }

  /** Writes the learner's own wording over the term; the card stays up, its memory untouched. */
  async function edit(edits: TermEdits): Promise<void> {
    if (current.value?.note.kind !== 'term') return
    await rewrite(current.value.question.card.id, current.value.note, edits)
    await show(current.value.question.card.id)
  }

  async function rewrite(card: string, before: Note, edits: TermEdits): Promise<void> {
    await editNote(await disk.open(), before.id, edits)
    sources.forget()
    remember({ card, wasAnswer: false, takeBack: () => putBack(before) })
  }

  /** What becomes of the card that was forgotten too often: it is put aside, or worded anew; null leaves it as it is. */
  async function treatLeech(how: 'suspend' | TermEdits | null): Promise<void> {
    if (leech.value === null) return
    const { card, note } = leech.value
    if (how === 'suspend') await apply({ do: 'suspend' }, card, note)
    else if (how !== null) await rewrite(card, note, how)
    leech.value = null
  }

  /** Time went by: a learning card may have come due, the interval on a button may have changed. */
  async function tick(): Promise<void> {
    memory.refresh()
    if (current.value !== null) moment.value = memory.now()
    else if (ready.value && practice.value === null) {
      if (memory.today().queue.day !== memory.now().day) memory.rebuild()
      await showNext()
    }
  }

  async function more(): Promise<void> {
    memory.askForMore(5)
    await showNext()
  }

  /** Leaves the session: what it did stays, what it can undo ends. */
  async function end(): Promise<void> {
    current.value = null
    ready.value = false
    steps.value = []
    practice.value = null
    sources.forget()
    memory.rebuild()
    await memory.settle()
  }

  return {
    question: computed(() => current.value?.question ?? null),
    note: computed(() => current.value?.note ?? null),
    shown,
    ready,
    busy,
    left,
    canUndo,
    canLearnMore: computed(() => memory.canLearnMore),
    practising: computed(() => practice.value !== null),
    answered,
    lastArticle,
    intervals,
    flag,
    leech,
    hint: hint.shown,
    canHint: hint.possible,
    toggleHint: hint.toggle,
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
