interface LaunchQueue {
  setConsumer(
    consumer: (launch: { readonly files?: readonly FileSystemFileHandle[] }) => void,
  ): void
}

/** Hands over the files that this app was opened with, where the system opens files with apps. */
export function onOpenedFiles(take: (files: File[]) => void): void {
  const queue: unknown = Reflect.get(window, 'launchQueue')
  if (!isQueue(queue)) return
  queue.setConsumer(({ files = [] }) => {
    if (files.length === 0) return
    void Promise.all(files.map((handle) => handle.getFile())).then(take)
  })
}

const isQueue = (value: unknown): value is LaunchQueue =>
  typeof value === 'object' && value !== null && 'setConsumer' in value
