/** Runs a part of some work, passing on its progress (0 … 1) as that of the whole, from `from` to `to`. */
export function* stage<T>(
  from: number,
  to: number,
  part: Generator<number, T>,
): Generator<number, T> {
  for (;;) {
    const step = part.next()
    if (step.done) return step.value
    yield from + (to - from) * step.value
  }
}
