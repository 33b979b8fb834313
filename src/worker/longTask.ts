/** The longest a task may go without letting messages in. */
const SLICE_MS = 40

/** Lets the thread's messages in: a message to oneself queues behind them, and is not clamped like a timer. */
const breathe = (): Promise<void> =>
  new Promise((resolve) => {
    const channel = new MessageChannel()
    channel.port1.onmessage = () => {
      channel.port1.close()
      resolve()
    }
    channel.port2.postMessage(null)
  })

/**
 * The result of a generator that yields its progress, run in slices so that messages get through between them.
 *
 * @throws AbortError as soon as `isCancelled` says so between two slices
 */
export async function runInSlices<P, R>(
  task: Generator<P, R>,
  onProgress: (progress: P) => void,
  isCancelled: () => boolean,
): Promise<R> {
  let sliceEnds = performance.now() + SLICE_MS
  for (;;) {
    const step = task.next()
    if (step.done) return step.value
    if (performance.now() < sliceEnds) continue
    onProgress(step.value)
    await breathe()
    if (isCancelled()) throw new DOMException('cancelled', 'AbortError')
    sliceEnds = performance.now() + SLICE_MS
  }
}
