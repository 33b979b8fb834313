/** The result of a task that yields its progress, which nobody waits for here. */
export function finish<T>(task: Generator<unknown, T>): T {
  for (;;) {
    const step = task.next()
    if (step.done) return step.value
  }
}
