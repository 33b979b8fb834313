/** The same task, its progress (0 … 1) taking up a share of a larger one's, from a point on. */
export function* scaled<T>(
  task: Generator<number, T>,
  from: number,
  share: number,
): Generator<number, T> {
  for (;;) {
    const { value, done } = task.next()
    if (done === true) return value
    yield from + share * value
  }
}
