import { type ArticleHead } from '../storage/records.ts'
import { currentTexts } from '../domain/article/revisions.ts'
import { defineStore } from 'pinia'
import { computed, ref, shallowRef } from 'vue'
import type { Sides } from '../domain/model.ts'
import { articleHeads, readArticle } from '../storage/articles.ts'
import type { ImportReceipt } from '../storage/importing.ts'
import { useDisk } from './disk.ts'
import { saveFile } from './files.ts'
import { useMemory } from './memory.ts'

/** How long a deletion can be taken back, at most. */
const UNDO_MS = 86_400_000

/** The articles on this device, newest first, and the last deletion while it can be undone. */
export const useLibrary = defineStore('library', () => {
  const disk = useDisk()
  const memory = useMemory()
  const heads = shallowRef<readonly ArticleHead[]>([])
  const loaded = ref(false)
  const removed = shallowRef<{ readonly id: string; readonly title: string } | null>(null)

  /** The last import, while it can be taken back. */
  const imported = shallowRef<{ readonly title: string; readonly receipt: ImportReceipt } | null>(
    null,
  )

  const articles = computed(() =>
    heads.value
      .filter((head) => head.deletedAt === undefined)
      .toSorted((a, b) => b.addedAt - a.addedAt),
  )
  const ids = computed(() => new Set(articles.value.map((head) => head.id)))
  const needCare = computed(() => articles.value.reduce((sum, head) => sum + head.needCare, 0))

  /** The newest article with pairs the aligner is not sure of, and how many. */
  const doubtful = computed(() => articles.value.find((head) => head.doubtful > 0) ?? null)

  async function load(): Promise<void> {
    heads.value = await articleHeads(await disk.open())
    loaded.value = true
  }

  const spoken = (title: Sides<string>): string => title.zh || title.en

  /** Deletes an article: its sentences go, its terms keep a quote, its reviews stay. Can be undone. */
  async function remove(id: string): Promise<void> {
    const head = articles.value.find((one) => one.id === id)
    const { deleteArticle } = await import('../storage/deletion.ts')
    await deleteArticle(await disk.open(), id)
    removed.value = { id, title: head ? spoken(head.title) : '' }
    await Promise.all([load(), memory.reload()])
  }

  async function restore(): Promise<void> {
    if (removed.value === null) return
    const { restoreArticle } = await import('../storage/deletion.ts')
    await restoreArticle(await disk.open(), removed.value.id)
    removed.value = null
    await Promise.all([load(), memory.reload()])
  }

  /** Hands an article on as a deck file: text, beads and terms, never anybody's history. */
  async function saveDeck(id: string): Promise<void> {
    const found = await readArticle(await disk.open(), id)
    if (found === null) return
    const { article, revisions } = found
    // The deck format is not on the start path.
    const [{ draftToDeck }, { writeDeck }] = await Promise.all([
      import('../domain/article/deck.ts'),
      import('../formats/deckFile.ts'),
    ])
    const deck = draftToDeck(
      { ...article, texts: currentTexts(revisions) },
      { id, revision: (article.deckRevision ?? 0) + 1, provenance: article.provenance, level: '' },
    )
    saveFile(`${spoken(article.title) || 'deck'}.json`, 'application/json', writeDeck(deck))
  }

  /** Gives back the room of what was deleted long ago; for an idle moment after the start. */
  async function tidy(): Promise<void> {
    const { forgetDeleted } = await import('../storage/deletion.ts')
    await forgetDeleted(await disk.open(), Date.now() - UNDO_MS)
  }

  /** Takes the last import back as if it had not been. */
  async function undoImported(): Promise<void> {
    if (imported.value === null) return
    const { undoImport } = await import('../storage/importing.ts')
    await undoImport(await disk.open(), imported.value.receipt)
    imported.value = null
    await Promise.all([load(), memory.reloadCards()])
  }

  function forgetRemoved(): void {
    removed.value = null
  }
  return {
    articles,
    ids,
    loaded,
    needCare,
    doubtful,
    removed,
    imported,
    load,
    remove,
    restore,
    undoImported,
    tidy,
    saveDeck,
    forgetRemoved,
  }
})
