/** Resolves when the page is idle. Some browsers cannot say when: a while after is then as good. */
export const untilIdle = (laterMs: number, options?: IdleRequestOptions): Promise<unknown> =>
  new Promise((resolve) => {
    if ('requestIdleCallback' in window) window.requestIdleCallback(resolve, options)
    else setTimeout(resolve, laterMs)
  })
