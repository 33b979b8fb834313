/** Resolves when the frame that shows what was just drawn has been painted. */
export const painted = (): Promise<void> =>
  new Promise((resolve) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      resolve()
    }
    // A message sent in a frame arrives after it was painted.
    requestAnimationFrame(() => port2.postMessage(null))
  })
