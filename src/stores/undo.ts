import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'

/** How long what was done can be taken back. Within a review or an import: as long as that lasts. */
export const UNDO_MS = 60_000

/** Where something is undone: in a review, in an import under way, or in the bar of the shell on any other screen. */
export type Place = 'review' | 'import' | 'shell'

/** What was done, as the key of the sentence that says so. */
export type Doing =
  | 'import.committed'
  | 'library.removed'
  | 'library.archived'
  | 'library.unarchived'
  | 'library.described'
  | 'article.learnt'
  | 'article.madeKnown'
  | 'article.recut'
  | 'article.repaired'
  | 'article.versionTaken'
  | 'article.versionLeft'
  | 'doubts.settled'
  | 'import.repaired'
  | 'known.marked'
  | 'review.answered'
  | 'review.acted'
  | 'settings.backup.broughtBack'
  | 'today.future.mended'

export interface Step {
  readonly what: Doing
  /** The word, or the title of the article, it was done to. */
  readonly title: string
  readonly place: Place
  readonly undo: () => Promise<unknown>
}

/** Everything that can be taken back, in order: the only stack there is. */
export const useUndo = defineStore('undo', () => {
  const steps = shallowRef<readonly Step[]>([])
  /** Where the learner is; the shell says so. */
  const place = ref<Place>('shell')
  const busy = ref(false)
  /** Raised with every step that is taken back. */
  const taken = ref(0)

  const lastOf = (where: Place): Step | null =>
    steps.value.findLast((step) => step.place === where) ?? null
  /** The latest thing done where the learner is. */
  const last = computed(() => lastOf(place.value))

  function push(step: Step): void {
    steps.value = [...steps.value, step]
    if (step.place === 'shell') globalThis.setTimeout(() => drop(step), UNDO_MS)
  }
  function drop(step: Step): void {
    steps.value = steps.value.filter((one) => one !== step)
  }

  /** How many things of this kind can be taken back. */
  const count = (what: Doing): number => steps.value.filter((step) => step.what === what).length

  /** Takes the latest thing done there back; what it was, null when there is nothing. */
  async function undo(where = place.value): Promise<Step | null> {
    const step = lastOf(where)
    if (step === null || busy.value) return null
    busy.value = true
    try {
      await step.undo()
      taken.value += 1
      drop(step)
      return step
    } finally {
      busy.value = false
    }
  }

  /** What was done there is done for good. */
  function forget(where: Place): void {
    steps.value = steps.value.filter((step) => step.place !== where)
  }
  return { place, last, lastOf, taken, busy, push, count, undo, forget }
})
