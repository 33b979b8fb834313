import { ref, shallowRef, type Ref } from 'vue'

/** Which translations of an article are folded away. */
export interface Folding {
  readonly all: Ref<boolean>
  isFolded(at: number): boolean
  unfold(at: number): void
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
  const unfolded = shallowRef<ReadonlySet<number>>(new Set())
  const openAgain = (): void => {
    unfolded.value = new Set()
  }
  return {
    all,
    isFolded: (at) => !unfolded.value.has(at) && (all.value || hasMatured(at)),
    unfold(at) {
      unfolded.value = new Set([...unfolded.value, at])
    },
    toggleAll() {
      all.value = !all.value
      openAgain()
    },
    forget() {
      all.value = false
      openAgain()
    },
  }
}
