/**
 * Long work is a generator: it yields how far it is, 0 … 1, at least every 50 ms, and returns its result, so that whoever
 * runs it can report, pause and cancel.
 */
export type Task<T> = Generator<number, T>

/** A part of some work: its result, its progress as that of the whole, from `from` to `to`. */
export function* part<T>(from: number, to: number, task: Task<T>): Task<T> {
  for (;;) {
    const step = task.next()
    if (step.done) return step.value
    yield from + (to - from) * step.value
  }
}

/** The same work, its progress told together with the name of the step it is. */
export function* named<Name extends string, T>(
  step: Name,
  task: Task<T>,
): Generator<{ readonly step: Name; readonly done: number }, T> {
  for (;;) {
    const next = task.next()
    if (next.done) return next.value
    yield { step, done: next.value }
  }
}

/** The result of a task that nobody waits for, watches or cancels. */
export function finish<T>(task: Generator<unknown, T>): T {
  for (;;) {
    const step = task.next()
    if (step.done) return step.value
  }
}
