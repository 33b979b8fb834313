import { defineStore } from 'pinia'
import { ref, shallowRef } from 'vue'
import type { Deck } from '../domain/model.ts'
import { type Writer, WRITERS } from '../formats/write/table.ts'
import { useDisk } from './disk.ts'
import { contentOf } from './exporting/contentOf.ts'
import { deckOf } from './exporting/deckOf.ts'
import { shareFile } from './files.ts'
import { useSettings } from './settings.ts'

export type ExportFormat = Writer['id']

/** A file that was written: it can be handed over once more. */
interface Written {
  readonly name: string
  readonly mediaType: string
  readonly content: string | Uint8Array<ArrayBuffer>
}

/** What other programs can read: one article, or all that is learnt. */
export const useExporting = defineStore('exporting', () => {
  const disk = useDisk()
  const settings = useSettings()
  /** The article to be exported; null while it is loading, when it is not here, and when everything is to be. */
  const deck = shallowRef<Deck | null>(null)
  const missing = ref(false)
  /** How far a file is, 0 … 1; null while none is being written. */
  const progress = ref<number | null>(null)
  const written = shallowRef<Written | null>(null)
  /** The last one had nothing to be written. */
  const nothing = ref(false)
  let controller = new AbortController()

  /** @param id of an article; '' for everything */
  async function open(id: string): Promise<void> {
    cancel()
    deck.value = null
    missing.value = nothing.value = false
    written.value = null
    if (id === '') return
    deck.value = await deckOf(await disk.open(), id)
    missing.value = deck.value === null
  }

  /** Writes a file and hands it to the learner. Throws AbortError when it is cancelled. */
  async function write(format: ExportFormat): Promise<void> {
    const writer = WRITERS.find(({ id }) => id === format)
    if (writer === undefined || progress.value !== null) return
    controller = new AbortController()
    const { signal } = controller
    progress.value = 0
    written.value = null
    nothing.value = false
    const onProgress = (done: number) => {
      if (!signal.aborted) progress.value = done
    }
    try {
      const order = { writer, deck: deck.value, learner: settings.learner, now: Date.now() }
      const content = await contentOf(await disk.open(), order, { onProgress, signal })
      signal.throwIfAborted()
      nothing.value = content === null
      if (content === null) return
      const name = `${nameOf(deck.value)}${writer.ending}`
      written.value = { name, mediaType: writer.mediaType, content }
    } finally {
      progress.value = null
    }
    await handOver()
  }

  /** Hands over what was written last: through the share sheet where there is one. */
  async function handOver(): Promise<void> {
    const file = written.value
    if (file !== null) await shareFile(file.name, file.mediaType, file.content)
  }

  function cancel(): void {
    controller.abort()
  }

  return { deck, missing, progress, written, nothing, open, write, handOver, cancel }
})

const nameOf = (deck: Deck | null): string =>
  (deck === null ? 'Duizhao' : deck.title.zh || deck.title.en).trim() || 'Duizhao'
