import { onBeforeUnmount, onMounted, type Ref } from 'vue'
import { followFinger } from '../review/hands/followFinger.ts'

/** How far a finger goes to the left before letting go counts, px. */
const FAR = 56

/** A swipe to the left on a sentence does what its angle does. The edges of the screen belong to the system. */
export function useSwipeToFold(
  text: Readonly<Ref<HTMLElement | null>>,
  fold: (at: number) => void,
) {
  let begun: number | null = null
  const remember = ({ target }: PointerEvent) => {
    const pair = target instanceof Element ? target.closest<HTMLElement>('[data-pair]') : null
    begun = pair === null ? null : Number(pair.dataset['pair']) - 1
  }
  let unfollow = () => {}
  onMounted(() => {
    if (text.value === null) return
    text.value.addEventListener('pointerdown', remember)
    unfollow = followFinger(text.value, {
      mayBegin: () => true,
      moved: () => undefined,
      ended(dx) {
        if (dx <= -FAR && begun !== null) fold(begun)
      },
      cancelled: () => undefined,
    })
  })
  onBeforeUnmount(() => unfollow())
}
