import { ref, watch, type Ref } from 'vue'

/**
 * How far a session has come, 0 … 1. It grows with every answer, by the share that one answer has of all that are left,
 * and is 1 when none is: cards that come again make the steps smaller, and never take one back. Undo does.
 *
 * @param session how many answers were given, and how many cards are still to come, the one that is up included
 */
export function useProgress(session: {
  readonly answered: number
  readonly left: number
}): Readonly<Ref<number>> {
  const done = ref(0)
  const before: number[] = []
  const given = () => session.answered
  watch(given, (now, then) => {
    for (let i = then; i < now; i++) {
      before.push(done.value)
      done.value += (1 - done.value) / (session.left + 1)
    }
    for (let i = now; i < then; i++) done.value = before.pop() ?? 0
  })
  return done
}
