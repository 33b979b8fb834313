import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import { questionOf, type Question } from '../domain/cards/question.ts'
import { AppError } from '../domain/errors.ts'
import type { Note, Rating, TermEdits } from '../domain/model.ts'
import { cardsOf, parseCardId } from '../domain/cards/cards.ts'
import { placesOf } from '../domain/places.ts'
import { NEW_CARD } from '../domain/srs/cardState.ts'
import { answered as answeredInQueue, nextCard } from '../domain/srs/queue.ts'
import { answerEntry, choices } from '../domain/srs/schedule.ts'
import type { Moment } from '../domain/time.ts'
import { readArticle } from '../storage/articles.ts'
import { deleteNote, editNote, putNote, readNotes } from '../storage/notes.ts'
import { useDisk } from './disk.ts'
import { useMemory } from './memory.ts'

/** Something of this session that undo can take back, and the card to return to. */
interface Step {
  readonly card: string
  readonly wasAnswer: boolean
  takeBack(): Promise<void>
}

type Act = 'suspend' | 'bury' | 'known' | 'remove'

/** A session: the card that is shown, what its buttons mean, and everything this session did, in order. */
export const useReview = defineStore('review', () => {
  const disk = useDisk()
  const memory = useMemory()

  const question = shallowRef<Question | null>(null)
  const note = shallowRef<Note | null>(null)
  /** Raised with every card that comes up, the same card again included. */
  const shown = ref(0)
  const ready = ref(false)
  const busy = ref(false)
  const steps = shallowRef<readonly Step[]>([])
  const lastArticle = ref<string | null>(null)
  const moment = shallowRef<Moment | null>(null)
  let shownAt = 0

  const left = computed(
    () => memory.summary.learning + memory.summary.reviews + memory.summary.fresh,
  )
  const canUndo = computed(() => steps.value.length > 0 && !busy.value)
  const answered = computed(() => steps.value.filter((step) => step.wasAnswer).length)

  /** Seconds until the card comes back, per button: what is said here is what is logged. */
  const intervals = computed(() => {
    const options = optionsAt()
    return {
      again: options?.again.intervalSeconds ?? 0,
      hard: options?.hard.intervalSeconds ?? 0,
      good: options?.good.intervalSeconds ?? 0,
      easy: options?.easy.intervalSeconds ?? 0,
    }
  })

  function optionsAt(at?: number) {
    if (question.value === null || moment.value === null) return null
    const { state } = memory.today()
    const { id } = question.value.card
    const when = { ...moment.value, at: at ?? moment.value.at }
    return choices(state.cards.get(id) ?? NEW_CARD, when, state.settings, id)
  }

  async function begin(): Promise<void> {
    await memory.load()
    steps.value = []
    lastArticle.value = null
    await showNext()
    ready.value = true
  }

  /** The next card of the queue, or the end of the session. A card whose note is gone is passed over. */
  async function showNext(): Promise<void> {
    for (;;) {
      const { queue } = memory.today()
      const next = nextCard(queue, Date.now())
      if (next === null) break
      if (await show(next.id)) return
      answeredInQueue(queue, next)
    }
    question.value = null
    note.value = null
  }

  async function show(cardId: string): Promise<boolean> {
    const device = await disk.open()
    const card = parseCardId(cardId)
    const found = card && (await readNotes(device, [card.note]))[0]
    if (!card || !found || found.deletedAt !== undefined) return false
    const reps = memory.today().state.cards.get(cardId)?.reps ?? 0
    const built = questionOf(card, found, await placeOf(found, reps))
    note.value = found
    question.value = built
    moment.value = memory.now()
    shownAt = Date.now()
    shown.value += 1
    if (built.article) lastArticle.value = built.article.id
    return true
  }

  /** Where the note is shown this time: its contexts take turns. */
  async function placeOf(found: Note, reps: number) {
    const device = await disk.open()
    const ids =
      found.kind === 'sentence'
        ? [found.anchor.article]
        : [...new Set(found.contexts.map((context) => context.article))]
    for (let i = 0; i < ids.length; i++) {
      const source = await readArticle(device, ids[(reps + i) % ids.length] ?? '')
      if (source === null || source.article.deletedAt !== undefined) continue
      const place = placesOf(found, source)[0]
      if (place !== undefined) return place
    }
    return null
  }

  /** Writes the answer, and only then draws the next card. */
  async function answer(rating: Rating): Promise<void> {
    const current = question.value
    const at = Date.now()
    const choice = optionsAt(at)?.[rating]
    if (current === null || choice === undefined || moment.value === null || busy.value) return
    busy.value = true
    try {
      const { state, queue } = memory.today()
      const { id } = current.card
      const draft = answerEntry({
        id: '',
        device: '',
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
      finish(queue, id)
    } catch (error) {
      // Another tab was faster: its entry is in the log by now, this card is done.
      if (error instanceof AppError && error.code === 'alreadyAnswered') await memory.reload()
      else throw error
      await showNext()
      throw error
    } finally {
      busy.value = false
    }
    await showNext()
  }

  function finish(queue: ReturnType<typeof memory.today>['queue'], id: string): void {
    const done = memory.cards.find((card) => card.id === id)
    if (done !== undefined) answeredInQueue(queue, done)
    memory.refresh()
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

  /** What the card's menu does. Suspending and knowing concern the card or the note; everything can be undone. */
  async function act(action: Act): Promise<void> {
    const current = question.value
    const before = note.value
    if (current === null || before === null) return
    const { id } = current.card
    if (action === 'remove') {
      await deleteNote(await disk.open(), before.id)
      remember({ card: id, wasAnswer: false, takeBack: () => putBack(before) })
      await memory.reloadCards()
    } else {
      const all = action === 'known' ? cardsOf(before).map((card) => card.id) : [id]
      const entries = await memory.append(
        all.map((card) =>
          action === 'bury'
            ? { type: 'bury' as const, card, untilDay: memory.today().queue.day + 1 }
            : { type: 'suspend' as const, card },
        ),
      )
      const word = action === 'known' && before.kind === 'term' ? before.headword : null
      if (word !== null) await memory.sayKnown(word)
      remember({
        card: id,
        wasAnswer: false,
        takeBack: async () => {
          await takeBackEntries(entries.map((entry) => entry.id))
          if (word !== null) await memory.sayKnown(word, false)
        },
      })
      memory.rebuild()
    }
    await showNext()
  }

  async function putBack(before: Note): Promise<void> {
    await putNote(await disk.open(), before)
    await memory.reloadCards()
  }

  /** Writes the learner's own wording over the term; the card stays up, its memory untouched. */
  async function edit(edits: TermEdits): Promise<void> {
    const before = note.value
    const current = question.value
    if (before?.kind !== 'term' || current === null) return
    await editNote(await disk.open(), before.id, edits)
    remember({ card: current.card.id, wasAnswer: false, takeBack: () => putBack(before) })
    await show(current.card.id)
  }

  /** Time went by: a learning card may have come due, the interval on a button may have changed. */
  async function tick(): Promise<void> {
    memory.refresh()
    if (question.value !== null) moment.value = memory.now()
    else if (ready.value) {
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
    question.value = null
    note.value = null
    ready.value = false
    steps.value = []
    memory.rebuild()
    await memory.settle()
  }

  return {
    question,
    note,
    shown,
    ready,
    busy,
    left,
    canUndo,
    canLearnMore: computed(() => memory.canLearnMore),
    answered,
    lastArticle,
    intervals,
    begin,
    answer,
    undo,
    act,
    edit,
    tick,
    more,
    end,
  }
})
