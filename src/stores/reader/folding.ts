import { ref, shallowRef, type Ref } from 'vue'

/** Which translations of an article are folded away. */
export interface Folding {
  readonly all: Ref<boolean>
  isFolded(at: number): boolean
  unfold(at: number): void
  fold(at: number): void
  /** Folds what is open, unfolds what is not. */
  turn(at: number): void
  toggleAll(): void
  /** Begins anew, for another article. */
  forget(): void
}

/**
 * Folds that begin open.
 *
 * @param hasMatured whether the card of this pair's sentence has: its translation is folded then, and comes back on a lapse
 */
export function folding(hasMatured: (at: number) => boolean): Folding {
  const all = ref(false)
  /** What the learner did by hand: whether it is folded. */
  const byHand = shallowRef<ReadonlyMap<number, boolean>>(new Map())
  const leaveAll = (): void => {
    byHand.value = new Map()
  }
  const set = (at: number, isFolded: boolean): void => {
    byHand.value = new Map(byHand.value).set(at, isFolded)
  }
  const isFolded = (at: number): boolean => byHand.value.get(at) ?? (all.value || hasMatured(at))
  return {
    all,
    isFolded,
    turn: (at) => set(at, !isFolded(at)),
    unfold: (at) => set(at, false),
    fold: (at) => set(at, true),
    toggleAll() {
      all.value = !all.value
      leaveAll()
    },
    forget() {
      all.value = false
      leaveAll()
    },
  }
}
