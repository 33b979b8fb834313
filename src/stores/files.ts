/** Hands a file to the learner: the share sheet on a phone that can share files, a download elsewhere. */
export async function shareFile(name: string, type: string, content: BlobPart): Promise<void> {
  const file = new File([content], name, { type })
  const coarse = window.matchMedia('(pointer: coarse)').matches
  if (coarse && navigator.canShare?.({ files: [file] })) {
    try {
      await navigator.share({ files: [file], title: name })
      return
    } catch (error) {
      // Dismissing the sheet is an answer too; anything else falls back on a download.
      if (error instanceof DOMException && error.name === 'AbortError') throw error
    }
  }
  saveFile(name, type, content)
}

/** Saves a file through the browser's downloads. */
export function saveFile(name: string, type: string, content: BlobPart): void {
  const url = URL.createObjectURL(new Blob([content], { type }))
  const link = document.createElement('a')
  link.href = url
  link.download = name.replace(/[\\/:*?"<>|]/g, ' ').trim()
  link.click()
  // The download has to have begun before its address goes.
  window.setTimeout(() => URL.revokeObjectURL(url), 60_000)
}
